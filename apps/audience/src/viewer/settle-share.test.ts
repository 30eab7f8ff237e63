import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startVirtualAudience } from '../testing/virtual-audience.ts';

test('shares in turn bring the time of every viewer up to date, once', () => {
  const lab = startVirtualAudience({ viewers: 45, joinOverMs: 1000 });
  const watchedMs = (): number => lab.recorder.pulse().counts.watched_ms;
  lab.run(10_000);
  // Nothing is answered any more: no playlist brings anybody's time up to date.
  lab.origin.frozenUntilMs = 60_000;
  lab.run(13_000);
  lab.audience.settle();
  const beforeMs = watchedMs();
  for (const [second, expectedMs] of [45_000, 90_000, 135_000].entries()) {
    lab.run(14_000 + second * 1000);
    for (let share = 0; share < 10; share++) lab.audience.settleShare(10);
    assert.equal(Math.round(watchedMs() - beforeMs), expectedMs);
  }
});

test('who joins has a turn, and who is gone has none', () => {
  const lab = startVirtualAudience({ viewers: 30, joinOverMs: 3000 });
  for (let atMs = 100; atMs <= 5000; atMs += 100) {
    lab.run(atMs);
    lab.audience.settleShare(10);
  }
  assert.deepEqual([...lab.audience.viewersByVantage()], [['direct', 30]]);
  lab.audience.stop();
  lab.audience.settleShare(10);
  assert.deepEqual([...lab.audience.viewersByVantage()], [['direct', 0]]);
  // 5 s each, less the 0 to 2.9 s after which they joined.
  assert.equal(Math.round(lab.count('watched_ms')), 106_500);
});
