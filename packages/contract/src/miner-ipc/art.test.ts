import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type ArtType, artTypeOf } from './art.ts';

const bytesOf = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0));
const table: readonly (readonly [what: string, bytes: string, type: ArtType | null])[] = [
  ['a PNG', '\x89PNG\r\n\x1a\n....', 'image/png'],
  ['a JPEG', '\xff\xd8\xff\xe0....', 'image/jpeg'],
  ['a WebP', 'RIFF\x10\0\0\0WEBPVP8 ', 'image/webp'],
  ['a GIF', 'GIF89a....', 'image/gif'],
  ['an AVIF', '\0\0\0\x1cftypavif....', 'image/avif'],
  ['a sound in the same box as WebP', 'RIFF\x10\0\0\0WAVEfmt ', null],
  ['a film in the same box as AVIF', '\0\0\0\x1cftypisom....', null],
  ['an SVG', '<svg xmlns="http://www.w3.org/2000/svg">', null],
  ['a page', '<!doctype html>', null],
  ['half a sign', '\x89PNG', null],
  ['nothing', '', null],
];
for (const [what, bytes, type] of table) {
  test(`${what} is ${type ?? 'no picture that is shown'}`, () => {
    assert.equal(artTypeOf(bytesOf(bytes)), type);
  });
}
