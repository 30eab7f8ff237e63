import { type Result, succeed } from '@dropwise/kit';
import type { types } from 'hls-parser';
import type { ByteRange } from './live-playlist.ts';
import { type LivePlaylistProblem, liveProblem } from './live-problem.ts';

/** What the reader says where no offset is. */
const noOffset = -1;

/**
 * A checked range. `carriedOffset` is where the range before it in the same resource ended; null = there is none, and
 * an offset must be said.
 */
export function readByteRange(
  read: types.Byterange | null | undefined,
  carriedOffset: number | null,
  where: string,
): Result<ByteRange | null, LivePlaylistProblem> {
  if (read === null || read === undefined) return succeed(null);
  const lengthBytes = read.length;
  if (!Number.isSafeInteger(lengthBytes) || lengthBytes <= 0) {
    return liveProblem('semantic', `a length above 0 in the byte range of ${where}`, String(lengthBytes));
  }
  const offset = read.offset === noOffset ? carriedOffset : read.offset;
  if (offset === null) {
    return liveProblem('semantic', `an offset in the byte range of ${where}, the first of its resource`, 'none');
  }
  if (!Number.isSafeInteger(offset) || offset < 0 || !Number.isSafeInteger(offset + lengthBytes)) {
    return liveProblem('semantic', `a byte range of ${where} that ends below 2^53`, `${lengthBytes}@${offset}`);
  }
  return succeed({ offset, lengthBytes });
}
