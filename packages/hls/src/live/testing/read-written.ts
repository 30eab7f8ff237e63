import type { LivePlaylist } from '../live-playlist.ts';
import { parseAnyPlaylist } from '../parse-any-playlist.ts';

export const baseUrl = 'https://origin.test/live/index.m3u8';

/** The media playlist of a text that is one. */
export function readMedia(text: string): LivePlaylist {
  const read = parseAnyPlaylist(text, baseUrl);
  if (!read.ok) throw new Error(read.failure.message);
  if (read.value.kind !== 'media') throw new Error('expected a list of segments, found a list of variants');
  return read.value.playlist;
}
