import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dayMs, noon, openTempStore } from '../testing/temp-store.ts';

const keepAll = { factDays: 1e4, lineDays: 1e4, sampleDays: 1e4, auditDays: 1e4, maxBytes: 1e12 };

test('a line that came late from an hour long gone is found by a few calls, and everything around it stays', async () => {
  await using opened = await openTempStore();
  const { writer, reader, trim } = opened.store;
  const count = 12_000;
  const old = noon - 9 * dayMs;
  const isOld = (number: number): boolean => number === 0 || number === count - 2;
  writer.addLines(
    Array.from({ length: count }, (_, number) => {
      return { at: isOld(number) ? old : noon, childId: 'miner', level: 'info', source: 'gql', text: `${number}` };
    }),
  );
  let calls = 0;
  while (!trim({ ...keepAll, lineDays: 1 }, noon).done && calls < 50) calls += 1;
  assert.ok(calls < 50, 'expected trimming to come to an end');
  assert.equal(reader.totals({}).lines, count - 2);
  assert.equal(reader.lines({ limit: 10, until: noon }).items.length, 0);
});
