import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createRandom } from '@dropwise/kit';
import type { StaySettings } from '../plan/plan-settings.ts';
import { createStaySampler, meanStayMs } from './index.ts';

function draw(stay: StaySettings, count = 40_000): readonly number[] {
  const next = createStaySampler(stay, createRandom(7));
  return Array.from({ length: count }, next).sort((a, b) => a - b);
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

const table: readonly StaySettings[] = [
  { kind: 'fixed', ms: 90_000 },
  { kind: 'exponential', meanMs: 300_000 },
  { kind: 'lognormal', medianMs: 200_000, sigma: 0.8 },
  { kind: 'quantiles', quantilesMs: [10_000, 20_000, 60_000, 600_000] },
];

for (const stay of table) {
  test(`stays drawn as ${stay.kind} have the mean that a plan's size is reckoned with`, () => {
    const mean = meanOf(draw(stay));
    assert.ok(Math.abs(mean / meanStayMs(stay) - 1) < 0.03, `${mean} instead of ${meanStayMs(stay)}`);
  });
}

test('half of the lognormal stays are shorter than the median, and one in six a sigma longer', () => {
  const stays = draw({ kind: 'lognormal', medianMs: 200_000, sigma: 0.8 });
  const share = (ms: number): number => stays.filter((stay) => stay <= ms).length / stays.length;
  assert.ok(Math.abs(share(200_000) - 0.5) < 0.01);
  assert.ok(Math.abs(share(200_000 * Math.exp(0.8)) - 0.8413) < 0.01);
});

test('exponential stays have no memory: as many of those who stayed leave again', () => {
  const stays = draw({ kind: 'exponential', meanMs: 100_000 });
  const stayed = stays.filter((ms) => ms > 100_000);
  assert.ok(Math.abs(stayed.filter((ms) => ms > 200_000).length / stayed.length - Math.exp(-1)) < 0.02);
});

test('stays by quantiles keep to them', () => {
  const stays = draw({ kind: 'quantiles', quantilesMs: [10_000, 20_000, 60_000, 600_000] });
  assert.ok((stays[0] ?? 0) >= 10_000 && (stays.at(-1) ?? 0) <= 600_000);
  assert.ok(Math.abs(stays.filter((ms) => ms <= 20_000).length / stays.length - 1 / 3) < 0.01);
});

test('to the end is without end, and nobody stays for less than a second', () => {
  assert.equal(draw({ kind: 'to-the-end' }, 1)[0], Infinity);
  assert.equal(draw({ kind: 'quantiles', quantilesMs: [0, 0] }, 1)[0], 1000);
});
