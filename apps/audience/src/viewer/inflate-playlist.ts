import { gunzipSync } from 'node:zlib';
import { fail, type Result, succeed } from '@dropwise/kit';
import type { Failure } from '../wire/failure.ts';

const maxInflatedBytes = 4_000_000;
const maxRatio = 100;
/** A small body may be of very few words. */
const smallestCapBytes = 65_536;

/** zlib inflates in pieces and stops at the cap: a bomb costs no more than the cap. */
export function inflatePlaylist(compressed: Buffer): Result<Buffer, Failure> {
  const cap = Math.min(maxInflatedBytes, Math.max(smallestCapBytes, compressed.length * maxRatio));
  try {
    return succeed(gunzipSync(compressed, { maxOutputLength: cap }));
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null;
    if (code === 'ERR_BUFFER_TOO_LARGE') {
      const message = `Expected at most ${cap} bytes out of ${compressed.length} compressed ones, found more.`;
      return fail({ class: 'inflate_limit', message, status: null });
    }
    return fail({ class: 'parse', message: 'Expected a gzip stream, found something else.', status: null });
  }
}
