import assert from 'node:assert/strict';
import { test } from 'node:test';
import { drawQr } from './qr-path.ts';

test('a code to scan has its quiet border and its three corners', () => {
  const { size, path } = drawQr('https://www.twitch.tv/activate');
  const isDark = (x: number, y: number): boolean => path.includes(`M${x} ${y}h1`);
  assert.equal((size - 8 - 17) % 4, 0);
  for (const [x, y] of [
    [4, 4],
    [size - 5, 4],
    [4, size - 5],
  ] as const)
    assert.ok(isDark(x, y), `${x} ${y}`);
  for (let at = 0; at < size; at++) assert.ok(!isDark(at, 3) && !isDark(3, at));
});
