import { type Result, succeed } from '@dropwise/kit';
import type { LivePlaylist, LiveSegment } from './live-playlist.ts';
import { type LivePlaylistProblem, liveProblem } from './live-problem.ts';

/**
 * Puts back what a delta update left out (`EXT-X-SKIP`), from the playlist before it. Key, map, date and discontinuity
 * number go on from the skipped segments until the update itself says others. On a failure: ask for the whole.
 */
export function mergeDelta(previous: LivePlaylist, delta: LivePlaylist): Result<LivePlaylist, LivePlaylistProblem> {
  if (delta.skippedSegments === 0) return succeed(delta);
  const first = delta.mediaSequence;
  const end = first + delta.skippedSegments;
  const heldFrom = previous.segments[0]?.mediaSequence ?? 0;
  const heldTo = heldFrom + previous.segments.length;
  if (first < heldFrom || end > heldTo) {
    const held = previous.segments.length === 0 ? 'nothing' : `segments ${heldFrom} to ${heldTo - 1} alone`;
    return liveProblem('semantic', `an update that skips ${held}`, `${first} to ${end - 1} skipped`);
  }
  const kept = previous.segments.slice(first - heldFrom, end - heldFrom);
  return succeed({ ...delta, segments: goOn(kept, delta), skippedSegments: 0, deltaScope: null });
}

function goOn(kept: readonly LiveSegment[], delta: LivePlaylist): readonly LiveSegment[] {
  const segments = [...kept];
  let before = segments.at(-1);
  if (before === undefined) return delta.segments;
  const { key, map, discontinuitySequence } = before;
  // The update numbers from the first segment of all, without the discontinuities among those it left out.
  const unseen = discontinuitySequence - delta.discontinuitySequence;
  const keySaidFrom = delta.deltaScope?.keySaidFrom ?? Number.POSITIVE_INFINITY;
  const mapSaidFrom = delta.deltaScope?.mapSaidFrom ?? Number.POSITIVE_INFINITY;
  for (const said of delta.segments) {
    const segment: LiveSegment = {
      ...said,
      key: said.mediaSequence < keySaidFrom ? key : said.key,
      map: said.mediaSequence < mapSaidFrom ? map : said.map,
      discontinuitySequence: said.discontinuitySequence + unseen,
    };
    before = segment.programDateTimeMs === null ? dateCarried(segment, before) : segment;
    segments.push(before);
  }
  return segments;
}

function dateCarried(segment: LiveSegment, before: LiveSegment): LiveSegment {
  const isContinuous = segment.discontinuitySequence === before.discontinuitySequence;
  if (!isContinuous || before.programDateTimeMs === null) return segment;
  return { ...segment, programDateTimeMs: before.programDateTimeMs + before.durationSeconds * 1_000 };
}
