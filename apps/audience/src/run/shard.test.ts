import assert from 'node:assert/strict';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { completeSettings } from '../config/complete-settings.ts';
import type { RunSettings } from '../config/run-settings.ts';
import type { Transport } from '../wire/transport.ts';
import { Shard } from './shard.ts';
import type { FromShard, ToShard } from './shard-message.ts';

function settingsOf(): RunSettings {
  const stages = [
    { viewers: 0, overMs: 60_000 },
    { viewers: 1, overMs: 60_000 },
  ];
  const load = { shape: 'ramp' as const, stages };
  const settings = completeSettings({ url: 'http://127.0.0.1:1/live.m3u8', viewers: 1, load, durationMs: null }, []);
  assert.ok(settings.ok);
  return settings.value;
}

function beginOf(): Extract<ToShard, { kind: 'begin' }> {
  return { kind: 'begin', runId: 'run-12345', version: '1', settings: settingsOf(), shard: { index: 0, count: 1 } };
}

const nowhere: Transport = {
  connect() {
    throw new Error('nobody joins in these tests');
  },
  close: async () => {},
};

test('a shard says now and then what it has measured, for the case that it is killed', async () => {
  let nowMs = 1_000;
  const said: FromShard[] = [];
  const heard = Promise.withResolvers<void>();
  const shard = await Shard.open(beginOf(), {
    now: () => nowMs,
    wallNow: () => nowMs,
    post: (message) => {
      said.push(message);
      if (message.kind === 'measured' || message.kind === 'ended') heard.resolve();
    },
    openTransport: async () => nowhere,
  });
  shard.hear({ kind: 'start', startAtMs: 1_000 });
  nowMs = 11_000;
  // Its wheel is turned by real timers: each turn finds a later instant.
  const turning = setInterval(() => {
    nowMs += 5;
  }, 1);
  await heard.promise;
  clearInterval(turning);
  const account = said.find((message) => message.kind === 'measured');
  assert.ok(account !== undefined, said.map(({ kind }) => kind).join());
  assert.ok((account.snapshot.windowMs ?? 0) >= 10_000, `${account.snapshot.windowMs}`);
  shard.loseCoordinator();
});

test('a shard that waits for the others ends with who started it', async () => {
  const program = fileURLToPath(new URL('shard-program.ts', import.meta.url));
  const child = fork(program, [], {
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    execArgv: ['--disable-warning=ExperimentalWarning'],
  });
  const exited = once(child, 'exit');
  child.send(beginOf());
  const [first] = await once(child, 'message');
  assert.deepEqual(first, { kind: 'ready' });
  child.disconnect();
  assert.deepEqual(await exited, [0, null]);
});
