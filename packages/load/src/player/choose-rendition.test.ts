import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { chooseRendition, type RenditionPolicy } from './choose-rendition.ts';

const ladder = [3_000_000, 800_000, 1_500_000];
const adaptive: RenditionPolicy = { kind: 'adaptive' };
const fixedAt = (bandwidth: number): RenditionPolicy => ({ kind: 'fixed', bandwidth });

const table: readonly (readonly [
  what: string,
  policy: RenditionPolicy,
  estimate: number,
  current: number | null,
  index: number,
])[] = [
  ['the lowest', { kind: 'lowest' }, 9e9, null, 1],
  ['the highest', { kind: 'highest' }, 1, null, 0],
  ['the one asked for', fixedAt(1_500_000), 1, null, 2],
  ['the nearest that is not above', fixedAt(2_999_999), 1, null, 2],
  ['the lowest where all are above', fixedAt(100), 1, null, 1],
  ['a first one at 0.7 of the estimate', adaptive, 1_500_000 / 0.7 + 1, null, 2],
  ['a lower first one just below', adaptive, 1_500_000 / 0.7 - 1, null, 1],
  ['to stay at 0.95 of the estimate', adaptive, 1_500_000 / 0.95 + 1, 2, 2],
  ['to go down just below', adaptive, 1_500_000 / 0.95 - 1, 2, 1],
  ['not to go up at 0.95', adaptive, 3_000_000 / 0.95 + 1, 2, 2],
  ['to go up at 0.7', adaptive, 3_000_000 / 0.7 + 1, 2, 0],
  ['the lowest where nothing fits', adaptive, 10, 0, 1],
];

for (const [what, policy, estimate, current, index] of table) {
  test(`${policy.kind} chooses ${what}`, () => {
    assert.equal(chooseRendition(ladder, policy, estimate, current), index);
  });
}

test('of equal ones the first is chosen, and of none none', () => {
  assert.equal(chooseRendition([5, 5], { kind: 'highest' }, 1, 1), 0);
  assert.equal(chooseRendition([], adaptive, 1, null), -1);
});

test('a better line never leads to a lower rendition', () => {
  const bandwidth = fc.integer({ min: 1, max: 10_000 });
  fc.assert(
    fc.property(
      fc.array(bandwidth, { minLength: 1, maxLength: 8 }),
      bandwidth,
      bandwidth,
      fc.nat(7),
      (all, a, b, at) => {
        const current = at < all.length ? at : null;
        const chosen = (estimate: number): number => all[chooseRendition(all, adaptive, estimate, current)] ?? 0;
        assert.ok(chosen(Math.min(a, b)) <= chosen(Math.max(a, b)));
      },
    ),
  );
});
