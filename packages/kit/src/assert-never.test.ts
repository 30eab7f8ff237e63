import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertNever } from './assert-never.ts';

test('a member that nobody foresaw is named', () => {
  assert.throws(() => assertNever({ kind: 'new' } as never), /unexpected member: \{"kind":"new"\}/);
});
