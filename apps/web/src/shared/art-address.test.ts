import assert from 'node:assert/strict';
import { test } from 'node:test';
import { artAddress } from './art-address.ts';

const boxArt = 'https://images.example/box-{width}x{height}.jpg?a=1&b=2#c';
const rows: readonly (readonly [src: string, width: number, size: string | null])[] = [
  [boxArt, 36, '144x192'],
  [boxArt, 72, '144x192'],
  [boxArt, 73, '288x384'],
  [boxArt, 900, '288x384'],
  ['https://images.example/reward.png', 48, null],
];
for (const [src, width, size] of rows) {
  test(`${src} in ${width} pixels is asked of the console ${size === null ? 'as it is' : `in ${size}`}`, () => {
    const address = new URL(artAddress(src, width, 'http://127.0.0.1:8080/dropwise/'));
    assert.equal(`${address.origin}${address.pathname}`, 'http://127.0.0.1:8080/dropwise/api/art');
    assert.equal(address.searchParams.get('url'), src);
    assert.equal(address.searchParams.get('size'), size);
    assert.equal(address.hash, '');
  });
}
