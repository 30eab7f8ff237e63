import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { mergeGroups } from './merge-groups.ts';
import type { Direction } from './seq-range.ts';

const directions = fc.constantFrom<Direction>('newestFirst', 'oldestFirst');
/** Which group each row is of. */
const owners = fc.array(fc.integer({ min: 0, max: 6 }), { maxLength: 60 });

test('groups are merged into the first rows of all, each once and in order', () => {
  fc.assert(
    fc.property(owners, directions, fc.integer({ min: 1, max: 70 }), (groups, direction, limit) => {
      const ordered = groups.map((id, seq) => ({ id, seq }));
      if (direction === 'newestFirst') ordered.reverse();
      const heads = [...new Set(ordered.map(({ id }) => id))].flatMap(
        (id) => ordered.find((row) => row.id === id) ?? [],
      );
      const merged = mergeGroups(heads.slice(0, limit), direction, limit, (head) => {
        const own = ordered.filter(({ id }) => id === head.id);
        return own[own.findIndex(({ seq }) => seq === head.seq) + 1]?.seq ?? null;
      });
      assert.deepEqual(
        merged,
        ordered.slice(0, limit).map(({ seq }) => seq),
      );
    }),
  );
});

test('of a group whose turn does not come no more is asked for', () => {
  const asked: number[] = [];
  const heads = Array.from({ length: 100 }, (_, id) => ({ id, seq: 1_000 - id }));
  mergeGroups(heads, 'newestFirst', 3, ({ id }) => {
    asked.push(id);
    return null;
  });
  assert.deepEqual(asked, [0, 1, 2]);
});
