import assert from 'node:assert/strict';
import { test } from 'node:test';
import { VirtualClock } from '@dropwise/kit';
import { retentionPolicyOf, startRetention } from './start-retention.ts';
import { openIngest } from './testing/open-ingest.ts';
import { lineOf } from './testing/seen-facts.ts';

const minuteMs = 60_000;
const dayMs = 1_440 * minuteMs;
const history = { factDays: 10, lineDays: 10, sampleDays: 10, auditDays: 30, maxMegabytes: 100 };
const silent = { person: () => {}, debug: () => {} };

test('what is too old goes slice by slice while the clock goes on, by the settings as they are at that moment', async () => {
  await using opened = await openIngest();
  const { ingest, store, clock } = opened;
  ingest.lines(
    'miner',
    Array.from({ length: 3_000 }, () => lineOf('x')),
  );
  ingest.flush();
  let lineDays = 10;
  using _retention = startRetention({
    store,
    clock,
    policy: () => retentionPolicyOf({ ...history, lineDays }),
    log: silent,
  });
  await clock.advance(3 * dayMs);
  assert.equal(store.reader.totals({}).lines, 3_000);
  lineDays = 2;
  const left = (): number => store.reader.totals({}).lines;
  assert.ok(await clock.advanceUntil(() => left() < 3_000, minuteMs));
  assert.ok(left() > 0);
  assert.ok(await clock.advanceUntil(() => left() === 0, minuteMs));
});

test('a megabyte of the settings is one of the computer’s', () => {
  assert.deepEqual(retentionPolicyOf(history), {
    factDays: 10,
    lineDays: 10,
    sampleDays: 10,
    auditDays: 30,
    maxBytes: 100 * 1024 * 1024,
  });
});

test('a database that does not let it is said once and tried again', async () => {
  const clock = new VirtualClock(0, async () => {});
  const said: string[] = [];
  let calls = 0;
  const trim = () => {
    calls += 1;
    if (calls < 4) throw new Error('database is locked');
    return { removed: 0, done: true };
  };
  const log = { person: (sentence: string) => said.push(sentence), debug: () => {} };
  using _retention = startRetention({ store: { trim }, clock, policy: () => retentionPolicyOf(history), log });
  await clock.advance(10 * minuteMs);
  assert.ok(calls > 4);
  assert.equal(said.length, 1);
});

test('nothing happens after the end', async () => {
  const clock = new VirtualClock(0, async () => {});
  let calls = 0;
  const trim = () => {
    calls += 1;
    return { removed: 1, done: false };
  };
  {
    using _retention = startRetention({
      store: { trim },
      clock,
      policy: () => retentionPolicyOf(history),
      log: silent,
    });
    await clock.advance(minuteMs);
  }
  const before = calls;
  await clock.advance(minuteMs);
  assert.deepEqual([calls, clock.pendingCount], [before, 0]);
});
