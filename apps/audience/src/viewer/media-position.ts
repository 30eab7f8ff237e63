import type { LivePlaylist, LiveSegment, Part } from '@dropwise/hls/live';

/** What is to be fetched next: a whole segment, or from one of its parts on (LL-HLS). */
export interface MediaPosition {
  readonly mediaSequence: number;
  /** Null = the whole segment. */
  readonly partIndex: number | null;
}

export type MediaUnit =
  | { readonly kind: 'segment'; readonly segment: LiveSegment }
  /** `segment` null = it is still being made. */
  | { readonly kind: 'part'; readonly part: Part; readonly segment: LiveSegment | null }
  /** Every part that was listed is done, and the segment is whole: go on with the next. */
  | { readonly kind: 'segment-done'; readonly segment: LiveSegment }
  /** Not listed yet, or nothing will follow. */
  | { readonly kind: 'caught-up' }
  /** No longer listed: so many segments were missed. */
  | { readonly kind: 'passed'; readonly missedSegments: number }
  /** The playlist ends so far before the position that it must have gone back. */
  | { readonly kind: 'ahead' };

export function unitAt(playlist: LivePlaylist, { mediaSequence, partIndex }: MediaPosition): MediaUnit {
  const index = mediaSequence - playlist.mediaSequence;
  if (index < 0) return { kind: 'passed', missedSegments: -index };
  const segment = playlist.segments[index];
  if (segment === undefined) return unitBeyondSegments(playlist, partIndex, index - playlist.segments.length);
  // Parts leave the playlist before their segment does.
  if (partIndex === null || (partIndex === 0 && segment.parts.length === 0)) return { kind: 'segment', segment };
  const part = segment.parts[partIndex];
  return part === undefined ? { kind: 'segment-done', segment } : { kind: 'part', part, segment };
}

function unitBeyondSegments(playlist: LivePlaylist, partIndex: number | null, beyond: number): MediaUnit {
  if (beyond > 1) return { kind: 'ahead' };
  const part = beyond === 0 && partIndex !== null ? playlist.trailingParts[partIndex] : undefined;
  return part === undefined ? { kind: 'caught-up' } : { kind: 'part', part, segment: null };
}

/**
 * The same place in another rendition: by program time where both say it, else by number, as origins keep numbers in step.
 * @param programTimeMs of the next frame that is needed; null = not known.
 */
export function alignPosition(
  playlist: LivePlaylist,
  position: MediaPosition,
  programTimeMs: number | null,
): MediaPosition {
  if (programTimeMs === null) return { mediaSequence: position.mediaSequence, partIndex: startOf(position) };
  for (const segment of playlist.segments) {
    const startMs = segment.programDateTimeMs;
    if (startMs === null || Math.abs(startMs - programTimeMs) * 2 > segment.durationSeconds * 1000) continue;
    return { mediaSequence: segment.mediaSequence, partIndex: startOf(position) };
  }
  return { mediaSequence: position.mediaSequence, partIndex: startOf(position) };
}

/** A rendition is entered at a segment's beginning. */
function startOf({ partIndex }: MediaPosition): number | null {
  return partIndex === null ? null : 0;
}

/** Listed after the position: what a viewer could still load. */
export function secondsAfter(playlist: LivePlaylist, { mediaSequence, partIndex }: MediaPosition): number {
  let seconds = 0;
  for (let index = playlist.segments.length - 1; index >= 0; index--) {
    const segment = playlist.segments[index] as LiveSegment;
    if (segment.mediaSequence < mediaSequence) break;
    seconds += segment.durationSeconds;
  }
  const end = playlist.mediaSequence + playlist.segments.length;
  const done = mediaSequence === end ? (partIndex ?? 0) : 0;
  for (let index = done; index < playlist.trailingParts.length; index++) {
    seconds += playlist.trailingParts[index]?.durationSeconds ?? 0;
  }
  return seconds;
}
