import assert from 'node:assert/strict';
import { DatabaseSync } from 'node:sqlite';
import { test } from 'node:test';
import type { StoreWriter } from '@dropwise/store';
import type { SeenFact } from '../adapters/adapter.ts';
import { openIngest } from './testing/open-ingest.ts';
import { lineOf, manualStarted } from './testing/seen-facts.ts';

const audit = {
  at: 1,
  whoKind: 'local',
  whoName: 'local',
  address: '::1',
  action: 'x',
  target: '',
  before: null,
  after: null,
};

test('what comes within a moment is written together, and only then said to be stored', async () => {
  await using opened = await openIngest();
  const { ingest, store, clock } = opened;
  const told: string[] = [];
  ingest.facts('miner', [manualStarted('amy', 'r:1'), manualStarted('bob', 'r:2')], () => told.push('first'));
  ingest.facts('other', [manualStarted('cat')], () => told.push('second'));
  ingest.lines('miner', [lineOf('one')]);
  ingest.samples('miner', { at: 5, cpuPercent: 1, rssBytes: 2 });
  ingest.audit(audit);
  assert.equal(ingest.queueLength, 6);
  assert.deepEqual([store.reader.lastFactSeq, told], [0, []]);
  await clock.advance(50);
  assert.deepEqual(told, ['first', 'second']);
  assert.deepEqual(
    opened.facts.map(({ seq, childId }) => [seq, childId]),
    [
      [1, 'miner'],
      [2, 'miner'],
      [3, 'other'],
    ],
  );
  assert.deepEqual(
    opened.lines.map(({ text }) => text),
    ['one'],
  );
  assert.equal(store.reader.samples({ childId: 'miner', since: 0, until: 10, maxPoints: 5 }).length, 1);
  assert.equal(store.reader.audit({ limit: 5 }).items.length, 1);
  assert.deepEqual([ingest.queueLength, clock.pendingCount], [0, 0]);
});

test('a fact that comes again is said to be stored and not told again', async () => {
  await using opened = await openIngest();
  let storedCount = 0;
  for (let time = 0; time < 2; time++) {
    opened.ingest.facts('miner', [manualStarted('amy', 'r:1')], () => {
      storedCount += 1;
    });
    await opened.clock.advance(50);
  }
  assert.deepEqual([storedCount, opened.facts.length], [2, 1]);
});

test('a call without facts is answered after the facts before it', async () => {
  await using opened = await openIngest();
  const told: string[] = [];
  opened.ingest.facts('miner', [], () => told.push('nothing waits'));
  assert.deepEqual(told, ['nothing waits']);
  opened.ingest.facts('miner', [manualStarted('amy')], () => told.push('amy'));
  opened.ingest.facts('miner', [], () => told.push('after amy'));
  assert.equal(told.length, 1);
  await opened.clock.advance(50);
  assert.deepEqual(told, ['nothing waits', 'amy', 'after amy']);
});

test('many facts at once are not kept waiting', async () => {
  await using opened = await openIngest();
  let isStored = false;
  const facts = Array.from({ length: 6_000 }, (_, number) => manualStarted('amy', `r:${number}`));
  opened.ingest.facts('miner', facts, () => {
    isStored = true;
  });
  assert.equal(isStored, true);
  assert.equal(opened.store.reader.totals({}).facts, 6_000);
});

test('while another program holds the database all is kept, nothing is said to be stored, and it is told once', async () => {
  await using opened = await openIngest();
  const { ingest, store, clock, said } = opened;
  using other = new DatabaseSync(opened.file);
  other.exec('begin immediate');
  const told: string[] = [];
  ingest.facts('miner', [manualStarted('amy')], () => told.push('amy'));
  ingest.lines('miner', [lineOf('one')]);
  await clock.advance(50);
  assert.match(ingest.problem ?? '', /another program holds the database/);
  await clock.advance(1_000);
  ingest.facts('miner', [manualStarted('bob')], () => told.push('bob'));
  assert.equal(ingest.flush(), false);
  assert.deepEqual([told, opened.facts.length, store.reader.lastFactSeq], [[], 0, 0]);
  assert.equal(said.length, 1);
  assert.match(said[0] ?? '', /^Nothing can be stored at the moment: .+What comes is kept/);

  other.exec('rollback');
  await clock.advance(60_000);
  assert.deepEqual(told, ['amy', 'bob']);
  assert.equal(ingest.problem, null);
  assert.deepEqual(
    opened.facts.map(({ childId, fact }) => [childId, fact.kind]),
    [
      ['miner', 'manualStarted'],
      ['miner', 'manualStarted'],
      ['console', 'ingestBroken'],
    ],
  );
  const broken = opened.facts[2]?.fact;
  assert.ok(broken?.kind === 'ingestBroken');
  assert.match(broken.problem ?? '', /another program holds the database/);
  assert.equal(broken.lostCount, 0);
  assert.deepEqual([opened.lines.length, ingest.queueLength, said.length], [1, 0, 2]);
});

test('the pauses between tries grow', async () => {
  let tries = 0;
  await using opened = await openIngest(({ writer }) => ({
    writer: {
      ...writer,
      addFacts: () => {
        tries += 1;
        throw Object.assign(new Error('database or disk is full'), { code: 'ERR_SQLITE_ERROR', errcode: 13 });
      },
    },
  }));
  opened.ingest.facts('miner', [manualStarted('amy')]);
  await opened.clock.advance(10_000);
  const first = tries;
  await opened.clock.advance(100_000);
  assert.ok(first >= 5 && tries - first <= 6, `${first} tries in ten seconds, ${tries - first} in a hundred`);
  assert.match(opened.ingest.problem ?? '', /the disk or its quota is full/);
});

test('a fact that the database will never take is let go and counted, and those around it are stored', async () => {
  const refuse = (writer: StoreWriter): StoreWriter => ({
    ...writer,
    addFacts: (facts) => {
      if (facts.some(({ key }) => key === 'bad')) throw new TypeError('Do not know how to serialize it');
      return writer.addFacts(facts);
    },
  });
  await using opened = await openIngest(({ writer }) => ({ writer: refuse(writer) }));
  const told: string[] = [];
  opened.ingest.facts('miner', [manualStarted('amy'), manualStarted('x', 'bad'), manualStarted('bob')], () =>
    told.push('all'),
  );
  await opened.clock.advance(100);
  assert.deepEqual(
    opened.facts.map(({ fact }) => (fact.kind === 'manualStarted' ? fact.login : fact.kind)),
    ['amy', 'bob', 'ingestBroken'],
  );
  const broken = opened.facts[2]?.fact;
  assert.ok(broken?.kind === 'ingestBroken' && broken.lostCount === 1);
  assert.deepEqual(told, ['all']);
  assert.equal(opened.said.length, 1);
});

test('when more comes than can be kept, what is let go is never said to be stored, nor what follows it', async () => {
  await using opened = await openIngest();
  const { ingest, clock } = opened;
  using other = new DatabaseSync(opened.file);
  other.exec('begin immediate');
  ingest.facts('miner', [manualStarted('amy')]);
  await clock.advance(50);
  const told: string[] = [];
  const many = (child: string): SeenFact[] =>
    Array.from({ length: 60_000 }, (_, number) => manualStarted('amy', `${child}:${number}`));
  ingest.facts('miner', many('a'), () => told.push('first 60,000'));
  ingest.facts('miner', many('b'), () => told.push('second 60,000'));
  ingest.facts('miner', [manualStarted('bob', 'c')], () => told.push('bob'));
  ingest.facts('other', [manualStarted('zoe')], () => told.push('zoe'));
  other.exec('rollback');
  await clock.advance(60_000);
  assert.equal(ingest.flush(), true);
  assert.deepEqual(told, ['zoe']);
  const broken = opened.facts.at(-1)?.fact;
  assert.ok(broken?.kind === 'ingestBroken' && broken.lostCount === 60_000);
  assert.equal(opened.store.reader.totals({}).facts, 60_004);
});

test('a flood of lines is skipped and counted instead of kept, and leaves others their place', async () => {
  await using opened = await openIngest();
  const { ingest, clock, lines } = opened;
  ingest.lines(
    'miner',
    Array.from({ length: 30_000 }, (_, number) => lineOf(`line ${number}`)),
  );
  ingest.lines('other', [lineOf('a quiet one')]);
  assert.ok(ingest.queueLength <= 5_001);
  await clock.advance(1_000);
  ingest.lines('miner', [lineOf('afterwards')]);
  await clock.advance(1_000);
  const [skipped] = lines.filter(({ source }) => source === 'console');
  assert.deepEqual(
    [skipped?.text, skipped?.level, skipped?.childId],
    ['25000 lines skipped: they came faster than they could be written.', 'warning', 'miner'],
  );
  assert.ok(lines.some(({ text }) => text === 'a quiet one'));
  assert.equal(lines.at(-1)?.text, 'afterwards');
  assert.equal(lines.length, 5_003);
  assert.equal(
    opened.skippedCounts.reduce((sum, count) => sum + count, 0),
    25_000,
  );
});

test('long lines fill the place of a child as many short ones do', async () => {
  await using opened = await openIngest();
  opened.ingest.lines(
    'miner',
    Array.from({ length: 3_000 }, () => lineOf('x'.repeat(100_000))),
  );
  assert.ok(opened.ingest.queueLength < 1_100, `${opened.ingest.queueLength} lines wait`);
});

test('whoever is told and throws ends nothing', async () => {
  await using opened = await openIngest();
  const told: string[] = [];
  opened.ingest.facts('miner', [manualStarted('amy')], () => {
    throw new Error('a mistake of somebody else');
  });
  opened.ingest.facts('miner', [manualStarted('bob')], () => told.push('bob'));
  await opened.clock.advance(50);
  assert.deepEqual([told, opened.facts.length, opened.said.length], [['bob'], 2, 1]);
});

test('the end writes what waits, and lets go of what comes later', async () => {
  await using opened = await openIngest();
  const told: string[] = [];
  opened.ingest.facts('miner', [manualStarted('amy')], () => told.push('amy'));
  opened.ingest.lines(
    'miner',
    Array.from({ length: 2_000 }, () => lineOf('x')),
  );
  await opened.ingest[Symbol.asyncDispose]();
  opened.ingest.facts('miner', [manualStarted('bob')], () => told.push('bob'));
  assert.deepEqual(told, ['amy']);
  assert.deepEqual([opened.store.reader.totals({}).lines, opened.clock.pendingCount], [2_000, 0]);
});

test('the end says what could not be written', async () => {
  await using opened = await openIngest();
  using other = new DatabaseSync(opened.file);
  other.exec('begin immediate');
  opened.ingest.facts('miner', [manualStarted('amy')]);
  await opened.ingest[Symbol.asyncDispose]();
  other.exec('rollback');
  assert.match(opened.said.at(-1) ?? '', /^The console ends with something unwritten \(facts: 1, lines: 0\): another/);
});
