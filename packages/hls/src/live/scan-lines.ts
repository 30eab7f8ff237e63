import { type Result, succeed } from '@dropwise/kit';
import { type LivePlaylistProblem, liveProblem } from './live-problem.ts';
import { numberProblem } from './number-tags.ts';
import { instantWithZone } from './program-date-time.ts';
import { shieldApostrophes } from './shield-apostrophes.ts';

const maxLength = 4 * 1024 * 1024;
const maxLineLength = 64 * 1024;
const maxSegments = 50_000;
const maxParts = 50_000;
/** The reader looks through the whole text once for each. */
const maxVariants = 1_000;

/** RFC 8216 4.3.3: at most one of each. */
const playlistTags: ReadonlySet<string> = new Set([
  'EXT-X-TARGETDURATION',
  'EXT-X-MEDIA-SEQUENCE',
  'EXT-X-DISCONTINUITY-SEQUENCE',
  'EXT-X-ENDLIST',
  'EXT-X-PLAYLIST-TYPE',
  'EXT-X-SERVER-CONTROL',
  'EXT-X-PART-INF',
  'EXT-X-SKIP',
]);
const segmentTags: ReadonlySet<string> = new Set([
  'EXTINF',
  'EXT-X-BYTERANGE',
  'EXT-X-DISCONTINUITY',
  'EXT-X-KEY',
  'EXT-X-MAP',
  'EXT-X-PROGRAM-DATE-TIME',
  'EXT-X-PART',
  'EXT-X-PRELOAD-HINT',
  'EXT-X-GAP',
]);

/** What is left for the reader, within bounds. */
export interface ScannedLines {
  readonly text: string;
  /** Without `#`. */
  readonly tags: ReadonlySet<string>;
}

interface Scan {
  readonly kept: string[];
  readonly tags: Set<string>;
  addresses: number;
  parts: number;
  variants: number;
  /** The tag that an address must follow. */
  awaitsAddress: string | null;
}

/**
 * Bounds a text before it is read, and narrows it to the tags that a player goes by. The reader's time is quadratic in
 * tags that nobody here needs (EXT-X-MEDIA, EXT-X-DATERANGE), it throws on titles beyond ASCII, and takes `6abc` for a
 * number: it gets to see none of them.
 */
export function scanLines(text: string): Result<ScannedLines, LivePlaylistProblem> {
  if (text.length > maxLength) return liveProblem('too_large', `at most ${maxLength} characters`, `${text.length}`);
  const start = text.startsWith('\uFEFF') ? 1 : 0;
  if (!/^#EXTM3U[ \t]*(?:\r?\n|$)/.test(text.slice(start, start + 100))) {
    const found = text.length === start ? 'nothing' : JSON.stringify(text.slice(start, start + 40));
    return liveProblem('parse', '#EXTM3U as the first line', found);
  }
  const scan: Scan = { kept: [], tags: new Set(), addresses: 0, parts: 0, variants: 0, awaitsAddress: null };
  for (let from = start; from < text.length; ) {
    const end = text.indexOf('\n', from);
    const to = end === -1 ? text.length : end;
    if (to - from > maxLineLength) {
      return liveProblem('too_large', `at most ${maxLineLength} characters a line`, `${to - from}`);
    }
    const problem = scanLine(text.slice(from, to).trim(), scan);
    if (problem !== null) return problem;
    from = to + 1;
  }
  return finish(scan);
}

function scanLine(line: string, scan: Scan): Result<never, LivePlaylistProblem> | null {
  if (line === '') return null;
  return line.startsWith('#') ? scanTag(line, scan) : scanAddress(line, scan);
}

function scanAddress(line: string, scan: Scan): Result<never, LivePlaylistProblem> | null {
  if (scan.awaitsAddress === null) {
    return liveProblem('semantic', '#EXTINF or #EXT-X-STREAM-INF before each address', 'none');
  }
  scan.addresses += 1;
  if (scan.addresses > maxSegments) return liveProblem('too_large', `at most ${maxSegments} segments`, 'more');
  scan.awaitsAddress = null;
  scan.kept.push(line);
  return null;
}

function scanTag(line: string, scan: Scan): Result<never, LivePlaylistProblem> | null {
  const colon = line.indexOf(':');
  const name = colon === -1 ? line.slice(1) : line.slice(1, colon);
  const value = colon === -1 ? '' : line.slice(colon + 1).trim();
  if (name === 'EXT-X-DEFINE') {
    return liveProblem('semantic', 'addresses without variables, which this tool does not fill in', '#EXT-X-DEFINE');
  }
  const isVariant = name === 'EXT-X-STREAM-INF';
  const isForPlaylist = playlistTags.has(name);
  if (!isVariant && !isForPlaylist && !segmentTags.has(name) && name !== 'EXTM3U') return null;
  if (isForPlaylist && scan.tags.has(name)) return liveProblem('semantic', `#${name} once`, 'another');
  if (scan.awaitsAddress === 'EXT-X-STREAM-INF') return addressMissing(scan.awaitsAddress);
  const problem = countTag(name, scan) ?? numberProblem(name, value);
  if (problem !== null) return problem;
  if (isVariant || name === 'EXTINF') scan.awaitsAddress = name;
  scan.tags.add(name);
  scan.kept.push(lineForReader(line, name));
  return null;
}

function countTag(name: string, scan: Scan): Result<never, LivePlaylistProblem> | null {
  if (name === 'EXT-X-PART') {
    scan.parts += 1;
    if (scan.parts > maxParts) return liveProblem('too_large', `at most ${maxParts} parts`, 'more');
  }
  if (name === 'EXT-X-STREAM-INF') {
    scan.variants += 1;
    if (scan.variants > maxVariants) return liveProblem('too_large', `at most ${maxVariants} variants`, 'more');
  }
  return null;
}

function lineForReader(line: string, name: string): string {
  if (name === 'EXTINF') return line.split(',', 1)[0] ?? '';
  if (name === 'EXT-X-PROGRAM-DATE-TIME') return instantWithZone(line);
  return line.includes("'") ? shieldApostrophes(line) : line;
}

function finish(scan: Scan): Result<ScannedLines, LivePlaylistProblem> {
  if (scan.awaitsAddress !== null) return addressMissing(scan.awaitsAddress);
  const mediaTag = [...scan.tags].find((name) => playlistTags.has(name) || segmentTags.has(name));
  if (scan.variants > 0 && mediaTag !== undefined) {
    // RFC 8216 4.1: a client must not take such a text for a playlist.
    return liveProblem('parse', 'variants or segments', `#EXT-X-STREAM-INF and #${mediaTag} in one text`);
  }
  return succeed({ text: scan.kept.join('\n'), tags: scan.tags });
}

function addressMissing(name: string): Result<never, LivePlaylistProblem> {
  return liveProblem('semantic', `an address after #${name}`, 'none');
}
