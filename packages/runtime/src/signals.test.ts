import assert from 'node:assert/strict';
import { EventEmitter } from 'node:events';
import { test } from 'node:test';
import { Interruption, listenForSignals } from './signals.ts';
import { importOf, startChildModule } from './testing/child-module.ts';

function openFixture() {
  const source = new EventEmitter();
  const calls: string[] = [];
  let nowMs = 0;
  const listener = listenForSignals({
    source,
    nowMs: () => nowMs,
    onReload: () => calls.push('reload'),
    onPrintState: () => calls.push('print'),
    exit: (code) => calls.push(`exit ${code}`),
  });
  const passMs = (spanMs: number): void => {
    nowMs += spanMs;
  };
  return { source, calls, listener, passMs };
}

for (const name of ['SIGTERM', 'SIGINT'] as const) {
  test(`${name} aborts, and says that it did`, () => {
    const { source, listener, calls } = openFixture();
    source.emit(name);
    assert.ok(listener.signal.aborted);
    assert.ok(listener.signal.reason instanceof Interruption);
    assert.equal(listener.signal.reason.signalName, name);
    assert.deepEqual(calls, []);
  });
}

test('a second press ends at once with 130', () => {
  const { source, calls, passMs } = openFixture();
  source.emit('SIGINT');
  passMs(1_000);
  source.emit('SIGINT');
  assert.deepEqual(calls, ['exit 130']);
});

test('the same press arriving twice, from the terminal and from npm, ends nothing early', () => {
  const { source, calls, passMs } = openFixture();
  source.emit('SIGINT');
  passMs(20);
  source.emit('SIGINT');
  source.emit('SIGTERM');
  assert.deepEqual(calls, []);
});

test('SIGHUP reloads and SIGUSR1 prints, as often as they come', () => {
  const { source, calls, listener } = openFixture();
  for (const name of ['SIGHUP', 'SIGUSR1', 'SIGHUP']) source.emit(name);
  assert.deepEqual(calls, ['reload', 'print', 'reload']);
  assert.equal(listener.signal.aborted, false);
});

test('after disposal nothing is listened to', () => {
  const { source, listener } = openFixture();
  listener[Symbol.dispose]();
  assert.deepEqual(source.eventNames(), []);
});

test('a real SIGUSR1 reaches the listener instead of opening a debugger', async () => {
  const source = `
    import { url } from 'node:inspector';
    import { listenForSignals } from ${importOf('signals.ts')};
    listenForSignals({ onPrintState: () => console.log('printed, debugger ' + url()) });
    setInterval(() => {}, 60_000);
    console.log('up');`;
  await using child = startChildModule(source);
  assert.equal(await child.nextLine(), 'up');
  child.process.kill('SIGUSR1');
  assert.equal(await child.nextLine(), 'printed, debugger undefined');
});
