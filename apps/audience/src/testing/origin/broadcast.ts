/** A stream as a test wants it; everything may be changed while it runs. */
export interface Broadcast {
  /** Epoch ms of the origin's own clock at which segment 0 begins. */
  startMs: number;
  segmentSeconds: number;
  /** Null = the segment duration, rounded up. */
  targetDurationSeconds: number | null;
  /** Listed at once; Infinity = all since the start (EVENT). */
  windowSegments: number;
  renditions: readonly BroadcastRendition[];
  programDateTime: boolean;
  /** Null = it goes on. Number of segments after which ENDLIST stands. */
  endsAfterSegments: number | null;
  type: 'live' | 'event' | 'vod';
  /** Segments that begin a discontinuity. */
  discontinuities: ReadonlySet<number>;
  /** Listed as EXT-X-GAP, and not there. */
  gaps: ReadonlySet<number>;
  /** One resource for all, in byte ranges. */
  byteRanges: boolean;
  /** With an EXT-X-MAP for each rendition. */
  maps: boolean;
  /** Null = in the clear. */
  key: { readonly method: string; readonly uri: string } | null;
  /** Null = no parts. */
  lowLatency: LowLatencySettings | null;
}

export interface BroadcastRendition {
  readonly name: string;
  readonly bandwidth: number;
  readonly segmentBytes: number;
  readonly height: number;
}

export interface LowLatencySettings {
  readonly partsPerSegment: number;
  readonly canBlockReload: boolean;
  readonly canSkipUntilSeconds: number | null;
  readonly partHoldBackSeconds: number | null;
}

export function createBroadcast(changes: Partial<Broadcast> = {}): Broadcast {
  return {
    startMs: 0,
    segmentSeconds: 2,
    targetDurationSeconds: null,
    windowSegments: 6,
    renditions: [
      { name: 'low', bandwidth: 400_000, segmentBytes: 20_000, height: 360 },
      { name: 'mid', bandwidth: 1_000_000, segmentBytes: 60_000, height: 540 },
      { name: 'high', bandwidth: 3_000_000, segmentBytes: 160_000, height: 720 },
    ],
    programDateTime: true,
    endsAfterSegments: null,
    type: 'live',
    discontinuities: new Set(),
    gaps: new Set(),
    byteRanges: false,
    maps: false,
    key: null,
    lowLatency: null,
    ...changes,
  };
}

/** How many whole segments exist by then. */
export function segmentsBy(broadcast: Broadcast, nowMs: number): number {
  const made = Math.floor((nowMs - broadcast.startMs) / (broadcast.segmentSeconds * 1000));
  const all = broadcast.endsAfterSegments ?? Infinity;
  return broadcast.type === 'vod' ? (broadcast.endsAfterSegments ?? 10) : Math.max(0, Math.min(made, all));
}

/** How many parts exist of the segment that is being made. */
export function partsBy(broadcast: Broadcast, nowMs: number): number {
  if (broadcast.lowLatency === null || hasEnded(broadcast, nowMs)) return 0;
  const partMs = (broadcast.segmentSeconds * 1000) / broadcast.lowLatency.partsPerSegment;
  const intoMs = nowMs - broadcast.startMs - segmentsBy(broadcast, nowMs) * broadcast.segmentSeconds * 1000;
  return Math.max(0, Math.min(Math.floor(intoMs / partMs), broadcast.lowLatency.partsPerSegment - 1));
}

export function hasEnded(broadcast: Broadcast, nowMs: number): boolean {
  if (broadcast.type === 'vod') return true;
  return broadcast.endsAfterSegments !== null && segmentsBy(broadcast, nowMs) >= broadcast.endsAfterSegments;
}
