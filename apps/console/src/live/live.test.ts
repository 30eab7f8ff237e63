import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type LiveState, maxLiveLines, type StoredLine } from '@dropwise/contract';
import { buildChannel, buildHealth, buildStatus, buildView } from '../api/testing/build-views.ts';
import { Listener } from './testing/listener.ts';
import { type LiveWorld, startLiveWorld } from './testing/live-world.ts';

function line(seq: number, text = `line ${seq}`): StoredLine {
  return { seq, at: seq, childId: 'miner', level: 'info', source: 'stdout', text };
}

function saying(status: string): ReturnType<typeof buildView> {
  return buildView({ status: buildStatus({ status }) });
}

/** The server's state is what it is once it has told `holds`. */
async function told(world: LiveWorld, listener: Listener, holds: (state: LiveState) => boolean): Promise<LiveState> {
  await listener.until(({ state }) => state !== null && holds(state), 'the change');
  return world.live.state;
}

function sameState(actual: LiveState | null, expected: LiveState): void {
  assert.deepEqual({ ...actual, at: 0 }, { ...expected, at: 0 });
}

function withMiner({ fleet }: Pick<LiveWorld, 'fleet'>): void {
  fleet.views.set('miner', buildView());
}

describe('whoever begins to listen', () => {
  it('gets the state as it is, with the last lines of the history', async () => {
    await using world = await startLiveWorld({}, ({ fleet, reader }) => {
      fleet.views.set('miner', buildView());
      for (let seq = 1; seq <= 300; seq++)
        reader.storedLines.push(line(seq, seq === 300 ? 'x'.repeat(5_000) : 'short'));
    });
    using listener = new Listener({ port: world.port });
    await listener.greeted();
    sameState(listener.state, world.live.state);
    const lines = listener.state?.lines ?? [];
    assert.deepEqual([lines.length, lines[0]?.seq, lines.at(-1)?.seq], [maxLiveLines, 101, 300]);
    assert.equal(lines.at(-1)?.text.length, 2_002);
  });
  it('gets it over polling as well, and after the change to a WebSocket goes on without a gap', async () => {
    await using world = await startLiveWorld();
    using polling = new Listener({ port: world.port, transports: ['polling'] });
    using changing = new Listener({ port: world.port, transports: ['polling', 'websocket'] });
    await Promise.all([polling.greeted(), changing.greeted()]);
    for (let count = 1; count <= 40; count++) {
      world.fleet.change('miner', {}, saying(`step ${count}`));
      await Promise.all(
        [polling, changing].map((listener) => told(world, listener, ({ status }) => status.status === `step ${count}`)),
      );
    }
    assert.equal(changing.socket.io.engine.transport.name, 'websocket');
    sameState(polling.state, world.live.state);
    sameState(changing.state, world.live.state);
  });
  it('hears that no miner has spoken yet, in the words of its child', async () => {
    await using world = await startLiveWorld({}, ({ fleet }) => {
      fleet.change('miner', { phase: 'starting', sentence: 'It starts.' });
    });
    assert.deepEqual(
      [world.live.state.status.status, world.live.state.health.code, world.live.state.health.level],
      ['It starts.', 'miner-starting', 'starting'],
    );
  });
});

describe('a change', () => {
  it('of channels, settings, children and health is told as what it is', async () => {
    await using world = await startLiveWorld({}, withMiner);
    using listener = new Listener({ port: world.port });
    await listener.greeted();
    world.changeSettings({ settings: [], problems: ['one'], warnings: [], revision: 2 });
    const channels = { 101: buildChannel({ watching: true, viewers: 7 }), 102: buildChannel({ id: '102' }) };
    world.fleet.change('miner', { restarts: 3 }, buildView({ channels, health: buildHealth('socket-down') }));
    const state = await told(world, listener, ({ channels }) => '102' in channels);
    sameState(listener.state, state);
    assert.deepEqual(
      listener.events.map(({ name }) => name),
      ['child_update', 'health_update', 'settings_updated', 'channel_update', 'channel_add'],
    );
  });
  it('that is taken back before it was told is not told', async () => {
    await using world = await startLiveWorld({ gatherMs: 30 }, withMiner);
    using listener = new Listener({ port: world.port });
    await listener.greeted();
    world.fleet.change('miner', {}, saying('for a moment'));
    world.fleet.change('miner', {}, buildView());
    world.live.onLines([line(1)], 0);
    await told(world, listener, ({ lines }) => lines.length === 1);
    assert.deepEqual(
      listener.events.map(({ name }) => name),
      ['console_output'],
    );
  });
  it('to a child that does not run takes back what its miner was said to watch', async () => {
    await using world = await startLiveWorld({}, withMiner);
    using listener = new Listener({ port: world.port });
    await listener.greeted();
    world.fleet.change('miner', { phase: 'backingOff', sentence: 'It ended and starts again in 5 s.' });
    const { status, health } = await told(world, listener, ({ status: { phase } }) => phase === 'backingOff');
    assert.deepEqual([status.watching, status.status], [null, 'It ended and starts again in 5 s.']);
    assert.deepEqual([health.code, health.level], ['miner-restarting', 'broken']);
  });
});

describe('facts and lines', () => {
  it('go live once they are stored', async () => {
    await using world = await startLiveWorld();
    using listener = new Listener({ port: world.port });
    await listener.greeted();
    world.live.onFacts([{ seq: 4, at: 1, childId: 'miner', fact: { kind: 'consoleStopped', why: 'asked' } }]);
    world.live.onLines([line(8), line(9)], 2);
    await told(world, listener, ({ lines }) => lines.length === 2);
    const [fact, output] = listener.events;
    assert.ok(fact?.name === 'fact_stored' && output?.name === 'console_output');
    assert.deepEqual([fact.fact.seq, output.skippedCount], [4, 2]);
  });
  it('of a flood go live in part, the newest, and every line is sent or counted', async () => {
    await using world = await startLiveWorld({ linesPerSecond: 50 });
    using listener = new Listener({ port: world.port });
    await listener.greeted();
    for (let batch = 0; batch < 100; batch++) {
      world.live.onLines(
        Array.from({ length: 200 }, (_, index) => line(batch * 200 + index)),
        0,
      );
    }
    await told(world, listener, ({ lines }) => lines.at(-1)?.seq === 19_999);
    const outputs = listener.events.filter((event) => event.name === 'console_output');
    const sentCount = outputs.reduce((sum, { lines }) => sum + lines.length, 0);
    assert.equal(sentCount + outputs.reduce((sum, { skippedCount }) => sum + skippedCount, 0), 20_000);
    assert.equal(sentCount, 50);
  });
  it('of a flood of facts go live as many as may', async () => {
    await using world = await startLiveWorld({ factsPerSecond: 10 });
    using listener = new Listener({ port: world.port });
    await listener.greeted();
    const facts = Array.from({ length: 500 }, (_, index) => ({
      seq: index,
      at: 1,
      childId: 'miner',
      fact: { kind: 'consoleStopped', why: 'asked' } as const,
    }));
    world.live.onFacts(facts);
    world.live.onLines([line(1)], 0);
    await told(world, listener, ({ lines }) => lines.length === 1);
    assert.equal(listener.events.filter(({ name }) => name === 'fact_stored').length, 10);
  });
});

describe('a client that was away', () => {
  async function leaveAndReturn(
    world: LiveWorld,
    changes: number,
    alter: (resume: { epoch: string; seq: number }) => { epoch: string; seq: number } = (resume) => resume,
  ): Promise<Listener> {
    using first = new Listener({ port: world.port });
    await first.greeted();
    const held = first.state;
    assert.ok(held !== null);
    using witness = new Listener({ port: world.port });
    await witness.greeted();
    first.socket.disconnect();
    for (let count = 1; count <= changes; count++) {
      world.fleet.change('miner', {}, saying(`step ${count}`));
      await told(world, witness, ({ status }) => status.status === `step ${count}`);
    }
    const second = new Listener({ port: world.port, state: held, resume: alter({ epoch: held.epoch, seq: held.seq }) });
    await second.greeted();
    return second;
  }

  it('gets exactly what it missed', async () => {
    await using world = await startLiveWorld({}, withMiner);
    using returned = await leaveAndReturn(world, 12);
    await returned.caughtUp(world.live.state);
    sameState(returned.state, world.live.state);
    assert.deepEqual([returned.happened, returned.events.length], [['resumed'], 12]);
  });
  it('gets nothing but the answer when nothing happened', async () => {
    await using world = await startLiveWorld();
    using returned = await leaveAndReturn(world, 0);
    assert.deepEqual([returned.happened, returned.events], [['resumed'], []]);
  });
  const refreshed: [string, Parameters<typeof leaveAndReturn>[2]][] = [
    ['of another life of the console', ({ seq }) => ({ epoch: 'other', seq })],
    ['ahead of the stream', ({ epoch }) => ({ epoch, seq: 1e6 })],
    ['at a place that is no number', ({ epoch }) => ({ epoch, seq: Number.NaN })],
  ];
  for (const [what, alter] of refreshed) {
    it(`gets a fresh state when it was ${what}`, async () => {
      await using world = await startLiveWorld();
      using returned = await leaveAndReturn(world, 3, alter);
      assert.deepEqual([returned.happened, returned.events], [['initial_state'], []]);
      sameState(returned.state, world.live.state);
    });
  }
  it('gets a fresh state when more happened than is kept', async () => {
    await using world = await startLiveWorld({ maxMissedEvents: 5 }, withMiner);
    using returned = await leaveAndReturn(world, 6);
    assert.deepEqual(returned.happened, ['initial_state']);
    sameState(returned.state, world.live.state);
  });
});

describe('the end', () => {
  it('leaves nobody connected, nothing subscribed, and the server as it was', async () => {
    await using world = await startLiveWorld();
    const listeners = (['websocket', 'polling'] as const).map(
      (transport) => new Listener({ port: world.port, transports: [transport] }),
    );
    await Promise.all(listeners.map((listener) => listener.greeted()));
    assert.equal(world.live.clientCount, 2);
    await world.live[Symbol.asyncDispose]();
    assert.equal(world.live.clientCount, 0);
    assert.equal(world.fleet.listenerCount, 0);
    for (const listener of listeners) {
      await listener.until(({ socket }) => !socket.connected, 'the end of the connection');
      assert.match(listener.happened.at(-1) ?? '', /transport (?:close|error)/);
    }
    assert.equal(await (await fetch(`http://127.0.0.1:${world.port}/`)).text(), 'not live');
    world.live.onLines([line(1)], 0);
    using late = new Listener({ port: world.port, transports: ['polling'] });
    await late.greeted();
    assert.match(late.happened[0] ?? '', /refused/);
  });
});
