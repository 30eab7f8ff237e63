import { gunzipSync, gzipSync } from 'node:zlib';
import { fail, type Result, succeed } from '@dropwise/kit';
import type { ParcelPiece } from './messages.ts';

const largestPieceBytes = 192 * 1024;
/** A part file of a day with hundreds of proxies stays far below. */
const maxTextBytes = 256 * 1024 * 1024;

/** A text in pieces that a broker carries. */
export function packText(text: string, maxMessageBytes: number): readonly string[] {
  const content = gzipSync(text).toString('base64');
  const pieceBytes = Math.min(largestPieceBytes, Math.floor(maxMessageBytes / 2));
  const pieces: string[] = [];
  for (let from = 0; from < content.length; from += pieceBytes) pieces.push(content.slice(from, from + pieceBytes));
  return pieces;
}

/** Puts the pieces of one text together, in whatever order and however often they come. Holds one text at a time. */
export class Parcel {
  #instance = '';
  #pieces: (string | undefined)[] = [];

  /** The text when it is whole; null = pieces are missing. */
  add({ instance, piece, pieces, content }: ParcelPiece): Result<string | null, string> {
    if (instance !== this.#instance || pieces !== this.#pieces.length) {
      this.#instance = instance;
      this.#pieces = Array.from({ length: pieces }, () => undefined);
    }
    if (piece >= pieces) return fail(`there is no piece ${piece} of ${pieces}`);
    this.#pieces[piece] = content;
    if (this.#pieces.includes(undefined)) return succeed(null);
    try {
      const packed = Buffer.from(this.#pieces.join(''), 'base64');
      return succeed(gunzipSync(packed, { maxOutputLength: maxTextBytes }).toString('utf8'));
    } catch {
      return fail('the pieces make no whole');
    } finally {
      this.#pieces = [];
    }
  }
}
