import assert from 'node:assert/strict';
import { test } from 'node:test';
import { barsOf, uptimeOf } from './model.ts';

const child = {
  childId: 'miner',
  name: 'Dropwise',
  startedAt: 1,
  sessionMs: 500,
  restarts: 1,
  upMs: 900,
  downMs: 100,
  downCount: 2,
  downs: [],
};
const uptime = { consoleStartedAt: 0, children: [child] };

test('uptime is of the miner that is shown', () => {
  assert.deepEqual(uptimeOf({ uptime }, 'miner'), { sessionMs: 500, share: 0.9, downCount: 2 });
  assert.deepEqual(uptimeOf({ uptime }, 'other'), { sessionMs: null, share: null, downCount: 0 });
});

test('of a day without a sign of life no share is claimed', () => {
  const none = { ...uptime, children: [{ ...child, upMs: 0, downMs: 0 }] };
  assert.equal(uptimeOf({ uptime: none }, 'miner').share, null);
});

test('bars are measured by the highest, and a day of nothing is flat', () => {
  const hours = [2, 4, 0].map((claims, startsAt) => ({ startsAt, claims }));
  assert.deepEqual(
    barsOf(hours).map(({ height }) => height),
    [0.5, 1, 0],
  );
  assert.deepEqual(barsOf([{ startsAt: 0, claims: 0 }]), [{ startsAt: 0, claims: 0, height: 0 }]);
});
