import * as v from 'valibot';
import { maxArtAddressLength } from '../miner-ipc/art.ts';

/** Of box art, whose addresses leave it open: width x height. */
export const artSizes = ['144x192', '288x384'] as const;
export type ArtSize = (typeof artSizes)[number];

export const artQuery = v.object({
  /** As it stands in a campaign, placeholders and all. */
  url: v.pipe(v.string(), v.minLength(1), v.maxLength(maxArtAddressLength)),
  size: v.optional(v.picklist(artSizes)),
});

/** Twitch leaves the size of some addresses to whoever asks: `{width}x{height}`. */
export function fillArtSize(url: string, size: ArtSize): string {
  const [width = '', height = ''] = size.split('x');
  return url.replace('{width}', width).replace('{height}', height);
}
