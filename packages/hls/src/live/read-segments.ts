import { type Result, succeed } from '@dropwise/kit';
import type { types } from 'hls-parser';
import { absoluteUri } from '../absolute-uri.ts';
import { readByteRange } from './byte-range.ts';
import type { InitializationSection, LiveSegment, Part, SegmentKey } from './live-playlist.ts';
import { type LivePlaylistProblem, liveProblem } from './live-problem.ts';
import { instantOf } from './program-date-time.ts';
import { readParts } from './read-parts.ts';
import { unshieldApostrophes } from './shield-apostrophes.ts';

/** The segments that have an address, in order, numbered from `firstNumber`. */
export function readSegments(
  listed: readonly types.Segment[],
  firstNumber: number,
  { targetDuration, discontinuitySequenceBase = 0 }: types.MediaPlaylist,
  baseUrl: string,
): Result<readonly LiveSegment[], LivePlaylistProblem> {
  if (!Number.isSafeInteger(firstNumber + listed.length)) {
    return liveProblem('semantic', 'segment numbers below 2^53', String(firstNumber));
  }
  const reader = new SegmentReader(targetDuration, discontinuitySequenceBase, baseUrl);
  const segments: LiveSegment[] = [];
  for (const [index, segment] of listed.entries()) {
    const read = reader.read(segment, firstNumber + index);
    if (!read.ok) return read;
    segments.push(read.value);
  }
  return succeed(segments);
}

/** Knows what a segment takes over from the one before it. */
class SegmentReader {
  readonly #targetDurationSeconds: number;
  readonly #baseUrl: string;
  #discontinuitySequence: number;
  /** Of the next segment's first frame, if no discontinuity comes between. */
  #nextInstantMs: number | null = null;
  #lastPart: Part | null = null;
  /** The reader's objects are shared by the segments that they hold for: so are ours. */
  #map: Shared<InitializationSection> = { said: null, read: null };
  #key: Shared<SegmentKey> = { said: null, read: null };

  constructor(targetDurationSeconds: number, discontinuitySequence: number, baseUrl: string) {
    this.#targetDurationSeconds = targetDurationSeconds;
    this.#discontinuitySequence = discontinuitySequence;
    this.#baseUrl = baseUrl;
  }

  read(segment: types.Segment, mediaSequence: number): Result<LiveSegment, LivePlaylistProblem> {
    const where = `segment ${mediaSequence}`;
    const uri = absoluteUri(segment.uri, this.#baseUrl);
    if (uri === null) return liveProblem('semantic', `an http address for ${where}`, 'none');
    const durationSeconds = this.#duration(segment, where);
    if (!durationSeconds.ok) return durationSeconds;
    // An absent offset was carried over by the reader, where there was a range to carry it from.
    const byteRange = readByteRange(segment.byterange, null, where);
    if (!byteRange.ok) return byteRange;
    const map = this.#readMap(segment.map, where);
    if (!map.ok) return map;
    const key = this.#readKey(segment.key, where);
    if (!key.ok) return key;
    const parts = readParts(segment.parts, this.#lastPart, this.#baseUrl);
    if (!parts.ok) return parts;
    this.#lastPart = parts.value.at(-1) ?? this.#lastPart;
    return succeed({
      mediaSequence,
      uri,
      durationSeconds: durationSeconds.value,
      byteRange: byteRange.value,
      map: map.value,
      key: key.value,
      gap: segment.gap === true,
      programDateTimeMs: this.#instant(segment, durationSeconds.value),
      discontinuitySequence: this.#discontinuitySequence,
      parts: parts.value,
    });
  }

  #duration({ duration }: types.Segment, where: string): Result<number, LivePlaylistProblem> {
    // RFC 8216 4.3.3.1: rounded to the nearest whole number. That it is above 0, `scanLines` saw to.
    return Math.round(duration) <= Math.round(this.#targetDurationSeconds)
      ? succeed(duration)
      : liveProblem('semantic', `#EXTINF of ${where} within ${this.#targetDurationSeconds} s`, `${duration} s`);
  }

  #instant({ discontinuity, programDateTime }: types.Segment, durationSeconds: number): number | null {
    if (discontinuity === true) {
      this.#discontinuitySequence += 1;
      this.#nextInstantMs = null;
    }
    const instantMs = instantOf(programDateTime) ?? this.#nextInstantMs;
    this.#nextInstantMs = instantMs === null ? null : instantMs + durationSeconds * 1_000;
    return instantMs;
  }

  #readMap(
    said: types.MediaInitializationSection | null,
    where: string,
  ): Result<InitializationSection | null, LivePlaylistProblem> {
    if (said === this.#map.said) return succeed(this.#map.read);
    const read = said === null ? succeed(null) : mapOf(said, this.#baseUrl, where);
    if (read.ok) this.#map = { said, read: read.value };
    return read;
  }

  #readKey(said: types.Key | null | undefined, where: string): Result<SegmentKey | null, LivePlaylistProblem> {
    if (said === this.#key.said) return succeed(this.#key.read);
    const read = said === null || said === undefined ? succeed(null) : keyOf(said, this.#baseUrl, where);
    if (read.ok) this.#key = { said: said ?? null, read: read.value };
    return read;
  }
}

interface Shared<Read> {
  readonly said: object | null;
  readonly read: Read | null;
}

function mapOf(
  said: types.MediaInitializationSection,
  baseUrl: string,
  where: string,
): Result<InitializationSection, LivePlaylistProblem> {
  const uri = absoluteUri(unshieldApostrophes(said.uri ?? ''), baseUrl);
  if (uri === null) return liveProblem('semantic', `an http address in #EXT-X-MAP of ${where}`, 'none');
  const byteRange = said.hint ? succeed(null) : readByteRange(said.byterange, 0, `#EXT-X-MAP of ${where}`);
  return byteRange.ok ? succeed({ uri, byteRange: byteRange.value }) : byteRange;
}

function keyOf(said: types.Key, baseUrl: string, where: string): Result<SegmentKey | null, LivePlaylistProblem> {
  if (said.method === 'NONE') return succeed(null);
  if (!said.method || !said.uri) return liveProblem('semantic', `METHOD and URI in #EXT-X-KEY of ${where}`, 'less');
  return succeed({ method: said.method, uri: absoluteUri(unshieldApostrophes(said.uri), baseUrl) });
}
