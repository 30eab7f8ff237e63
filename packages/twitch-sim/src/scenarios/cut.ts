import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

/**
 * Facts of the public history as they are shipped under `cuts/`, gzipped JSON. Written by
 * `scripts/cut-scenarios.ts`; the README beside this file says what was changed. Times are epoch ms.
 */
export interface Cut {
  readonly games: readonly { readonly id: string; readonly name: string; readonly slug: string }[];
  /** Allow-listed channels: the history's number and the index of the game it plays. */
  readonly channels: readonly (readonly [channelNumber: number, gameIndex: number])[];
  readonly campaigns: readonly CutCampaign[];
}

export interface CutCampaign {
  readonly id: string;
  readonly name: string;
  readonly gameIndex: number;
  readonly startAt: number;
  readonly endAt: number;
  /** When the history's first snapshot showed it. */
  readonly firstSeenAt: number;
  /** Channel numbers; null = every channel of the game. */
  readonly allowed: readonly number[] | null;
  readonly drops: readonly CutDrop[];
}

export interface CutDrop {
  readonly id: string;
  readonly name: string;
  /** Absent = the campaign's. */
  readonly startAt?: number;
  readonly endAt?: number;
  /** 0 = by subscription only. */
  readonly minutes: number;
  readonly subs: number;
  /** Positions, in the campaign's drops, of those that must be claimed first; absent = none. */
  readonly after?: readonly number[];
  readonly benefits: readonly (readonly [name: string, distributionType: string])[];
}

export type CutName = 'evening' | 'launch-day' | 'real-weeks';

/** The history's channel numbers are below this, invented ones are not. */
export const firstInventedNumber = 1_000_000;

export function readCut(name: CutName): Cut {
  const packed = readFileSync(new URL(`./cuts/${name}.json.gz`, import.meta.url));
  // Our own file: the script that writes it is typed, and scenarios.test.ts checks every field that is read.
  return JSON.parse(gunzipSync(packed).toString('utf8')) as Cut;
}
