import assert from 'node:assert/strict';
import { stat } from 'node:fs/promises';
import { DatabaseSync } from 'node:sqlite';
import { test } from 'node:test';
import type { LogLine, NewFact } from '@dropwise/contract';
import type { RetentionPolicy, Store } from '../store.ts';
import {
  channelChosen,
  channelWentLive,
  channelWentOffline,
  dropClaimed,
  minuteConfirmed,
  newFact,
} from '../testing/make-facts.ts';
import { dayMs, hourMs, noon, openTempStore } from '../testing/temp-store.ts';

const keepAll: RetentionPolicy = { factDays: 1e4, lineDays: 1e4, sampleDays: 1e4, auditDays: 1e4, maxBytes: 1e12 };

function trimAll({ trim }: Store, policy: Partial<RetentionPolicy>, now = noon): number {
  let removed = 0;
  for (let slices = 0; slices < 100_000; slices++) {
    const slice = trim({ ...keepAll, ...policy }, now);
    removed += slice.removed;
    if (slice.done) return removed;
  }
  throw new Error('expected trimming to come to an end');
}

function lineAt(at: number, text = 'a line'): LogLine {
  return { at, childId: 'miner', level: 'info', source: 'gql', text };
}

test('each kind goes at its own age, and claims and minutes never do', async () => {
  await using opened = await openTempStore();
  const { store } = opened;
  const { writer, reader } = store;
  for (const [index, at] of [noon - 10 * dayMs, noon - 3 * dayMs, noon].entries()) {
    writer.addFacts([
      newFact(dropClaimed({ dropId: `drop ${at}` as never }), { at }),
      newFact(minuteConfirmed({ minutes: index + 1 }), { at }),
      newFact(channelWentLive('amy'), { at }),
      newFact(channelChosen(`amy ${at}`), { at }),
    ]);
    writer.addLines([lineAt(at)]);
    writer.addSamples([{ childId: 'miner', at, cpuPercent: 1, rssBytes: 1 }]);
    writer.addAudit({ at, whoKind: 'local', whoName: '', address: '', action: '', target: '', before: 1, after: 2 });
    writer.addSettings({ at, by: 'local', values: {} });
    writer.addDelivery({ at, channelId: 'ntfy', rule: '', title: '', text: '' });
  }
  const policy = { factDays: 5, lineDays: 1, sampleDays: 4, auditDays: 2 };
  // 4 facts, 2 lines, 1 sample, 1 sighting, 1 move, 1 delivery, 2 audit entries, 2 settings.
  assert.equal(trimAll(store, policy), 14);
  const span = { since: 0, until: noon + 1 };
  assert.deepEqual(
    [
      reader.facts({ limit: 100 }).items.length,
      reader.lines({ limit: 100 }).items.length,
      reader.samples({ childId: 'miner', ...span, maxPoints: 1_000_000 }).length,
      reader.sightings({ since: 0, limit: 100 }).length,
      reader.moves({ limit: 100 }).items.length,
      reader.audit({ limit: 100 }).items.length,
      reader.settings({ limit: 100 }).items.length,
      reader.deliveries({ limit: 100 }).items.length,
    ],
    [8, 1, 2, 2, 2, 1, 1, 2],
  );
  assert.equal(reader.claims({ limit: 100 }).items.length, 3);
  assert.equal(reader.minutes({ fromDay: '2026-01-01', toDay: '2026-12-31' }).length, 3);
  const { facts, lines } = reader.totals({});
  assert.deepEqual([facts, lines], [8, 1]);
  assert.equal(trimAll(store, policy), 0);
});

test('what is old goes wherever it lies among the new, and what is new stays', async () => {
  await using opened = await openTempStore();
  const { store } = opened;
  const facts = Array.from({ length: 12_000 }, (_, number): NewFact => {
    // The hour that is old begins with the first fact and ends with the last.
    const isOld = number % 5_999 === 0 || number % 3 === 0;
    return newFact(minuteConfirmed(), { at: isOld ? noon - 9 * dayMs : noon + number });
  });
  store.writer.addFacts(facts);
  const old = facts.filter(({ at }) => at < noon).length;
  assert.equal(trimAll(store, { factDays: 1 }), old);
  assert.equal(store.reader.totals({}).facts, facts.length - old);
  assert.equal(store.reader.totals({ until: noon }).facts, 0);
  assert.equal(store.reader.facts({ limit: 1_000, until: noon }).items.length, 0);
});

test('a fact from a clock that ran ahead keeps nothing else from going', async () => {
  await using opened = await openTempStore();
  const { store } = opened;
  store.writer.addLines([lineAt(noon + 900 * dayMs), lineAt(noon - 9 * dayMs), lineAt(noon)]);
  assert.equal(trimAll(store, { lineDays: 1 }), 1);
  assert.deepEqual(
    store.reader.lines({ limit: 10 }).items.map(({ seq }) => seq),
    [3, 1],
  );
});

test('one call removes a few rows only, and says that there are more', async () => {
  await using opened = await openTempStore();
  const { store } = opened;
  store.writer.addLines(Array.from({ length: 5_000 }, (_, number) => lineAt(noon - 9 * dayMs + number)));
  const slice = store.trim({ ...keepAll, lineDays: 1 }, noon);
  assert.ok(slice.removed > 0 && slice.removed <= 500, `removed ${slice.removed}`);
  assert.equal(slice.done, false);
  assert.equal(store.reader.totals({}).lines, 5_000 - slice.removed);
});

test('above the size lines go first, then measurements, then facts, and the file really shrinks', async () => {
  await using opened = await openTempStore();
  const { store, file } = opened;
  const { writer, reader } = store;
  const text = 'a line of a usual length, which is about this long or a little longer';
  for (let batch = 0; batch < 20; batch++) {
    writer.addLines(Array.from({ length: 500 }, (_, number) => lineAt(noon + number, text)));
    const told = (number: number) => minuteConfirmed({ minutes: batch * 250 + number + 1 });
    writer.addFacts(Array.from({ length: 250 }, (_, number) => newFact(told(number))));
    writer.addSamples(
      Array.from({ length: 250 }, (_, number) => ({
        childId: 'miner',
        at: noon + batch * 1_000 + number,
        cpuPercent: 1,
        rssBytes: 1,
      })),
    );
  }
  writer.addFacts([newFact(dropClaimed())]);
  const countAll = () => {
    const samples = reader.samples({ childId: 'miner', since: noon, until: noon + 20_000, maxPoints: 20_000 });
    return { lines: reader.totals({}).lines, samples: samples.length, facts: reader.totals({}).facts };
  };
  const before = reader.totals({}).sizeBytes;
  assert.deepEqual(countAll(), { lines: 10_000, samples: 5_000, facts: 5_001 });

  trimAll(store, { maxBytes: before - 300_000 });
  const fewerLines = countAll();
  assert.ok(fewerLines.lines < 10_000 && fewerLines.lines > 0);
  assert.deepEqual([fewerLines.samples, fewerLines.facts], [5_000, 5_001]);
  assert.ok(reader.totals({}).sizeBytes <= before - 300_000);
  assert.equal(reader.lines({ limit: 1 }).items[0]?.seq, 10_000);

  trimAll(store, { maxBytes: 900_000 });
  const fewerFacts = countAll();
  assert.deepEqual([fewerFacts.lines, fewerFacts.samples], [0, 0]);
  assert.ok(fewerFacts.facts < 5_001);

  trimAll(store, { maxBytes: 1 });
  assert.deepEqual(countAll(), { lines: 0, samples: 0, facts: 0 });
  assert.equal(reader.claims({ limit: 10 }).items.length, 1);
  assert.equal(reader.minutes({ fromDay: '2026-03-01', toDay: '2026-03-01' })[0]?.confirmedMinutes, 5_000);
  store[Symbol.dispose]();
  const { size } = await stat(file);
  assert.ok(size < before / 2 + 1_200_000 && size < 1_400_000, `${size} of ${before} bytes are left`);
});

test('numbers are not used again after everything was removed', async () => {
  await using opened = await openTempStore();
  const { store } = opened;
  store.writer.addFacts([newFact(minuteConfirmed()), newFact(minuteConfirmed())]);
  store.writer.addLines([lineAt(noon)]);
  trimAll(store, { factDays: 1, lineDays: 1 }, noon + 5 * dayMs);
  assert.equal(store.reader.facts({ limit: 1 }).items.length, 0);
  assert.equal(store.writer.addFacts([newFact(minuteConfirmed())])[0]?.seq, 3);
  assert.equal(store.writer.addLines([lineAt(noon)])[0]?.seq, 2);
});

test('names that no fact has any more are forgotten, and known again when they come back', async () => {
  await using opened = await openTempStore();
  const { store, file } = opened;
  const old = Array.from({ length: 1_500 }, (_, number) => newFact(channelWentOffline(`user ${number}`)));
  store.writer.addFacts(old);
  store.writer.addFacts([newFact(channelWentLive('amy'), { at: noon + 5 * dayMs })]);
  trimAll(store, { factDays: 1 }, noon + 5 * dayMs + hourMs);
  using other = new DatabaseSync(file, { readOnly: true });
  assert.equal(other.prepare('select count(*) as count from subjects').get()?.count, 1);
  store.writer.addFacts([newFact(channelWentOffline('user 7'))]);
  assert.equal(store.reader.facts({ limit: 10, text: 'user 7' }).items.length, 1);
});
