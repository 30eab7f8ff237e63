import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CaseResult } from './replay-case.ts';
import { formatCases, gainOf } from './table.ts';

function resultOf(month: string, seed: number, plan: number, other: number): CaseResult {
  return {
    month,
    games: 40,
    seed,
    totalDrops: 300,
    bound: 200,
    modes: { plan: { drops: plan, ofBound: plan / 200 }, random: { drops: other, ofBound: other / 200 } },
    replanMs: { p50: 1, p99: seed },
  };
}

const results = [resultOf('2025-06', 1, 180, 100), resultOf('2025-06', 2, 190, 190), resultOf('2025-07', 1, 200, 150)];

test('a row is the mean over the seeds, and the last one over all', () => {
  const text = formatCases(results, ['plan', 'random']);
  const cells = text.split('\n').map((line) => line.trim().split(/ {2,}/));
  assert.deepEqual(cells.slice(1, 5), [
    ['month', 'drops', 'bound', 'plan', 'random', 'plan/best', 'least', 'replan p99'],
    ['2025-06', '300', '200.0', '92.5', '72.5', '1.40', '1.00', '2.0 ms'],
    ['2025-07', '300', '200.0', '100.0', '75.0', '1.33', '1.33', '1.0 ms'],
    ['average', '300', '200.0', '95.0', '73.3', '1.38', '1.00', '2.0 ms'],
  ]);
});

test('each number of games has a table of its own', () => {
  const text = formatCases([...results, { ...resultOf('2025-06', 1, 10, 5), games: 'all' }], ['plan', 'random']);
  assert.match(text, /^40 games: [\s\S]*\n\nall games: /);
});

test('without the planner, or without another mode, nothing is compared', () => {
  const [result] = results;
  assert.ok(result);
  const { plan, random } = result.modes;
  assert.ok(plan && random);
  assert.equal(gainOf({ ...result, modes: { random } }), null);
  assert.equal(gainOf({ ...result, modes: { plan } }), null);
  const text = formatCases([{ ...result, modes: { random }, replanMs: null }], ['random']);
  assert.doesNotMatch(text, /plan\/best|NaN|Infinity/);
});
