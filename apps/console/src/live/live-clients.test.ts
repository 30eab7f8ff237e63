import assert from 'node:assert/strict';
import { once } from 'node:events';
import type { Server } from 'node:http';
import { connect } from 'node:net';
import { describe, it } from 'node:test';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { buildChannel, buildView } from '../api/testing/build-views.ts';
import { Listener } from './testing/listener.ts';
import { livePath, startLiveWorld } from './testing/live-world.ts';
import { startStallableRelay } from './testing/stallable-relay.ts';

function channelsNamed(title: string, count: number): ReturnType<typeof buildView> {
  const channels = Array.from({ length: count }, (_, index) => buildChannel({ id: `c${index}`, title }));
  return buildView({ channels: Object.fromEntries(channels.map((channel) => [channel.id, channel])) });
}

describe('200 clients at once', () => {
  it('come while everything changes, and end with the state of the server', async () => {
    await using world = await startLiveWorld({}, ({ fleet }) => fleet.views.set('miner', channelsNamed('first', 50)));
    const listeners: Listener[] = [];
    for (let round = 0; round < 20; round++) {
      for (let count = 0; count < 10; count++) listeners.push(new Listener({ port: world.port }));
      world.fleet.change('miner', { restarts: round }, channelsNamed(`round ${round}`, 50 - (round % 3)));
      await listeners.at(-1)?.greeted();
    }
    await Promise.all(listeners.map((listener) => listener.greeted()));
    assert.equal(world.live.clientCount, 200);
    world.fleet.change('miner', {}, channelsNamed('last', 60));
    for (const listener of listeners) {
      await listener.until(({ state }) => state?.channels.c59?.title === 'last', 'the last change');
      assert.deepEqual({ ...listener.state, at: 0 }, { ...world.live.state, at: 0 });
    }
    for (const listener of listeners) listener[Symbol.dispose]();
  });
  it('are as many as may come; one more is refused, and told why', async () => {
    await using world = await startLiveWorld({ maxClients: 2 });
    using first = new Listener({ port: world.port });
    using second = new Listener({ port: world.port });
    await Promise.all([first.greeted(), second.greeted()]);
    using third = new Listener({ port: world.port, transports: ['polling'] });
    await third.greeted();
    assert.match(third.happened[0] ?? '', /refused/);
    first.socket.disconnect();
    const { socket } = second;
    await second.until(() => socket.connected, 'a connection');
  });
});

describe('a client that does not take what is sent', () => {
  for (const transport of ['websocket', 'polling'] as const) {
    it(`over ${transport} is dropped, while the others get all and memory stays bounded`, async () => {
      await using world = await startLiveWorld({ maxBacklog: 500_000, gatherMs: 1 });
      await using relay = await startStallableRelay(world.port);
      using slow = new Listener({ port: relay.port, name: 'sloth', transports: [transport] });
      using quick = new Listener({ port: world.port });
      await Promise.all([slow.greeted(), quick.greeted()]);
      relay.stall();
      const before = memoryInUse();
      const title = 'x'.repeat(10_000);
      for (let count = 0; count < 800; count++) {
        world.fleet.change('miner', {}, channelsNamed(`${count} ${title}`, 10));
        await quick.until(
          ({ state }) => state?.channels.c9?.title?.startsWith(`${count} `) === true,
          `change ${count}`,
        );
        quick.events.length = 0;
      }
      assert.match(world.logged.join(), /sloth.*did not keep up/);
      assert.equal(world.live.clientCount, 1);
      assert.equal(await connectionCount(world.server), 1);
      assert.ok(memoryInUse() - before < 40e6, `grew by ${memoryInUse() - before} bytes`);
      assert.deepEqual({ ...quick.state, at: 0 }, { ...world.live.state, at: 0 });
    });
  }
});

describe('who may not listen', () => {
  for (const transport of ['websocket', 'polling'] as const) {
    it(`is refused over ${transport} before a connection exists`, async () => {
      await using world = await startLiveWorld();
      world.refused.add('mallory');
      using listener = new Listener({ port: world.port, name: 'mallory', transports: [transport] });
      await listener.greeted();
      assert.deepEqual([listener.happened.length, listener.state], [1, null]);
      assert.match(listener.happened[0] ?? '', /refused/);
    });
  }
  it('is told why in the answer to the handshake', async () => {
    await using world = await startLiveWorld();
    world.refused.add('nobody');
    const answer = await fetch(`http://127.0.0.1:${world.port}${livePath}/?EIO=4&transport=polling`);
    assert.equal(answer.status, 403);
    assert.deepEqual(await answer.json(), { code: 4, message: 'nobody is not signed in.' });
    assert.equal(answer.headers.get('access-control-allow-origin'), null);
  });
  it('is whoever lacks the scope read', async () => {
    await using world = await startLiveWorld();
    world.scopes = new Set(['public']);
    const answer = await fetch(`http://127.0.0.1:${world.port}${livePath}/?EIO=4&transport=polling`);
    assert.match(await answer.text(), /needs the scope read/);
  });
  it('is whoever knows the id of another one’s connection and nothing else', async () => {
    await using world = await startLiveWorld();
    using listener = new Listener({ port: world.port, transports: ['polling'] });
    await listener.greeted();
    const id = listener.socket.io.engine.id;
    world.refused.add('nobody');
    const address = `http://127.0.0.1:${world.port}${livePath}/?EIO=4&transport=polling&sid=${id}`;
    assert.equal((await fetch(address, { method: 'POST', body: '3' })).status, 400);
    assert.equal((await fetch(address)).status, 400);
  });
  it('is sent away when the sign-in has ended, and the others stay', async () => {
    await using world = await startLiveWorld({ recheckMs: 10 });
    using leaving = new Listener({ port: world.port, name: 'ann' });
    using staying = new Listener({ port: world.port, name: 'bob' });
    await Promise.all([leaving.greeted(), staying.greeted()]);
    world.refused.add('ann');
    await leaving.until(({ socket }) => !socket.connected, 'the end');
    assert.equal(leaving.happened.at(-1), 'disconnected: io server disconnect');
    await world.live.recheck();
    assert.ok(staying.socket.connected);
  });
  it('is sent away at once where the sign-out names them', async () => {
    await using world = await startLiveWorld();
    using leaving = new Listener({ port: world.port, name: 'ann' });
    using staying = new Listener({ port: world.port, name: 'bob' });
    await Promise.all([leaving.greeted(), staying.greeted()]);
    world.live.closeFor(({ name }) => name === 'ann');
    await leaving.until(({ socket }) => !socket.connected, 'the end');
    assert.ok(staying.socket.connected);
    assert.equal(world.live.clientCount, 1);
  });
});

describe('what clients send', () => {
  it('is ignored, and too much of it ends the connection', async () => {
    await using world = await startLiveWorld();
    using talker = new Listener({ port: world.port, name: 'talker' });
    await talker.greeted();
    talker.socket.emit('channel_remove', { id: '101' });
    for (let count = 0; count < 200; count++) talker.socket.emit('hello', count);
    await talker.until(({ socket }) => !socket.connected, 'the end');
    assert.match(world.logged.join(), /talker.*more than a listener has to say/);
    assert.equal(world.live.state.seq, 0);
  });
  it('is not taken when it is large', async () => {
    await using world = await startLiveWorld();
    using talker = new Listener({ port: world.port });
    await talker.greeted();
    talker.socket.emit('hello', 'x'.repeat(20_000));
    await talker.until(({ socket }) => !socket.connected, 'the end');
  });
  it('is answered by nothing where it is no Socket.IO at all', async () => {
    await using world = await startLiveWorld();
    const socket = connect(world.port, '127.0.0.1');
    socket.write(
      `GET ${livePath}/?EIO=4&transport=websocket HTTP/1.1\r\nHost: x\r\nConnection: upgrade\r\nUpgrade: nonsense\r\n\r\n`,
    );
    socket.resume();
    await once(socket, 'close');
    assert.equal(world.live.clientCount, 0);
  });
});

function connectionCount(server: Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.getConnections((error, count) => (error === null ? resolve(count) : reject(error)));
  });
}

/** After everything that can go has gone. */
function memoryInUse(): number {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  collect();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}
