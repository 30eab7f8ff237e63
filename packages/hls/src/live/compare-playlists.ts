import type { ByteRange, LivePlaylist, LiveSegment } from './live-playlist.ts';

/** What a reload brought. */
export interface PlaylistChange {
  /** False: a reload too early, or a playlist that stands still. */
  readonly changed: boolean;
  /** So many whole segments more at the end. */
  readonly advancedSegments: number;
  /** At most one of a kind. */
  readonly faults: readonly PlaylistFault[];
}

/** What an origin must not do between two versions of a playlist: RFC 8216 6.2.1 and 6.2.2. */
export interface PlaylistFault {
  readonly kind: PlaylistFaultKind;
  /** Segments it is about. */
  readonly segments: number;
  readonly message: string;
}

export const playlistFaultKinds = [
  'sequence_went_back',
  'segment_replaced',
  'discontinuity_sequence_inconsistent',
  'window_skipped',
] as const;
export type PlaylistFaultKind = (typeof playlistFaultKinds)[number];

/** Both whole: a delta update is merged before it is compared. */
export function comparePlaylists(previous: LivePlaylist, next: LivePlaylist): PlaylistChange {
  return {
    changed: isChanged(previous, next),
    advancedSegments: Math.max(0, endOf(next) - endOf(previous)),
    faults: faultsOf(previous, next),
  };
}

function isChanged(previous: LivePlaylist, next: LivePlaylist): boolean {
  const last = previous.segments.at(-1);
  const nextLast = next.segments.at(-1);
  return (
    previous.mediaSequence !== next.mediaSequence ||
    previous.endList !== next.endList ||
    previous.trailingParts.length !== next.trailingParts.length ||
    previous.preloadHint?.uri !== next.preloadHint?.uri ||
    last?.mediaSequence !== nextLast?.mediaSequence ||
    last?.uri !== nextLast?.uri
  );
}

function faultsOf(previous: LivePlaylist, next: LivePlaylist): readonly PlaylistFault[] {
  const back = wentBack(previous, next);
  // What comes after a restart has nothing to do with what was: one fault, not one for each segment.
  if (back !== null) return [back];
  const skipped = next.mediaSequence - endOf(previous);
  if (skipped > 0 && previous.segments.length > 0) {
    const message = `expected segment ${endOf(previous)} to be listed once, found the window begin at ${next.mediaSequence}`;
    const faults: PlaylistFault[] = [{ kind: 'window_skipped', segments: skipped, message }];
    const numbering = numberingBetween(previous, next);
    if (numbering !== null) faults.push(numbering);
    return faults;
  }
  return [replaced(previous, next), renumbered(previous, next)].filter((fault) => fault !== null);
}

function wentBack(previous: LivePlaylist, next: LivePlaylist): PlaylistFault | null {
  const byStart = previous.mediaSequence - next.mediaSequence;
  const byEnd = endOf(previous) - endOf(next);
  if (byStart <= 0 && byEnd <= 0) return null;
  const message =
    byStart > 0
      ? `expected #EXT-X-MEDIA-SEQUENCE from ${previous.mediaSequence} on, found ${next.mediaSequence}`
      : `expected segments up to ${endOf(previous) - 1} at least, found them end at ${endOf(next) - 1}`;
  return { kind: 'sequence_went_back', segments: Math.max(byStart, byEnd), message };
}

function replaced(previous: LivePlaylist, next: LivePlaylist): PlaylistFault | null {
  return overlapFault(previous, next, 'segment_replaced', 'another address or range', isOther);
}

function renumbered(previous: LivePlaylist, next: LivePlaylist): PlaylistFault | null {
  return overlapFault(
    previous,
    next,
    'discontinuity_sequence_inconsistent',
    'another discontinuity sequence',
    (before, after) => before.discontinuitySequence !== after.discontinuitySequence,
  );
}

function overlapFault(
  previous: LivePlaylist,
  next: LivePlaylist,
  kind: PlaylistFaultKind,
  found: string,
  isWrong: (before: LiveSegment, after: LiveSegment) => boolean,
): PlaylistFault | null {
  const from = next.segments[0]?.mediaSequence ?? 0;
  let segments = 0;
  let first: number | null = null;
  for (const before of previous.segments) {
    const after = next.segments[before.mediaSequence - from];
    if (after === undefined || !isWrong(before, after)) continue;
    segments += 1;
    first ??= before.mediaSequence;
  }
  if (first === null) return null;
  return { kind, segments, message: `expected segment ${first} as it was listed before, found it with ${found}` };
}

/** Without a segment in common, the number may not go back all the same. */
function numberingBetween(previous: LivePlaylist, next: LivePlaylist): PlaylistFault | null {
  const before = previous.segments.at(-1)?.discontinuitySequence ?? previous.discontinuitySequence;
  const after = next.segments[0]?.discontinuitySequence ?? next.discontinuitySequence;
  if (after >= before) return null;
  const message = `expected a discontinuity sequence from ${before} on, found ${after}`;
  return { kind: 'discontinuity_sequence_inconsistent', segments: 1, message };
}

function isOther(before: LiveSegment, after: LiveSegment): boolean {
  return before.uri !== after.uri || !isSameRange(before.byteRange, after.byteRange);
}

function isSameRange(one: ByteRange | null, other: ByteRange | null): boolean {
  return one?.offset === other?.offset && one?.lengthBytes === other?.lengthBytes;
}

/** Number of the segment that will come next. */
function endOf({ mediaSequence, skippedSegments, segments }: LivePlaylist): number {
  return mediaSequence + skippedSegments + segments.length;
}
