import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openWorld } from './world.ts';

test('a world opens at the first instant of its scenario, and stands still there', () => {
  const opened = openWorld('sample', 1);
  assert.ok(opened.ok);
  using world = opened.value;
  assert.equal(world.clock.now(), Date.parse('2026-01-05T12:00:00Z'));
});

test('a name that nobody knows is refused with the names that there are', () => {
  const opened = openWorld('nowhere', 1);
  assert.match(opened.ok ? '' : opened.failure, /one of sample, .*, found "nowhere"\. Choose one\./);
});
