import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { createRandom, hashText, randomInt, randomText, shuffled } from './random.ts';

const draw = (seed: number, count: number): number[] => {
  const random = createRandom(seed);
  return Array.from({ length: count }, random);
};

test('a seed repeats its numbers, another seed has others', () => {
  assert.deepEqual(draw(1, 50), draw(1, 50));
  assert.notDeepEqual(draw(1, 50), draw(2, 50));
});

test('every number is in [0, 1), and they are spread evenly', () => {
  const buckets = Array.from({ length: 10 }, () => 0);
  for (const value of draw(7, 100_000)) {
    assert.ok(value >= 0 && value < 1);
    const bucket = Math.floor(value * 10);
    buckets[bucket] = (buckets[bucket] ?? 0) + 1;
  }
  for (const count of buckets) assert.ok(Math.abs(count - 10_000) < 500, `${buckets}`);
});

test('a whole number stays between its ends and reaches both', () => {
  const random = createRandom(3);
  const seen = new Set(Array.from({ length: 200 }, () => randomInt(random, -1, 2)));
  assert.deepEqual(
    [...seen].sort((a, b) => a - b),
    [-1, 0, 1, 2],
  );
});

test('a random text has its length and only letters of its alphabet', () => {
  assert.match(randomText(createRandom(5), 300, 'ab0'), /^[ab0]{300}$/);
  assert.equal(randomText(createRandom(5), 0, 'ab0'), '');
});

test('shuffling keeps every item and leaves the original alone', () => {
  fc.assert(
    fc.property(fc.array(fc.integer()), fc.integer(), (items, seed) => {
      const before = [...items];
      const after = shuffled(items, createRandom(seed));
      assert.deepEqual(items, before);
      assert.deepEqual([...after].sort(), [...before].sort());
    }),
  );
});

test('shuffling reaches every order', () => {
  const random = createRandom(9);
  const orders = new Set(Array.from({ length: 500 }, () => shuffled(['a', 'b', 'c'], random).join('')));
  assert.equal(orders.size, 6);
});

test('the hash of a text is the FNV-1a of its letters', () => {
  assert.equal(hashText(''), 0x811c9dc5);
  assert.equal(hashText('a'), 0xe40c292c);
  assert.equal(hashText('foobar'), 0xbf9cf968);
});
