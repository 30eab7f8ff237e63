/** A playlist as a test means it, and its text: written by hand here, so that no reader is its own witness. */
export interface WrittenPlaylist {
  readonly targetDurationSeconds: number;
  readonly mediaSequence: number;
  readonly discontinuitySequence: number;
  readonly segments: readonly WrittenSegment[];
  readonly endList: boolean;
  /** Lines after the head's own. */
  readonly head: readonly string[];
  /** Lines after the last segment. */
  readonly tail: readonly string[];
}

export interface WrittenSegment {
  readonly name: string;
  readonly durationMs: number;
  readonly discontinuity: boolean;
  /** Epoch ms; null = not said. */
  readonly dateMs: number | null;
  /** Said before this segment; null = as before. */
  readonly key: 'NONE' | `key-${number}` | null;
  readonly map: `map-${number}` | null;
  readonly byteRange: { readonly length: number; readonly offset: number } | null;
  readonly gap: boolean;
}

export const plainSegment = {
  durationMs: 2_000,
  discontinuity: false,
  dateMs: null,
  key: null,
  map: null,
  byteRange: null,
  gap: false,
} as const;

/** `names` are played for 2 s each. */
export function writtenPlaylist(
  names: readonly string[],
  changes: Partial<Omit<WrittenPlaylist, 'segments'>> = {},
): WrittenPlaylist {
  return {
    targetDurationSeconds: 2,
    mediaSequence: 0,
    discontinuitySequence: 0,
    segments: names.map((name) => ({ ...plainSegment, name })),
    endList: false,
    head: [],
    tail: [],
    ...changes,
  };
}

/** With `skipped`, the delta update that leaves the first so many segments and their tags out. */
export function textOf(playlist: WrittenPlaylist, skipped = 0): string {
  const lines = [
    '#EXTM3U',
    '#EXT-X-VERSION:10',
    `#EXT-X-TARGETDURATION:${playlist.targetDurationSeconds}`,
    `#EXT-X-MEDIA-SEQUENCE:${playlist.mediaSequence}`,
    `#EXT-X-DISCONTINUITY-SEQUENCE:${playlist.discontinuitySequence}`,
    ...playlist.head,
    ...(skipped === 0 ? [] : [`#EXT-X-SKIP:SKIPPED-SEGMENTS=${skipped}`]),
    ...playlist.segments.slice(skipped).flatMap(linesOf),
    ...playlist.tail,
    ...(playlist.endList ? ['#EXT-X-ENDLIST'] : []),
  ];
  return `${lines.join('\n')}\n`;
}

function linesOf(segment: WrittenSegment): readonly string[] {
  const { name, durationMs, discontinuity, dateMs, key, map, byteRange, gap } = segment;
  return [
    ...(discontinuity ? ['#EXT-X-DISCONTINUITY'] : []),
    ...(key === null ? [] : [`#EXT-X-KEY:METHOD=${key === 'NONE' ? 'NONE' : `AES-128,URI="${key}"`}`]),
    ...(map === null ? [] : [`#EXT-X-MAP:URI="${map}",BYTERANGE="720@0"`]),
    ...(dateMs === null ? [] : [`#EXT-X-PROGRAM-DATE-TIME:${new Date(dateMs).toISOString()}`]),
    ...(gap ? ['#EXT-X-GAP'] : []),
    ...(byteRange === null ? [] : [`#EXT-X-BYTERANGE:${byteRange.length}@${byteRange.offset}`]),
    `#EXTINF:${(durationMs / 1_000).toFixed(3)},`,
    name,
  ];
}
