import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { Gate } from './gate.ts';

test('so many run at once, so many wait in order, and the rest is sent away', async () => {
  const gate = new Gate(2, 3);
  const begun: number[] = [];
  const ends: (() => void)[] = [];
  const passes = Array.from({ length: 7 }, (_, index) =>
    gate.pass(async () => {
      begun.push(index);
      await new Promise<void>((resolve) => ends.push(resolve));
      return index;
    }),
  );
  await nextTurn();
  assert.deepEqual(begun, [0, 1]);
  for (let count = 0; count < 5; count++) {
    ends[count]?.();
    await nextTurn();
    assert.deepEqual(begun.length, Math.min(5, count + 3));
  }
  const outcomes = (await Promise.all(passes)).map((outcome) => (outcome.ok ? outcome.value : outcome.failure));
  assert.deepEqual(outcomes, [0, 1, 2, 3, 4, 'busy', 'busy']);
});

test('a work that fails makes room like any other', async () => {
  const gate = new Gate(1, 1);
  await assert.rejects(gate.pass(() => Promise.reject(new Error('no memory'))));
  assert.deepEqual(await gate.pass(async () => 'done'), { ok: true, value: 'done' });
});
