import { type Result, succeed } from '@dropwise/kit';
import { types } from 'hls-parser';
import { lenientParse } from '../lenient-parse.ts';
import { readVariants } from '../multivariant-playlist.ts';
import type { MultivariantPlaylist } from '../playlist.ts';
import type { LivePlaylist } from './live-playlist.ts';
import { type LivePlaylistProblem, liveProblem } from './live-problem.ts';
import { readLivePlaylist } from './read-live-playlist.ts';
import { scanLines } from './scan-lines.ts';

export type AnyPlaylist =
  | {
      readonly kind: 'multivariant';
      readonly playlist: MultivariantPlaylist;
      /** Some variant's sound is in a playlist of its own (EXT-X-MEDIA with an address). */
      readonly separateAudio: boolean;
    }
  | { readonly kind: 'media'; readonly playlist: LivePlaylist };

/**
 * Reads whatever an origin served as a playlist. Nothing makes it throw, and its time and memory are bounded by what
 * `scanLines` lets through. Addresses are made absolute against `baseUrl`.
 */
export function parseAnyPlaylist(text: string, baseUrl: string): Result<AnyPlaylist, LivePlaylistProblem> {
  const scanned = scanLines(text);
  if (!scanned.ok) return scanned;
  const read = readLines(scanned.value.text);
  if (!read.ok) return read;
  if (read.value instanceof types.MasterPlaylist) return readMultivariant(read.value, text, baseUrl);
  const playlist = readLivePlaylist(read.value, scanned.value.tags, baseUrl);
  return playlist.ok ? succeed({ kind: 'media', playlist: playlist.value }) : playlist;
}

function readLines(text: string): Result<types.MasterPlaylist | types.MediaPlaylist, LivePlaylistProblem> {
  try {
    return succeed(lenientParse(text));
  } catch (error) {
    const found = error instanceof Error ? error.message.slice(0, 120) : 'nonsense';
    return liveProblem('parse', 'well-formed attributes', found);
  }
}

function readMultivariant(
  model: types.MasterPlaylist,
  text: string,
  baseUrl: string,
): Result<AnyPlaylist, LivePlaylistProblem> {
  const playlist = readVariants(model, baseUrl);
  if (!playlist.ok) return { ok: false, failure: { class: 'semantic', message: playlist.failure.message } };
  const wrong = playlist.value.variants.findIndex(({ bandwidth }) => !(bandwidth > 0));
  if (wrong !== -1) return liveProblem('semantic', `BANDWIDTH above 0 of variant ${wrong}`, 'none');
  return succeed({ kind: 'multivariant', playlist: playlist.value, separateAudio: hasSeparateAudio(text) });
}

/** By line: the library takes time that grows with the square of their number, and is not shown them. */
function hasSeparateAudio(text: string): boolean {
  return text
    .split('\n')
    .some((line) => line.startsWith('#EXT-X-MEDIA:') && line.includes('TYPE=AUDIO') && line.includes('URI="'));
}
