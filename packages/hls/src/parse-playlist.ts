import { type Result, succeed } from '@dropwise/kit';
import type { types } from 'hls-parser';
import { lenientParse } from './lenient-parse.ts';
import { type PlaylistProblem, playlistProblem } from './playlist-problem.ts';

/** Longer texts are no playlist. */
const maxLength = 2_000_000;

/** The library's own model of a text, with everything that we rely on still to be checked. */
export function parsePlaylist(text: string): Result<types.MasterPlaylist | types.MediaPlaylist, PlaylistProblem> {
  if (text.length > maxLength) return playlistProblem(`at most ${maxLength} characters`, `${text.length}`);
  if (!text.trimStart().startsWith('#EXTM3U')) {
    return playlistProblem('#EXTM3U at the start', JSON.stringify(text.trimStart().slice(0, 40)));
  }
  try {
    return succeed(lenientParse(text));
  } catch (error) {
    return playlistProblem('a well-formed playlist', error instanceof Error ? error.message.slice(0, 120) : 'nonsense');
  }
}
