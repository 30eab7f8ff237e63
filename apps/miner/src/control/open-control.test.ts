import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { applyPatch, type MinerCommand, type SessionFacts } from '@dropwise/contract/miner-ipc';
import {
  createMinerState,
  defaultSettings,
  type Fact,
  type Input,
  type MinerState,
  miningSettingsOf,
} from '@dropwise/core';
import { channelId, fail, succeed, userId, VirtualClock } from '@dropwise/kit';
import type { Twitch } from '@dropwise/twitch';
import { type Control, openControl } from './open-control.ts';
import { FakeParent } from './testing/fake-parent.ts';

const signedOut = createMinerState(miningSettingsOf(defaultSettings()));
const signedIn: MinerState = { ...signedOut, account: { kind: 'signedIn', userId: userId('1'), login: 'viewer' } };
const stopped: Fact = { kind: 'stopped', claimed: 0, confirmedMinutes: 0 };
const session: SessionFacts = {
  clientName: 'tv',
  lastValidatedAt: null,
  expiresAt: null,
  cookiesValid: true,
  limits: [],
};
const line = (message: string) => ({ atMs: 5, level: 'info', message, part: null, fields: {} }) as const;

const png = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const fetchImage: Twitch['image'] = async () => succeed({ contentType: 'image/png', bytes: png });

async function world(options: { readonly folder?: string } = {}) {
  const folder = options.folder ?? (await mkdtemp(join(tmpdir(), 'dropwise-control-')));
  const wall = new VirtualClock(1_000_000, () => new Promise((resolve) => setImmediate(resolve)));
  const parent = new FakeParent();
  const said: string[] = [];
  const posted: Input[] = [];
  const seen = { state: signedIn, session, reloads: 0, reloadProblem: null as string | null, fetchImage };
  const open = (): Control =>
    openControl({
      parent,
      dataFolder: folder,
      about: { version: '1.2.3', pid: 7, clock: null },
      clock: { now: () => 42 },
      wall,
    });
  const control = open();
  return {
    folder,
    wall,
    parent,
    said,
    posted,
    seen,
    control,
    unsent: () => readFile(join(folder, 'facts-unsent.ndjson'), 'utf8'),
    begin: () =>
      control.begin({
        state: () => seen.state,
        post: (input) => posted.push(input),
        describeSession: () => seen.session,
        async reloadSettings() {
          if (seen.reloadProblem !== null) throw new Error(seen.reloadProblem);
          seen.reloads += 1;
        },
        fetchImage: (url) => seen.fetchImage(url),
        say: (sentence) => said.push(sentence),
      }),
    /** Ends under a console that reads and stores. */
    async end() {
      parent.readAll();
      const ending = control[Symbol.asyncDispose]();
      await wall.advance(500);
      await ending;
    },
    async [Symbol.asyncDispose]() {
      await this.end();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

test('it says hello, what it could not say in an earlier life, and then the whole state', async () => {
  await using first = await world();
  first.begin();
  first.control.noteFact(stopped);
  await first.wall.advance(0);
  const [sent] = first.parent.of('facts');
  const again = await world({ folder: first.folder });
  again.begin();
  assert.deepEqual(
    again.parent.messages.slice(0, 4).map(({ kind }) => kind),
    ['hello', 'facts', 'sessionDescribed', 'statePatched'],
  );
  assert.deepEqual(again.parent.of('facts'), [sent]);
  const [hello] = again.parent.of('hello');
  assert.deepEqual(
    { ...hello, runId: '' },
    { kind: 'hello', ipcVersion: 1, runId: '', version: '1.2.3', pid: 7, clock: null },
  );
  assert.notEqual(hello?.runId, first.parent.of('hello')[0]?.runId);
  const [patch] = again.parent.of('statePatched');
  assert.ok(patch);
  assert.deepEqual(applyPatch(null, patch.patch), signedIn);
  await again.end();
});

test('facts are on the disk when they are noted, go at once and together, and are forgotten when they are stored', async () => {
  await using here = await world();
  here.begin();
  here.control.noteFact(stopped);
  here.control.noteFact(stopped);
  assert.equal((await here.unsent()).trim().split('\n').length, 2);
  await here.wall.advance(0);
  const sent = here.parent.of('facts');
  assert.equal(sent.length, 1);
  assert.deepEqual(
    sent[0]?.facts.map(({ at, fact }) => [at, fact.kind]),
    [
      [42, 'stopped'],
      [42, 'stopped'],
    ],
  );
  here.parent.say({ kind: 'factsStored', key: sent[0]?.facts.at(-1)?.key });
  assert.equal(await here.unsent(), '');
});

test('changes of the state are gathered into a patch every quarter of a real second', async () => {
  await using here = await world();
  here.begin();
  for (let claimed = 1; claimed <= 50; claimed += 1) {
    here.seen.state = { ...here.seen.state, totals: { claimed, confirmedMinutes: 0 } };
    here.control.noteState();
    await here.wall.advance(20);
  }
  await here.wall.advance(250);
  const patches = here.parent.of('statePatched');
  assert.ok(patches.length >= 4 && patches.length <= 6, `found ${patches.length} patches for a second`);
  assert.deepEqual(patches.at(-1)?.patch.changed, { totals: { claimed: 50, confirmedMinutes: 0 } });
  here.control.noteState();
  await here.wall.advance(1_000);
  assert.equal(here.parent.of('statePatched').length, patches.length, 'nothing is sent where nothing changed');
});

test('a console that does not read costs one patch, however much happens meanwhile', async () => {
  await using here = await world();
  here.begin();
  here.parent.room = 1;
  here.control.noteLine(line('before it was full'));
  await here.wall.advance(250);
  const { length } = here.parent.messages;
  for (let claimed = 1; claimed <= 2_000; claimed += 1) {
    here.seen.state = { ...here.seen.state, totals: { claimed, confirmedMinutes: 0 } };
    here.control.noteState();
    here.control.noteLine(line(`line ${claimed}`));
    if (claimed <= 3) here.control.noteFact(stopped);
    await here.wall.advance(100);
  }
  assert.equal(here.parent.messages.length, length, 'not even a heartbeat');
  here.parent.readAll();
  const later = here.parent.messages.slice(length);
  assert.deepEqual(
    later.map(({ kind }) => kind),
    ['facts', 'linesLogged', 'statePatched'],
  );
  assert.equal(here.parent.of('facts').at(-1)?.facts.length, 3);
  const logged = here.parent.of('linesLogged').at(-1);
  assert.equal(logged?.lines.length, 1_000);
  assert.equal(logged?.droppedCount, 1_000);
  assert.equal(logged?.lines.at(-1)?.text, 'line 2000');
});

test('silence is broken by a heartbeat every five real seconds', async () => {
  await using here = await world();
  here.begin();
  await here.wall.advance(20_000);
  assert.equal(here.parent.of('heartbeat').length, 5);
});

test('what is known of the login is told when it changes', async () => {
  await using here = await world();
  here.begin();
  here.control.noteSession();
  await here.wall.advance(1_000);
  assert.equal(here.parent.of('sessionDescribed').length, 1);
  here.seen.session = { ...session, lastValidatedAt: 5 };
  here.control.noteSession();
  await here.wall.advance(1_000);
  assert.equal(here.parent.of('sessionDescribed').at(-1)?.session.lastValidatedAt, 5);
});

test('secrets that others wrote into a failure or a fact are masked', async () => {
  await using here = await world();
  const detail = { detail: 'Authorization: OAuth abcdefghijklmnop1234' };
  const condition = { since: 1, renewedAt: 1, sources: ['login'], detail };
  here.seen.state = { ...signedIn, conditions: { 'twitch-down': condition } };
  here.begin();
  here.control.noteFact({ kind: 'sessionRevoked', detail: detail.detail });
  assert.doesNotMatch(await here.unsent(), /abcdefgh/);
  await here.wall.advance(0);
  assert.doesNotMatch(JSON.stringify(here.parent.messages), /abcdefgh/);
  assert.match(JSON.stringify(here.parent.messages), /OAuth \[token\]/);
});

const commands: readonly (readonly [MinerCommand, MinerState, Input[], RegExp | null])[] = [
  [{ kind: 'reload' }, signedIn, [{ kind: 'reloadRequested' }], null],
  [{ kind: 'reload' }, signedOut, [], /Nobody is signed in/],
  [
    { kind: 'selectChannel', channelId: '9', login: 'any_one' },
    signedIn,
    [{ kind: 'channelSelected', channelId: channelId('9'), login: 'any_one' }],
    null,
  ],
  [
    { kind: 'selectChannel', channelId: '', login: 'any_one' },
    signedIn,
    [{ kind: 'channelSelected', channelId: channelId(''), login: 'any_one' }],
    null,
  ],
  [{ kind: 'selectChannel', channelId: '9', login: 'any_one' }, signedOut, [], /Sign in first/],
  [{ kind: 'exitManual' }, signedIn, [{ kind: 'manualEnded' }], null],
  [{ kind: 'reloadSettings' }, signedOut, [], null],
  [{ kind: 'retryLogin' }, signedOut, [{ kind: 'loginRetried' }], null],
  [{ kind: 'retryLogin' }, signedIn, [], /Sign out first/],
  [{ kind: 'signOut' }, signedIn, [{ kind: 'signOutRequested' }], null],
  [{ kind: 'stop' }, signedIn, [{ kind: 'stopRequested' }], null],
];
for (const [command, state, inputs, problem] of commands) {
  test(`${JSON.stringify(command)} while ${state.account.kind} is ${problem === null ? 'done' : 'refused'} and answered`, async () => {
    await using here = await world();
    here.seen.state = state;
    here.begin();
    here.parent.say({ kind: 'command', id: 3, command });
    await here.wall.advance(0);
    assert.deepEqual(here.posted, inputs);
    const [answer] = here.parent.of('commandAnswered');
    assert.equal(answer?.id, 3);
    if (problem === null) assert.equal(answer?.problem, null);
    else assert.match(answer?.problem ?? '', problem);
    assert.equal(here.seen.reloads, command.kind === 'reloadSettings' ? 1 : 0);
  });
}

test('a command that breaks is answered with why', async () => {
  await using here = await world();
  here.seen.reloadProblem = 'the disk is gone';
  here.begin();
  here.parent.say({ kind: 'command', id: 1, command: { kind: 'reloadSettings' } });
  await here.wall.advance(0);
  assert.deepEqual(here.parent.of('commandAnswered')[0]?.problem, 'The miner could not do it: the disk is gone.');
});

test('what is no message is ignored, and said now and then', async () => {
  await using here = await world();
  here.begin();
  for (let each = 0; each < 100; each += 1) here.parent.say({ kind: 'format the disk' });
  assert.deepEqual(here.posted, []);
  assert.equal(here.said.length, 7);
  assert.match(here.said[0] ?? '', /^A message of the console \(number 1 of that kind\) is ignored: kind: expected/);
});

test('the end says what is left to say, and nothing is taken or said after it', async () => {
  await using here = await world();
  here.begin();
  here.control.noteLine(line('the last word'));
  here.control.noteFact(stopped);
  const ending = here.control[Symbol.asyncDispose]();
  assert.equal(here.parent.of('linesLogged').at(-1)?.lines[0]?.text, 'the last word');
  const [facts] = here.parent.of('facts');
  here.parent.say({ kind: 'command', id: 1, command: { kind: 'reload' } });
  here.parent.say({ kind: 'factsStored', key: facts?.facts.at(-1)?.key });
  await ending;
  assert.equal(await here.unsent(), '');
  assert.deepEqual(here.posted, []);
  assert.equal(here.parent.isListenedTo, false);
  const { length } = here.parent.messages;
  here.control.noteFact(stopped);
  here.control.noteState();
  await here.wall.advance(10_000);
  assert.equal(here.parent.messages.length, length);
});

test('an end under a console that does not read comes all the same', async () => {
  await using here = await world();
  here.begin();
  here.parent.room = 1;
  here.control.noteLine(line('unread'));
  await here.wall.advance(250);
  const ending = here.control[Symbol.asyncDispose]();
  await here.wall.advance(500);
  await ending;
});

test('a picture goes to the console as bytes, and why there is none as a sentence', async () => {
  await using here = await world();
  here.begin();
  here.parent.say({ kind: 'fetchArt', id: 7, url: 'https://images.example/box.png' });
  here.seen.fetchImage = async () => fail({ kind: 'notFound', status: 404 });
  here.parent.say({ kind: 'fetchArt', id: 8, url: 'x' });
  here.seen.fetchImage = () => Promise.reject(new Error('the door is closed'));
  here.parent.say({ kind: 'fetchArt', id: 9, url: 'x' });
  await here.wall.advance(0);
  const sentence = 'The picture could not be fetched: the door is closed.';
  assert.deepEqual(here.parent.of('artFetched'), [
    { kind: 'artFetched', id: 7, art: { contentType: 'image/png', bytes: png }, problem: null },
    {
      kind: 'artFetched',
      id: 8,
      art: null,
      problem: { isLasting: true, sentence: 'Expected a picture, found HTTP 404.' },
    },
    { kind: 'artFetched', id: 9, art: null, problem: { isLasting: false, sentence } },
  ]);
});

test('a console that does not read is sent no picture, and Twitch is not asked for it', async () => {
  await using here = await world();
  here.begin();
  let askedCount = 0;
  here.seen.fetchImage = async (url) => {
    askedCount += 1;
    return fetchImage(url);
  };
  here.parent.room = 1;
  here.control.noteSettings({ kind: 'settingsTaken', values: {}, restartKeys: [], problems: [] });
  here.parent.say({ kind: 'fetchArt', id: 7, url: 'x' });
  await here.wall.advance(0);
  const [answer] = here.parent.of('artFetched');
  assert.equal(answer?.art, null);
  assert.equal(answer?.problem?.isLasting, false);
  assert.equal(askedCount, 0);
});
