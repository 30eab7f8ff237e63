import assert from 'node:assert/strict';
import { test } from 'node:test';
import { diffState, type Hello, type MinerCommand, minerIpcVersion } from '@dropwise/contract';
import type { MinerState, Wishes } from '@dropwise/core';
import { fail, succeed, VirtualClock } from '@dropwise/kit';
import { openSession } from './open-session.ts';
import { hour, start, watchingState } from './testing/build-state.ts';
import { FakeLife, FakeSink } from './testing/fake-life.ts';

const hello: Hello = {
  kind: 'hello',
  ipcVersion: minerIpcVersion,
  version: '1.2.3',
  pid: 7,
  runId: 'run',
  clock: null,
};

const noWishes: Wishes = { games: {}, campaigns: {}, drops: {} };

function world() {
  const clock = new VirtualClock(start, () => new Promise((resolve) => setImmediate(resolve)));
  const life = new FakeLife();
  const sink = new FakeSink();
  const session = openSession(life, sink, clock);
  let sent: MinerState | null = null;
  return {
    clock,
    life,
    sink,
    session,
    show(state: MinerState) {
      const patch = diffState(sent, state);
      sent = state;
      if (patch !== null) life.say({ kind: 'statePatched', now: clock.now(), patch });
    },
    async [Symbol.asyncDispose]() {
      await session[Symbol.asyncDispose]();
      assert.equal(clock.pendingCount, 0, 'no timer stays behind');
    },
  };
}

test('a miner is ready when it has said hello, and shown when it has told its state', async () => {
  await using here = world();
  assert.equal(here.session.view.status.phase, 'starting');
  here.life.say(hello);
  assert.deepEqual(here.sink.readies, ['1.2.3']);
  assert.deepEqual(here.sink.degradations, [null]);
  here.show(watchingState());
  await here.clock.advance(250);
  assert.equal(here.sink.viewChangeCount, 1);
  assert.equal(here.session.view.status.watching?.login, 'channel_1');
  assert.ok(here.sink.aliveCount >= 2);
});

test('a burst of patches is worked out four times a second, and time alone once a second', async () => {
  await using here = world();
  here.life.say(hello);
  for (let claimed = 0; claimed < 100; claimed += 1) {
    here.show({ ...watchingState(), totals: { claimed, confirmedMinutes: 0 } });
    await here.clock.advance(10);
  }
  assert.ok(here.sink.viewChangeCount >= 3 && here.sink.viewChangeCount <= 6, `${here.sink.viewChangeCount}`);
  await here.clock.advance(1_000);
  const before = here.sink.viewChangeCount;
  await here.clock.advance(10 * 60_000);
  assert.equal(here.session.view.health.code, 'long-unconfirmed', 'nobody had to say so');
  assert.ok(here.sink.viewChangeCount - before < 20, 'and who looks at nothing new is not told');
});

test('facts go on with their keys, and the miner hears of it once they are stored', async () => {
  await using here = world();
  here.life.say(hello);
  const fact = { kind: 'stopped', claimed: 1, confirmedMinutes: 2 } as const;
  here.life.say({
    kind: 'facts',
    facts: [
      { key: 'run:1', at: 1, fact },
      { key: 'run:2', at: 2, fact },
    ],
  });
  here.life.sayOdd({ kind: 'facts', facts: [null, { key: 3 }, { key: 'run:9', at: 1, fact: null }] });
  assert.deepEqual(
    here.sink.seenFacts.map(({ key, at }) => [key, at]),
    [
      ['run:1', 1],
      ['run:2', 2],
    ],
  );
  assert.deepEqual(here.life.sent, []);
  for (const stored of here.sink.stored) stored();
  assert.deepEqual(here.life.sent, [{ kind: 'factsStored', key: 'run:2' }]);
});

test('a miner of another version is told of and not listened to', async () => {
  await using here = world();
  here.life.say({ ...hello, ipcVersion: minerIpcVersion + 1, version: '9.0.0' });
  here.show(watchingState());
  await here.clock.advance(2_000);
  assert.match(here.sink.degradations.join(), /speaks version \d+ \(Dropwise 9\.0\.0\)\. Install both/);
  assert.equal(here.session.view.status.phase, 'starting');
  const answer = await here.session.ask({ kind: 'reload' });
  assert.ok(!answer.ok && answer.failure.kind === 'cannot');
  assert.deepEqual(here.life.sent, []);
});

test('its lines and what it prints are lines, and those that were left out are counted', async () => {
  await using here = world();
  here.life.print('\u001b[31mno module\u001b[0m', 'stderr');
  here.life.say(hello);
  const line = { at: 5, level: 'detail', source: 'gql', text: 'asked' } as const;
  here.life.say({ kind: 'linesLogged', lines: [line], droppedCount: 3 });
  assert.deepEqual(
    here.sink.seenLines.map(({ level, source, text }) => [level, source, text]),
    [
      ['warning', 'stderr', 'no module'],
      ['warning', 'console', '3 lines of the miner came too fast to be shown; its log file has them.'],
      ['detail', 'gql', 'asked'],
    ],
  );
});

test('what is no message of a miner is ignored, and said now and then', async () => {
  await using here = world();
  for (const odd of [null, 'hello', { kind: 'shutdown' }, { kind: 'hello' }]) here.life.sayOdd(odd);
  assert.deepEqual(here.sink.readies, []);
  assert.equal(here.sink.seenLines.length, 3);
});

test('a command is done, refused or late', async () => {
  await using here = world();
  here.life.say(hello);
  const ask = (command: MinerCommand) => here.session.ask(command);
  const [done, refused, late] = [ask({ kind: 'reload' }), ask({ kind: 'retryLogin' }), ask({ kind: 'signOut' })];
  assert.deepEqual(
    here.life.sent.map((message) => message.kind === 'command' && message.id),
    [1, 2, 3],
  );
  here.life.say({ kind: 'commandAnswered', id: 2, problem: 'Sign out first.' });
  here.life.say({ kind: 'commandAnswered', id: 1, problem: null });
  here.life.say({ kind: 'commandAnswered', id: 1, problem: 'twice' });
  here.life.say({ kind: 'commandAnswered', id: 99, problem: null });
  await here.clock.advance(15_000);
  assert.deepEqual(await done, { ok: true, value: undefined });
  assert.deepEqual(await refused, { ok: false, failure: { kind: 'refused', sentence: 'Sign out first.' } });
  const answer = await late;
  assert.ok(!answer.ok && answer.failure.kind === 'noAnswer');
});

test('a command that nobody hears, comes too often, or outlives the miner is answered too', async () => {
  await using here = world();
  here.life.say(hello);
  here.life.isHeard = false;
  const unheard = await here.session.ask({ kind: 'reload' });
  assert.ok(!unheard.ok && unheard.failure.kind === 'notRunning');
  here.life.isHeard = true;
  const waiting = Array.from({ length: 50 }, () => here.session.ask({ kind: 'reload' }));
  const oneMore = await here.session.ask({ kind: 'reload' });
  assert.ok(!oneMore.ok && oneMore.failure.kind === 'refused');
  here.life.end();
  for (const answer of await Promise.all(waiting)) assert.ok(!answer.ok && answer.failure.kind === 'notRunning');
  const afterwards = await here.session.ask({ kind: 'stop' });
  assert.ok(!afterwards.ok && afterwards.failure.kind === 'notRunning');
});

test('the last thing a miner told is shown after its end', async () => {
  await using here = world();
  here.life.say(hello);
  here.show({ ...watchingState(), phase: { kind: 'exit' }, watching: null });
  here.life.end();
  assert.equal(here.session.view.status.status, 'Stopping.');
});

test('settings that were taken are known, with when', async () => {
  await using here = world();
  here.life.say(hello);
  assert.equal(here.session.settingsTaken, null);
  await here.clock.advance(500);
  here.life.say({ kind: 'settingsTaken', values: {}, restartKeys: ['twitch.client'], problems: ['Odd.'] });
  assert.deepEqual(here.session.settingsTaken, { at: start + 500, problems: ['Odd.'], restartKeys: ['twitch.client'] });
});

test('the clock of a miner on a local Twitch runs as fast as it says', async () => {
  await using here = world();
  assert.equal(here.session.clock.speed, 1);
  here.life.say({ ...hello, clock: { speed: 60, startMs: 1_000, realStartMs: start } });
  await here.clock.advance(1_000);
  assert.equal(here.session.clock.speed, 60);
  assert.equal(here.session.clock.now(), 61_000);
});

test('a plan is tried out once the miner has told what it knows', async () => {
  await using here = world();
  here.life.say(hello);
  const early = here.session.previewPlan(noWishes);
  assert.ok(!early.ok && /Try again in a moment/.test(early.failure));
  here.show(watchingState());
  const tried = here.session.previewPlan({ ...noWishes, games: { Lanterns: 'never' } });
  assert.ok(tried.ok);
  assert.deepEqual(
    tried.value.changes.map(({ dropName, from, to, sentence }) => [dropName, from, to, sentence]),
    [['week-1', 'onTrack', 'impossible', 'It would not be earned any more.']],
  );
  assert.equal(tried.value.before.counts.onTrack, 1);
  assert.deepEqual(tried.value.after.slots, []);
  assert.ok(tried.value.before.until - start > hour);
});

test('a wish that is tried stands in the place of the one that is kept, and null takes that away', async () => {
  await using here = world();
  here.life.say(hello);
  const state = watchingState();
  here.show({ ...state, settings: { ...state.settings, wishes: { ...noWishes, games: { LANTERNS: 'never' } } } });
  const nothing = here.session.previewPlan(noWishes);
  assert.ok(nothing.ok && nothing.value.changes.length === 0, 'what is left out stays');
  for (const wish of [null, 'want'] as const) {
    const tried = here.session.previewPlan({ ...noWishes, games: { Lanterns: wish } });
    assert.ok(tried.ok);
    assert.deepEqual(
      tried.value.changes.map(({ dropName, to }) => [dropName, to]),
      [['week-1', 'onTrack']],
    );
  }
});

test('a picture that the miner was asked for arrives, or the reason why not; nobody waits for ever', async () => {
  await using here = world();
  here.life.say(hello);
  const { signal } = new AbortController();
  const fetchArt = (url: string, until = signal) => here.session.fetchArt?.(url, until) ?? assert.fail('it can');
  const bytes = Uint8Array.from([0xff, 0xd8, 0xff, 0xe0]);
  const art = { contentType: 'image/jpeg', bytes } as const;
  const there = fetchArt('https://images.example/1.jpg');
  const missing = fetchArt('https://images.example/2.jpg');
  const late = fetchArt('https://images.example/3.jpg');
  assert.deepEqual(
    here.life.sent.map((message) => message.kind === 'fetchArt' && [message.id, message.url]),
    [1, 2, 3].map((id) => [id, `https://images.example/${id}.jpg`]),
  );
  const problem = { isLasting: true, sentence: 'There is none.' };
  here.life.say({ kind: 'artFetched', id: 2, art: null, problem });
  here.life.say({ kind: 'artFetched', id: 1, art, problem: null });
  assert.deepEqual(await there, succeed(art));
  assert.deepEqual(await missing, fail(problem));
  await here.clock.advance(45_000);
  const failure = await late;
  assert.ok(!failure.ok && !failure.failure.isLasting);

  const unwanted = new AbortController();
  const stopped = fetchArt('x', unwanted.signal);
  unwanted.abort();
  assert.ok(!(await stopped).ok);
  here.life.isHeard = false;
  assert.ok(!(await fetchArt('x')).ok);
  here.life.isHeard = true;
  const atEnd = fetchArt('x');
  here.life.end();
  assert.ok(!(await atEnd).ok);
});

test('what a miner calls a picture and is none is not passed on', async () => {
  await using here = world();
  here.life.say(hello);
  const asked = here.session.fetchArt?.('x', new AbortController().signal);
  const bytes = new TextEncoder().encode('<svg/>');
  here.life.sayOdd({ kind: 'artFetched', id: 1, art: { contentType: 'image/png', bytes }, problem: null });
  await here.clock.advance(45_000);
  const outcome = await asked;
  assert.ok(outcome && !outcome.ok);
  assert.match(here.sink.seenLines[0]?.text ?? '', /artFetched\.art/);
});
