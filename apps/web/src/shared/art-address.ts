import { type ArtSize, artSizes } from '@dropwise/contract';

/** Twice the room, for screens with two dots a pixel; the larger where both are too small. */
const dots = 2;

/** Where the console has a picture of Twitch's: the browser itself asks nobody else. */
export function artAddress(src: string, width: number, base: string): string {
  const address = new URL('api/art', base);
  address.searchParams.set('url', src);
  // Twitch leaves the size of box art to whoever asks; a reward is as it is.
  if (src.includes('{width}')) address.searchParams.set('size', sizeFor(width * dots));
  return address.href;
}

function sizeFor(width: number): ArtSize {
  return artSizes.find((size) => Number.parseInt(size, 10) >= width) ?? '288x384';
}
