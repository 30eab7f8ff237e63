import { type Result, succeed } from '@dropwise/kit';
import type { types } from 'hls-parser';
import { absoluteUri } from '../absolute-uri.ts';
import { readByteRange } from './byte-range.ts';
import type { Part } from './live-playlist.ts';
import { type LivePlaylistProblem, liveProblem } from './live-problem.ts';
import { unshieldApostrophes } from './shield-apostrophes.ts';

/** The parts of one segment, hints left out. `previous` is the part before them: its range may be gone on from. */
export function readParts(
  said: readonly types.PartialSegment[],
  previous: Part | null,
  baseUrl: string,
): Result<readonly Part[], LivePlaylistProblem> {
  if (said.length === 0) return succeed(none);
  const parts: Part[] = [];
  let last = previous;
  for (const part of said) {
    if (part.hint) continue;
    const read = readPart(part, last, baseUrl);
    if (!read.ok) return read;
    last = read.value;
    parts.push(last);
  }
  return succeed(parts);
}

const none: readonly Part[] = [];

function readPart(
  part: types.PartialSegment,
  previous: Part | null,
  baseUrl: string,
): Result<Part, LivePlaylistProblem> {
  const uri = absoluteUri(unshieldApostrophes(part.uri ?? ''), baseUrl);
  if (uri === null) return liveProblem('semantic', 'an http address in #EXT-X-PART', 'none');
  const durationSeconds = part.duration ?? 0;
  if (!(durationSeconds > 0 && Number.isFinite(durationSeconds))) {
    return liveProblem('semantic', 'DURATION above 0 in #EXT-X-PART', String(part.duration ?? 'none'));
  }
  const byteRange = readByteRange(part.byterange, offsetAfter(previous, uri), 'a part');
  if (!byteRange.ok) return byteRange;
  return succeed({
    uri,
    durationSeconds,
    independent: part.independent === true,
    byteRange: byteRange.value,
    gap: part.gap === true,
  });
}

function offsetAfter(previous: Part | null, uri: string): number | null {
  const range = previous?.uri === uri ? previous.byteRange : null;
  return range === null ? null : range.offset + range.lengthBytes;
}
