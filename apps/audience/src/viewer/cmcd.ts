import { type Cmcd, toCmcdHeaders } from '@svta/cml-cmcd';

/** What is asked for, as CTA-5004 names it: manifest, initialization section, key, muxed media. */
export type CmcdObject = 'm' | 'i' | 'k' | 'av';

export interface CmcdFacts {
  readonly object: CmcdObject;
  /** Of the media asked for; null = none. */
  readonly durationSeconds: number | null;
  /** Carries the run's id, so that an operator tells these viewers from people. */
  readonly sessionId: string;
  readonly isLive: boolean;
  /** Declared, bits a second; null = not declared. */
  readonly bandwidth: number | null;
  readonly topBandwidth: number | null;
  readonly bufferSeconds: number;
  /** Bits a second; null = nothing was measured yet. */
  readonly throughput: number | null;
  /** Nothing plays: at the start, or in a stall. */
  readonly isUrgent: boolean;
  /** It stalled since the last request. */
  readonly hasStalled: boolean;
}

/** Throughput that is enough for this viewer, in times of the bitrate. */
const sufficientTimes = 4;

/** Header lines of CTA-5004 (Common Media Client Data), which join what the tool saw to the logs of a CDN. */
export function formatCmcd(facts: CmcdFacts): string {
  const { object, durationSeconds, bandwidth, topBandwidth, throughput } = facts;
  const isMedia = durationSeconds !== null;
  const bufferMs = facts.bufferSeconds * 1000;
  // The library's types are of version 2, where some are lists; in version 1 the first of them is written.
  const values: Cmcd = {
    ot: object,
    sf: 'h',
    st: facts.isLive ? 'l' : 'v',
    sid: facts.sessionId.replaceAll(/[^\x21-\x7e]/g, '_'),
    su: facts.isUrgent,
    bs: facts.hasStalled,
    ...(throughput === null ? {} : { mtp: [throughput / 1000] }),
    ...(isMedia ? { d: durationSeconds * 1000, bl: [bufferMs], dl: bufferMs } : {}),
    ...(isMedia && bandwidth !== null ? { br: [bandwidth / 1000], rtp: (bandwidth * sufficientTimes) / 1000 } : {}),
    ...(isMedia && topBandwidth !== null ? { tb: [topBandwidth / 1000] } : {}),
  };
  const headers = toCmcdHeaders(values, { version: 1 });
  return Object.entries(headers)
    .map(([name, value]) => `${name}: ${value}\r\n`)
    .join('');
}
