import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createRandom } from '@dropwise/kit';
import { measurePages } from './measure-pages.ts';
import { type PageRequest, pageKindsOf } from './page-kind.ts';

test('each kind of page is read as often as asked for and once for nothing, wherever the pages come from', async () => {
  const kinds = pageKindsOf(1_000);
  const asked: PageRequest[] = [];
  const measured = await measurePages(
    async (request) => {
      asked.push(request);
      return 3;
    },
    kinds,
    4,
    createRandom(1),
  );
  assert.equal(asked.length, kinds.length * 5);
  assert.deepEqual(
    measured.map(({ name, entries }) => [name, entries]),
    kinds.map(({ name }) => [name, 3]),
  );
  assert.ok(measured.every(({ p50Ms, p99Ms, maxMs }) => p50Ms <= p99Ms && p99Ms <= maxMs));
});
