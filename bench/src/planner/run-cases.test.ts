import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ReplayCase } from './replay-case.ts';
import { runCases } from './run-cases.ts';
import { sampleFolder } from './trace-folder.ts';

const sampleCase: ReplayCase = {
  month: '2025-06',
  games: 3,
  seed: 1,
  modes: ['ending_soonest', 'random'],
  boundFrom: 'known',
  lines: false,
};

test('cases run on threads and come back in their order, with what the line of JSON needs', async () => {
  const cases = [12, 11, 10].map((games) => ({ ...sampleCase, games }));
  const results = await runCases({ folder: sampleFolder, cases, jobs: 2 });
  assert.deepEqual(
    results.map(({ games }) => games),
    [12, 11, 10],
  );
  for (const result of results) {
    const keys = ['month', 'games', 'seed', 'totalDrops', 'bound', 'modes', 'replanMs'];
    assert.deepEqual(Object.keys(result), keys);
    assert.deepEqual(Object.keys(result.modes), ['ending_soonest', 'random']);
    for (const { drops, ofBound } of Object.values(result.modes)) {
      assert.ok(drops <= result.bound && Math.abs(ofBound - drops / result.bound) < 1e-4);
    }
  }
});

test('a trace that is not there ends the run with its name', async () => {
  const cases = [{ ...sampleCase, month: '1999-01' }];
  await assert.rejects(runCases({ folder: sampleFolder, cases, jobs: 1 }), /1999-01/);
});
