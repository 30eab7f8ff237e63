import { type Result, succeed } from '@dropwise/kit';
import { stringify, types } from 'hls-parser';
import { absoluteUri } from './absolute-uri.ts';
import { parsePlaylist } from './parse-playlist.ts';
import type { MultivariantPlaylist, Variant } from './playlist.ts';
import { type PlaylistProblem, playlistProblem } from './playlist-problem.ts';

/** Reads a playlist of playlists; addresses are made absolute against `baseUrl`. */
export function parseMultivariantPlaylist(
  text: string,
  baseUrl: string,
): Result<MultivariantPlaylist, PlaylistProblem> {
  const parsed = parsePlaylist(text);
  if (!parsed.ok) return parsed;
  const playlist = parsed.value;
  if (!(playlist instanceof types.MasterPlaylist)) return playlistProblem('a list of variants', 'a list of segments');
  return readVariants(playlist, baseUrl);
}

/** From the library's model to ours. */
export function readVariants(
  playlist: types.MasterPlaylist,
  baseUrl: string,
): Result<MultivariantPlaylist, PlaylistProblem> {
  const variants: Variant[] = [];
  for (const [index, variant] of playlist.variants.entries()) {
    if (variant.isIFrameOnly === true) continue;
    const uri = absoluteUri(variant.uri, baseUrl);
    if (uri === null) return playlistProblem(`an http address for variant ${index}`, 'none');
    if (!Number.isFinite(variant.bandwidth)) return playlistProblem(`BANDWIDTH of variant ${index}`, 'none');
    const { bandwidth, codecs = null, resolution = null, frameRate = null } = variant;
    const size = resolution && { width: resolution.width, height: resolution.height };
    variants.push({ uri, bandwidth, codecs, resolution: size, frameRate });
  }
  return variants.length === 0 ? playlistProblem('at least one variant', 'none') : succeed({ variants });
}

export function formatMultivariantPlaylist(playlist: MultivariantPlaylist): string {
  const variants = playlist.variants.map(
    ({ uri, bandwidth, codecs, resolution, frameRate }) =>
      new types.Variant({
        uri,
        bandwidth,
        ...(codecs === null ? {} : { codecs }),
        ...(resolution === null ? {} : { resolution }),
        ...(frameRate === null ? {} : { frameRate }),
      }),
  );
  return stringify(new types.MasterPlaylist({ variants, version: 3 }));
}
