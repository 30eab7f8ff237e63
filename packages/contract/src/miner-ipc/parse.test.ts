import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseConsoleMessage } from './parse-console-message.ts';
import { parseMinerMessage } from './parse-miner-message.ts';

const command = (of: unknown) => ({ kind: 'command', id: 1, command: of });

const taken: readonly unknown[] = [
  { kind: 'factsStored', key: 'run:1' },
  { kind: 'fetchArt', id: 1, url: 'https://images.example/box.png' },
  command({ kind: 'reload' }),
  command({ kind: 'selectChannel', channelId: '12345', login: 'some_one' }),
  command({ kind: 'selectChannel', channelId: '', login: 'some_one' }),
  command({ kind: 'exitManual' }),
  command({ kind: 'reloadSettings' }),
  command({ kind: 'retryLogin' }),
  command({ kind: 'signOut' }),
  command({ kind: 'stop' }),
];
for (const message of taken) {
  test(`the miner takes ${JSON.stringify(message)}`, () => {
    assert.deepEqual(parseConsoleMessage(message), { ok: true, value: message });
  });
}

const refused: readonly (readonly [message: unknown, problem: RegExp])[] = [
  [null, /expected/],
  ['reload', /expected/],
  [{}, /kind: expected/],
  [{ kind: 'explode' }, /kind: expected/],
  [{ kind: 'factsStored' }, /key/],
  [{ kind: 'factsStored', key: 'x'.repeat(201) }, /key: expected/],
  [{ kind: 'fetchArt', id: 1.5, url: '' }, /id: expected/],
  [{ kind: 'fetchArt', id: 1, url: 'x'.repeat(1_001) }, /url: expected/],
  [command(null), /command: expected/],
  [command({ kind: 'selectChannel', channelId: '../1', login: 'a' }), /command\.channelId: expected/],
  [command({ kind: 'selectChannel', channelId: '1', login: 'a/b' }), /command\.login: expected/],
  [{ ...command({ kind: 'stop' }), id: 'one' }, /id: expected number/],
];
for (const [message, problem] of refused) {
  test(`the miner does not take ${JSON.stringify(message)?.slice(0, 80)}`, () => {
    const parsed = parseConsoleMessage(message);
    assert.ok(!parsed.ok);
    assert.match(parsed.failure, problem);
  });
}

test('a message of a miner needs what its kind is made of', () => {
  const heartbeat = { kind: 'heartbeat', now: 1 };
  assert.deepEqual(parseMinerMessage(heartbeat), { ok: true, value: heartbeat });
  for (const wrong of [null, 1, [], {}, { kind: 'toString' }, { kind: 'heartbeat' }, { kind: 'facts', facts: {} }]) {
    assert.equal(parseMinerMessage(wrong).ok, false, JSON.stringify(wrong));
  }
});

const png = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0]);
const fetched = (art: unknown, problem: unknown = null) => ({ kind: 'artFetched', id: 1, art, problem });
const arts: readonly (readonly [what: string, message: unknown, isTaken: boolean])[] = [
  ['a picture', fetched({ contentType: 'image/png', bytes: png }), true],
  ['why there is none', fetched(null, { isLasting: true, sentence: 'There is none.' }), true],
  ['a picture under the name of another type', fetched({ contentType: 'image/jpeg', bytes: png }), false],
  ['a picture as text', fetched({ contentType: 'image/png', bytes: 'PNG' }), false],
  ['a page that calls itself a picture', fetched({ contentType: 'image/png', bytes: new Uint8Array(20) }), false],
  [
    'more than a picture has',
    fetched({ contentType: 'image/png', bytes: Uint8Array.from({ ...png, length: 600_000 }) }),
    false,
  ],
  ['a reason without a sentence', fetched(null, { isLasting: true }), false],
];
for (const [what, message, isTaken] of arts) {
  test(`${what} is ${isTaken ? 'taken from' : 'refused of'} a miner`, () => {
    assert.equal(parseMinerMessage(message).ok, isTaken);
  });
}
