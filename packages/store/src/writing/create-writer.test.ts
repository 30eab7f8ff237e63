import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { AnyFact } from '@dropwise/contract';
import { dropClaimed, minuteConfirmed, newFact } from '../testing/make-facts.ts';
import { noon, openTempStore } from '../testing/temp-store.ts';

test('facts that are stored are given back with their numbers, in order, without those that were there', async () => {
  await using opened = await openTempStore();
  const { writer, reader } = opened.store;
  const [first] = writer.addFacts([newFact(dropClaimed(), { key: 'run:1' })]);
  assert.deepEqual(first, { seq: 1, at: noon, childId: 'miner', fact: dropClaimed() });
  const again = writer.addFacts([
    newFact(dropClaimed(), { key: 'run:1' }),
    newFact(minuteConfirmed(), { key: 'run:2' }),
    newFact(minuteConfirmed(), { key: 'run:1', childId: 'other' }),
  ]);
  assert.deepEqual(
    again.map(({ childId, fact }) => [childId, fact.kind]),
    [
      ['miner', 'minuteConfirmed'],
      ['other', 'minuteConfirmed'],
    ],
  );
  assert.deepEqual(reader.facts({ limit: 10, after: 1 }).items, again);
  assert.equal(reader.lastFactSeq, again.at(-1)?.seq);
});

test('of a call that fails nothing is kept, and what was to be new in it is new afterwards', async () => {
  await using opened = await openTempStore();
  const { writer, reader } = opened.store;
  const unwritable = { kind: 'dropClaimed', attempts: 1n } as unknown as AnyFact;
  const good = newFact(minuteConfirmed({ gameName: 'Chess' }), { key: 'run:1' });
  assert.throws(() => writer.addFacts([good, newFact(unwritable)]), /BigInt/);
  assert.equal(reader.lastFactSeq, 0);
  assert.deepEqual(reader.minutes({ fromDay: '2026-01-01', toDay: '2027-01-01' }), []);
  assert.equal(writer.addFacts([good]).length, 1);
  assert.equal(reader.facts({ limit: 10, text: 'chess' }).items.length, 1);
});

test('a fact with nulls in every field is stored and read as it was', async () => {
  await using opened = await openTempStore();
  const fact: AnyFact = {
    kind: 'channelChosen',
    channelId: null,
    login: null,
    game: null,
    campaignName: null,
    why: null,
    transport: null,
  };
  opened.store.writer.addFacts([newFact(fact)]);
  assert.deepEqual(opened.store.reader.facts({ limit: 1 }).items[0]?.fact, fact);
});

test('audit entries keep what was before and after, and are found by their action', async () => {
  await using opened = await openTempStore();
  const { writer, reader } = opened.store;
  const entry = { at: noon, whoKind: 'session', whoName: 'password', address: '::1', target: 'mining.mode' };
  writer.addAudit({ ...entry, action: 'settings.change', before: { a: [1] }, after: 'b' });
  writer.addAudit({ ...entry, action: 'login.failed', before: undefined, after: null });
  assert.deepEqual(reader.audit({ limit: 10, action: 'settings.change' }).items, [
    { seq: 1, ...entry, action: 'settings.change', before: { a: [1] }, after: 'b' },
  ]);
  assert.equal(reader.audit({ limit: 10 }).items[0]?.before, null);
});

test('earlier settings are kept, newest first', async () => {
  await using opened = await openTempStore();
  const { writer, reader } = opened.store;
  writer.addSettings({ at: noon, by: 'local', values: { 'mining.mode': 'plan' } });
  writer.addSettings({ at: noon + 1, by: 'key', values: {} });
  const page = reader.settings({ limit: 1 });
  assert.deepEqual(page, { items: [{ seq: 2, at: noon + 1, by: 'key', values: {} }], next: 2 });
  assert.deepEqual(reader.settings({ limit: 1, before: 2 }), {
    items: [{ seq: 1, at: noon, by: 'local', values: { 'mining.mode': 'plan' } }],
    next: null,
  });
});

test('a delivery waits until it is noted what became of it, and counts its attempts', async () => {
  await using opened = await openTempStore();
  const { writer, reader } = opened.store;
  const delivery = { at: noon, channelId: 'ntfy', rule: 'dropClaimed', title: 'Claimed', text: 'Hat' };
  const id = writer.addDelivery(delivery);
  assert.deepEqual(reader.deliveries({ limit: 1 }).items, [
    { id, ...delivery, state: 'waiting', attempts: 0, lastAttemptAt: null, detail: '' },
  ]);
  writer.noteDelivery(id, { at: noon + 1, state: 'waiting', detail: '503' });
  writer.noteDelivery(id, { at: noon + 2, state: 'delivered', detail: '' });
  assert.deepEqual(reader.deliveries({ limit: 1, channelId: 'ntfy' }).items, [
    { id, ...delivery, state: 'delivered', attempts: 2, lastAttemptAt: noon + 2, detail: '' },
  ]);
  assert.deepEqual(reader.deliveries({ limit: 1, channelId: 'other' }).items, []);
});

test('measurements are averaged over equal spans, each child by itself', async () => {
  await using opened = await openTempStore();
  const { writer, reader } = opened.store;
  writer.addSamples(
    [0, 1, 2, 3, 8].map((second) => ({
      childId: 'miner',
      at: noon + second * 1_000,
      cpuPercent: second,
      rssBytes: second * 100,
    })),
  );
  writer.addSamples([{ childId: 'console', at: noon, cpuPercent: 99, rssBytes: 9 }]);
  const asked = { childId: 'miner', since: noon, until: noon + 10_000, maxPoints: 5 };
  assert.deepEqual(reader.samples(asked), [
    { at: noon + 500, cpuPercent: 0.5, rssBytes: 50 },
    { at: noon + 2_500, cpuPercent: 2.5, rssBytes: 250 },
    { at: noon + 8_000, cpuPercent: 8, rssBytes: 800 },
  ]);
  assert.deepEqual(reader.samples({ ...asked, maxPoints: 0 }), []);
  assert.equal(reader.samples({ ...asked, maxPoints: 1 }).length, 1);
});
