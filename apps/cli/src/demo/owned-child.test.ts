import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';
import { type TestContext, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { createSystemClock } from '@dropwise/runtime';
import { startProgram } from './child.ts';
import { ownChild } from './owned-child.ts';

const program = (name: string): string => fileURLToPath(new URL(`../testing/${name}`, import.meta.url));

/** A test that hangs here has found a child that would not go. */
const limit = { timeout: 30_000 };

/**
 * A server that a child says hello to: its connection ends when the child does, however that happens. Closing it
 * also ends an obedient child that a failing test left behind.
 */
async function openRollCall(t: TestContext): Promise<{ readonly port: number; nextCaller(): Promise<Socket> }> {
  const server = createServer();
  const sockets = new Set<Socket>();
  server.on('connection', (socket) => sockets.add(socket.on('error', () => {}).resume()));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  t.after(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return { port, nextCaller: async () => ((await once(server, 'connection')) as [Socket])[0] };
}

test('a child that ends when it is asked to is gone after the disposal', limit, async (t) => {
  const rollCall = await openRollCall(t);
  const called = rollCall.nextCaller();
  const owned = ownChild(startProgram(program('obedient-program.ts'), [String(rollCall.port)]), createSystemClock());
  const gone = once(await called, 'close');
  await owned[Symbol.asyncDispose]();
  assert.equal(await owned.child.ended, 0);
  await gone;
});

test('a child that does not listen is ended all the same', limit, async (t) => {
  const rollCall = await openRollCall(t);
  const called = rollCall.nextCaller();
  // The deadline for a stubborn child, without the wait.
  const impatient = {
    ...createSystemClock(),
    deadline: (_ms: number, run: () => void) => createSystemClock().after(0, run),
  };
  const owned = ownChild(startProgram(program('stubborn-program.ts'), [String(rollCall.port)]), impatient);
  const gone = once(await called, 'close');
  await owned[Symbol.asyncDispose]();
  assert.equal(await owned.child.ended, 128 + 9);
  await gone;
});

test('no child survives a demo that was killed', limit, async (t) => {
  const rollCall = await openRollCall(t);
  const called = rollCall.nextCaller();
  const parent = spawn(process.execPath, [program('parent-program.ts'), String(rollCall.port)], { stdio: 'inherit' });
  const gone = once(await called, 'close');
  parent.kill('SIGKILL');
  await once(parent, 'exit');
  await gone;
});
