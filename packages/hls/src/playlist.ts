/** A choice of renditions of one broadcast. */
export interface MultivariantPlaylist {
  /** In the playlist's order. */
  readonly variants: readonly Variant[];
}

export interface Variant {
  /** Absolute. */
  readonly uri: string;
  /** Bits a second. */
  readonly bandwidth: number;
  readonly codecs: string | null;
  readonly resolution: { readonly width: number; readonly height: number } | null;
  /** Frames a second. */
  readonly frameRate: number | null;
}

/** One rendition's segments. */
export interface MediaPlaylist {
  readonly targetDurationSeconds: number;
  /** Number of the first segment. */
  readonly mediaSequence: number;
  readonly segments: readonly Segment[];
  /** No segment will follow. */
  readonly endList: boolean;
}

export interface Segment {
  /** Absolute. */
  readonly uri: string;
  readonly durationSeconds: number;
}
