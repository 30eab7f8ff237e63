import assert from 'node:assert/strict';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import type { Fact } from '@dropwise/core';
import { campaignId, channelId, dropId } from '@dropwise/kit';
import fc from 'fast-check';
import { openOutbox } from './outbox.ts';

const named = (name: string) => ({
  dropId: dropId(name),
  dropName: name,
  campaignId: campaignId('c'),
  campaignName: 'Week',
  gameName: 'Lanterns',
});
const claimed = (name: string): Fact => ({
  kind: 'dropClaimed',
  ...named(name),
  benefitNames: ['Hat'],
  attempts: 1,
  by: 'claim',
});
const confirmed = (minutes: number): Fact => ({
  kind: 'minuteConfirmed',
  ...named('hat'),
  minutes,
  requiredMinutes: 60,
  gainedMinutes: 1,
  by: 'socket',
});
const left = (number: number): Fact => ({
  kind: 'channelLeft',
  channelId: channelId(String(number)),
  login: 'x'.repeat(100),
  why: 'stopping',
});
const estimated: Fact = { kind: 'minuteEstimated', ...named('hat'), estimatedMinutes: 1 };

function openFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'dropwise-outbox-'));
  const path = join(folder, 'facts-unsent.ndjson');
  const troubles: string[] = [];
  return {
    path,
    troubles,
    text: () => (existsSync(path) ? readFileSync(path, 'utf8') : ''),
    open: (runId: string, maxBytes?: number) =>
      openOutbox({
        path,
        runId,
        onTrouble: (why) => troubles.push(why),
        ...(maxBytes === undefined ? {} : { maxBytes }),
      }),
    [Symbol.dispose]: () => rmSync(folder, { recursive: true, force: true }),
  };
}

type Outbox = ReturnType<typeof openOutbox>;
const keysOf = (outbox: Outbox) => outbox.takeUnsent(100_000).map(({ key }) => key);

test('a fact is on the disk before it is sent, for its owner alone, and until it is stored', () => {
  using folder = openFolder();
  using outbox = folder.open('a');
  outbox.add(claimed('hat'), 5);
  assert.equal(statSync(folder.path).mode & 0o777, 0o600);
  const line = { key: 'a:1', at: 5, fact: claimed('hat') };
  assert.equal(folder.text(), `${JSON.stringify(line)}\n`);
  assert.deepEqual(outbox.takeUnsent(10), [line]);
  assert.deepEqual(outbox.takeUnsent(10), [], 'and is sent once a life');
  outbox.confirm('a:1');
  assert.equal(folder.text(), '');
});

test('what an earlier life could not send is sent first by the next, with its old key', () => {
  using folder = openFolder();
  const first = folder.open('a');
  first.add(confirmed(1), 1);
  first.add(claimed('hat'), 2);
  assert.equal(keysOf(first).length, 2);
  first.confirm('a:1');
  first[Symbol.dispose]();
  using second = folder.open('b');
  second.add(confirmed(2), 3);
  assert.deepEqual(keysOf(second), ['a:1', 'a:2', 'b:1'], 'one that was stored may come again');
  second.confirm('b:1');
  assert.equal(folder.text(), '');
  assert.deepEqual(folder.troubles, []);
});

test('only what was sent can be stored', () => {
  using folder = openFolder();
  using outbox = folder.open('a');
  outbox.add(confirmed(1), 1);
  assert.deepEqual(keysOf(outbox), ['a:1']);
  outbox.add(confirmed(2), 2);
  outbox.confirm('a:2');
  outbox.confirm('somebody else:1');
  outbox.confirm('');
  assert.deepEqual(keysOf(outbox), ['a:2']);
});

test('a fact that says little is sent and not kept, and its key confirms those before it', () => {
  using folder = openFolder();
  using outbox = folder.open('a');
  outbox.add(confirmed(1), 1);
  outbox.add(estimated, 2);
  assert.equal(folder.text().split('\n').length, 2);
  assert.deepEqual(keysOf(outbox), ['a:1', 'a:2']);
  outbox.confirm('a:2');
  assert.equal(folder.text(), '');
});

test('without room the least worth goes first, the oldest of it, and never a claim', () => {
  using folder = openFolder();
  using outbox = folder.open('a', 20_000);
  outbox.add(claimed('first'), 0);
  for (let each = 0; each < 200; each += 1) {
    outbox.add(estimated, each);
    outbox.add(left(each), each);
    if (each % 10 === 0) outbox.add(confirmed(each), each);
  }
  const kinds = outbox.takeUnsent(1_000).map(({ fact }) => fact.kind);
  assert.equal(kinds.filter((kind) => kind === 'dropClaimed').length, 1);
  assert.equal(kinds.filter((kind) => kind === 'minuteConfirmed').length, 20);
  assert.ok(kinds.filter((kind) => kind === 'channelLeft').length < 100);
  assert.ok(Buffer.byteLength(folder.text()) < 2 * 20_000 + 64_000);
  assert.equal(folder.troubles.length, 1, folder.troubles.join('\n'));
  using again = folder.open('b', 20_000);
  assert.equal(again.takeUnsent(1_000).find(({ fact }) => fact.kind === 'dropClaimed')?.key, 'a:1');
});

test('claims alone may take more than the room there is', () => {
  using folder = openFolder();
  using outbox = folder.open('a', 1_000);
  for (let each = 0; each < 50; each += 1) outbox.add(claimed(`drop ${each}`), each);
  assert.equal(outbox.takeUnsent(1_000).length, 50);
});

test('the file does not grow with what is stored', () => {
  using folder = openFolder();
  using outbox = folder.open('a');
  outbox.add(claimed('never stored'), 0);
  assert.deepEqual(keysOf(outbox), ['a:1']);
  for (let each = 1; each <= 2_000; each += 1) {
    outbox.add(confirmed(each), each);
    keysOf(outbox);
    if (each % 50 === 0) outbox.add(left(each), each);
  }
  const before = statSync(folder.path).size;
  outbox.confirm('a:1900');
  assert.ok(statSync(folder.path).size < before / 4);
  using again = folder.open('b');
  assert.equal(keysOf(again)[0], 'a:1901');
});

test('a death at any byte loses nothing that was written before it', () => {
  using folder = openFolder();
  const outbox = folder.open('a');
  const wholeAt: number[] = [0];
  for (const fact of [claimed('hat'), confirmed(1), claimed('scarf — “ünïcode”')]) {
    outbox.add(fact, 1);
    wholeAt.push(statSync(folder.path).size);
  }
  outbox[Symbol.dispose]();
  const bytes = readFileSync(folder.path);
  for (let cut = bytes.length; cut >= 0; cut -= 1) {
    writeFileSync(folder.path, bytes);
    truncateSync(folder.path, cut);
    // A line that lacks nothing but its end is whole.
    const expected = wholeAt.filter((at) => at > 0 && at <= cut + 1).length;
    const next = folder.open(`life ${cut}`);
    next.add(confirmed(2), 2);
    assert.equal(next.takeUnsent(100).length, expected + 1, `cut at ${cut}`);
    next[Symbol.dispose]();
    const last = folder.open('last');
    assert.equal(last.takeUnsent(100).length, expected + 1, `read again after a cut at ${cut}`);
    last[Symbol.dispose]();
  }
  assert.deepEqual(folder.troubles, []);
});

test('a death while the file is written anew leaves the old one or the new one', () => {
  using folder = openFolder();
  const outbox = folder.open('a');
  outbox.add(claimed('hat'), 1);
  outbox[Symbol.dispose]();
  const leftOver = join(folder.path, '..', `.facts-unsent.ndjson.${process.pid}-0.tmp`);
  writeFileSync(leftOver, '{"key":"a:1","at"');
  writeFileSync(folder.path, `${folder.text()}{"key":"a:2","at"`);
  using next = folder.open('b');
  assert.deepEqual(keysOf(next), ['a:1']);
  assert.equal(existsSync(leftOver), false);
});

test('lines that are no facts are left out and said', () => {
  using folder = openFolder();
  const good = JSON.stringify({ key: 'a:1', at: 1, fact: claimed('hat') });
  writeFileSync(folder.path, `not json\n{"key":1}\n${good}\n{"key":"a:2","at":2,"fact":null}\n`, { mode: 0o644 });
  using outbox = folder.open('b');
  assert.deepEqual(keysOf(outbox), ['a:1']);
  assert.match(folder.troubles.join(), /held 3 lines that are no facts/);
  assert.equal(statSync(folder.path).mode & 0o777, 0o600);
});

test('without a usable file facts wait in memory, and that is said once', () => {
  using folder = openFolder();
  mkdirSync(folder.path);
  using outbox = folder.open('a');
  outbox.add(claimed('hat'), 1);
  outbox.add(claimed('scarf'), 2);
  assert.deepEqual(keysOf(outbox), ['a:1', 'a:2']);
  outbox.confirm('a:2');
  assert.equal(folder.troubles.length, 1);
  assert.match(folder.troubles.join(), /cannot be used/);
  chmodSync(folder.path, 0o700);
});

/** What happens to an outbox, and to the process that has it. */
const happening = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom('claim', 'minute', 'leave', 'estimate') },
  { weight: 2, arbitrary: fc.constant('send') },
  { weight: 2, arbitrary: fc.constant('store') },
  { weight: 1, arbitrary: fc.constant('die') },
);

test('whatever happens, everything that matters is stored in the end, in its order', () => {
  fc.assert(
    fc.property(fc.array(happening, { maxLength: 60 }), (happenings) => {
      using folder = openFolder();
      let life = 0;
      let outbox = folder.open(`life ${life}`);
      const added: string[] = [];
      const stored: string[] = [];
      let onTheWay: string[] = [];
      const send = (): void => void onTheWay.push(...keysOf(outbox));
      const store = (): void => {
        const last = onTheWay.at(-1);
        stored.push(...onTheWay);
        onTheWay = [];
        if (last !== undefined) outbox.confirm(last);
      };
      let number = 0;
      for (const each of happenings) {
        if (each === 'send') send();
        else if (each === 'store') store();
        else if (each === 'die') {
          // As SIGKILL leaves it: nothing is closed, and what was on the way may or may not have been stored.
          life += 1;
          number = 0;
          onTheWay = [];
          outbox = folder.open(`life ${life}`);
        } else {
          number += 1;
          if (each !== 'estimate') added.push(`life ${life}:${number}`);
          outbox.add(
            { claim: claimed('hat'), minute: confirmed(1), leave: left(1), estimate: estimated }[each] ?? estimated,
            1,
          );
        }
      }
      send();
      store();
      const distinct = [...new Set(stored)].filter((key) => added.includes(key));
      assert.deepEqual(distinct, added);
      assert.equal(folder.text(), '');
    }),
    { numRuns: 100 },
  );
});
