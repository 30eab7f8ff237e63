import { fail, type NetworkError, type Result, type StopSignal, succeed } from '@dropwise/kit';
import type { Exchange } from '../http/exchange.ts';

export interface FetchedImage {
  /** As the host names it; nobody has looked at the bytes. */
  readonly contentType: string;
  readonly bytes: Uint8Array;
}

export type ImageFailure =
  /** Nothing was asked: the address is not one of the image host. */
  | { readonly kind: 'foreign'; readonly expectedOrigin: string }
  | { readonly kind: 'unreachable'; readonly networkError: NetworkError }
  | { readonly kind: 'notFound'; readonly status: number };

export const maxImageBytes = 512 * 1024;
const accept = 'image/webp,image/avif,image/png,image/jpeg,image/gif';

/** One picture, of the one host that has them; where that host points elsewhere is not followed. */
export async function fetchImage(
  exchange: Exchange,
  imagesUrl: string,
  url: string,
  signal?: StopSignal,
): Promise<Result<FetchedImage, ImageFailure>> {
  const { origin } = new URL(imagesUrl);
  if (!isImageAddress(url, origin)) return fail({ kind: 'foreign', expectedOrigin: origin });
  const answer = await exchange(
    {
      purpose: 'image',
      method: 'GET',
      url,
      headers: { accept },
      maxBytes: maxImageBytes,
      cookies: false,
      redirects: 'refuse',
      answerAs: 'bytes',
    },
    signal,
  );
  if (!answer.ok) return fail({ kind: 'unreachable', networkError: answer.failure });
  const { status, headers, bytes } = answer.value;
  if (status !== 200 || bytes === undefined) return fail({ kind: 'notFound', status });
  return succeed({ contentType: headers['content-type'] ?? '', bytes });
}

/** Of exactly this origin: scheme, name and port. Names and passwords in an address are a way to look like another. */
export function isImageAddress(url: string, origin: string): boolean {
  if (!URL.canParse(url)) return false;
  const parsed = new URL(url);
  return parsed.origin === origin && parsed.username === '' && parsed.password === '';
}
