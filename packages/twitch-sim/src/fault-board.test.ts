import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setUp } from './testing/setup.ts';

test('a fault strikes as often as it may', () => {
  const { faults } = setUp().sim;
  faults.set({ kind: 'serviceError', target: 'Inventory', times: 2 });
  assert.equal(faults.strike('serviceError', 'ViewerDropsDashboard'), null);
  assert.ok(faults.strike('serviceError', 'Inventory'));
  assert.equal(faults.list()[0]?.timesLeft, 1);
  assert.ok(faults.strike('serviceError', 'Inventory'));
  assert.equal(faults.strike('serviceError', 'Inventory'), null);
  assert.deepEqual(faults.list(), []);
});

test('a fault for a span ends with it', async () => {
  const { sim, clock } = setUp();
  sim.faults.set({ kind: 'html', forMs: 60_000 });
  await clock.advance(59_999);
  assert.ok(sim.faults.peek('html'));
  await clock.advance(1);
  assert.equal(sim.faults.peek('html'), null);
});

test('one of the same kind and target takes the place of the one before', async () => {
  const { sim, clock } = setUp();
  sim.faults.set({ kind: 'slow', target: 'gql', delayMs: 1, forMs: 1_000 });
  sim.faults.set({ kind: 'slow', target: 'gql', delayMs: 2 });
  sim.faults.set({ kind: 'slow', target: 'track', delayMs: 3 });
  await clock.advance(2_000);
  assert.equal(sim.faults.list().length, 2);
  assert.equal(sim.faults.peek('slow', 'gql')?.delayMs, 2);
});

test('faults are cleared by kind, by target, or all', () => {
  const { faults } = setUp().sim;
  faults.set({ kind: 'slow', target: 'gql' });
  faults.set({ kind: 'slow', target: 'track' });
  faults.set({ kind: 'html' });
  assert.equal(faults.clear('slow', 'gql'), 1);
  assert.equal(faults.clear('slow'), 1);
  assert.equal(faults.clear(), 1);
});

test('no more than two hundred faults are in force', () => {
  const { faults } = setUp().sim;
  for (let i = 0; i < 300; i++) faults.set({ kind: 'html', target: `path-${i}` });
  assert.equal(faults.list().length, 200);
  assert.equal(faults.list()[0]?.fault.target, 'path-100');
});
