import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type HttpDoor, NetworkError } from '@dropwise/kit';
import { readLocalClock } from './local-clock.ts';

const answering = (body: string): HttpDoor => ({
  send: () => Promise.resolve({ status: 200, headers: {}, setCookies: [], body }),
});

test('a local Twitch gives its time and its speed', async () => {
  const clock = await readLocalClock(answering('{"now": 1772215200000, "speed": 60}'), 'http://127.0.0.1:1');
  assert.equal(clock?.speed, 60);
  assert.equal(clock?.startMs, 1772215200000);
});

for (const [name, door] of [
  ['time that stands still', answering('{"now": 1772215200000, "speed": 0}')],
  ['something else', answering('<html>')],
  ['JSON of another kind', answering('[1, 2]')],
  ['nothing at all', { send: () => Promise.reject(new NetworkError('refused', '127.0.0.1', 'no')) }],
] as const) {
  test(`${name} gives no clock`, async () => {
    assert.equal(await readLocalClock(door, 'http://127.0.0.1:1'), null);
  });
}
