import assert from 'node:assert/strict';
import { mock, test } from 'node:test';
import { createSystemClock } from './system-clock.ts';

const dayMs = 24 * 60 * 60_000;

function withMockedTimers(run: () => void): void {
  mock.timers.enable({ apis: ['setTimeout', 'Date'], now: 1_700_000_000_000 });
  try {
    run();
  } finally {
    mock.timers.reset();
  }
}

test('a timer longer than Node takes fires when its time has come, and not before', () =>
  withMockedTimers(() => {
    let fired = 0;
    createSystemClock().after(60 * dayMs, () => fired++);
    const partMs = 2 ** 31 - 1;
    mock.timers.tick(partMs);
    assert.equal(fired, 0);
    mock.timers.tick(partMs);
    assert.equal(fired, 0);
    mock.timers.tick(60 * dayMs - 2 * partMs - 1);
    assert.equal(fired, 0);
    mock.timers.tick(1);
    assert.equal(fired, 1);
    mock.timers.tick(60 * dayMs);
    assert.equal(fired, 1);
  }));

test('a cancelled long timer never fires, also when it was cancelled in its second part', () =>
  withMockedTimers(() => {
    let fired = 0;
    const timer = createSystemClock().after(60 * dayMs, () => fired++);
    mock.timers.tick(30 * dayMs);
    timer.cancel();
    mock.timers.tick(60 * dayMs);
    assert.equal(fired, 0);
  }));

test('a delay below zero is no delay', () =>
  withMockedTimers(() => {
    let fired = 0;
    createSystemClock().deadline(-5, () => fired++);
    mock.timers.tick(1);
    assert.equal(fired, 1);
  }));

test('now is the time of the machine', () =>
  withMockedTimers(() => {
    mock.timers.tick(1_234);
    assert.equal(createSystemClock().now(), 1_700_000_001_234);
  }));

test('a clock that was told so lets the process end while its timers wait', async () => {
  const { spawnSync } = await import('node:child_process');
  const source = `import { createSystemClock } from ${JSON.stringify(new URL('./system-clock.ts', import.meta.url).href)};
    createSystemClock({ unref: true }).after(2 ** 40, () => {});`;
  const child = spawnSync(process.execPath, ['--input-type=module', '-e', source], { timeout: 60_000 });
  assert.equal(child.status, 0, String(child.stderr));
});
