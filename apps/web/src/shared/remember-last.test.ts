import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rememberLast } from './remember-last.ts';

test('the same input gives the same object, another one its own', () => {
  const read = rememberLast(({ value }: { readonly value: number }) => ({ doubled: value * 2 }));
  const input = { value: 1 };
  const first = read(input);
  assert.equal(read(input), first);
  assert.notEqual(read({ value: 1 }), first);
  assert.deepEqual(read({ value: 3 }), { doubled: 6 });
});
