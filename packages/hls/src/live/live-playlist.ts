/** One rendition's segments, with all that a live player goes by. RFC 8216bis. */
export interface LivePlaylist {
  readonly targetDurationSeconds: number;
  /** `EXT-X-PART-INF`; null = no parts. */
  readonly partTargetSeconds: number | null;
  /** Number of the first segment, skipped ones included. */
  readonly mediaSequence: number;
  readonly discontinuitySequence: number;
  /** Without those that a delta update left out; `mergeDelta` puts them back. */
  readonly segments: readonly LiveSegment[];
  /** `EXT-X-SKIP`: so many at the start were left out. */
  readonly skippedSegments: number;
  /** Of a delta update; null = the text was whole, or was made whole. */
  readonly deltaScope: DeltaScope | null;
  /** Parts after the last whole segment, of the segment that is being made. */
  readonly trailingParts: readonly Part[];
  readonly preloadHint: PreloadHint | null;
  readonly serverControl: ServerControl;
  /** No segment will follow. */
  readonly endList: boolean;
  readonly type: 'live' | 'event' | 'vod';
}

/** What a delta update's own text does not say is as it was in the segments that it left out. */
export interface DeltaScope {
  /** Number of the first segment whose key is said; null = of none. */
  readonly keySaidFrom: number | null;
  readonly mapSaidFrom: number | null;
}

export interface LiveSegment {
  readonly mediaSequence: number;
  /** Absolute. */
  readonly uri: string;
  readonly durationSeconds: number;
  /** Null = the whole resource. An absent offset is carried over from the segment before it. */
  readonly byteRange: ByteRange | null;
  readonly map: InitializationSection | null;
  /** Null = in the clear. */
  readonly key: SegmentKey | null;
  /** `EXT-X-GAP`: it is not there, and must not be asked for. */
  readonly gap: boolean;
  readonly discontinuitySequence: number;
  /** Epoch ms of its first frame: said, or carried forward within a discontinuity; null = unknown. */
  readonly programDateTimeMs: number | null;
  readonly parts: readonly Part[];
}

export interface Part {
  /** Absolute. */
  readonly uri: string;
  readonly durationSeconds: number;
  readonly independent: boolean;
  readonly byteRange: ByteRange | null;
  readonly gap: boolean;
}

export interface ByteRange {
  readonly offset: number;
  readonly lengthBytes: number;
}

export interface InitializationSection {
  /** Absolute. */
  readonly uri: string;
  readonly byteRange: ByteRange | null;
}

export interface SegmentKey {
  /** `AES-128`, `SAMPLE-AES`, … */
  readonly method: string;
  /** Absolute http(s); null = another scheme (a licence server's), which is never contacted. */
  readonly uri: string | null;
}

export interface PreloadHint {
  readonly kind: 'part' | 'map';
  /** Absolute. */
  readonly uri: string;
  readonly byteRangeStart: number | null;
  readonly byteRangeLength: number | null;
}

/** `EXT-X-SERVER-CONTROL`, in seconds; null = not said. */
export interface ServerControl {
  readonly canBlockReload: boolean;
  readonly canSkipUntilSeconds: number | null;
  readonly holdBackSeconds: number | null;
  readonly partHoldBackSeconds: number | null;
}
