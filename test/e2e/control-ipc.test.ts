import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { test } from 'node:test';
import { inspect } from 'node:util';
import {
  applyPatch,
  type ConsoleMessage,
  type KeyedFact,
  type MinerCommand,
  type MinerMessage,
} from '@dropwise/contract/miner-ipc';
import type { MinerState } from '@dropwise/core';
import { createRandom, randomInt } from '@dropwise/kit';
import { type LocalTwitch, startLocalTwitch } from './local-twitch.ts';
import { launcher, makeFolder, patienceMs } from './processes.ts';

/** `dropwise mine --ipc`, with the test as its console. */
interface IpcMiner extends AsyncDisposable {
  readonly child: ChildProcess;
  readonly messages: readonly MinerMessage[];
  readonly output: string;
  state(): MinerState | null;
  say(message: ConsoleMessage | object): void;
  command(command: MinerCommand): Promise<string | null>;
  until<Found>(what: string, look: () => Found | null | undefined | false): Promise<Found>;
  fact(kind: string): Promise<unknown>;
  keys(): readonly string[];
  end(): Promise<{ readonly code: number | null; readonly signal: NodeJS.Signals | null }>;
}

interface Options {
  /** Says `factsStored` for everything that comes. Default true. */
  readonly stores?: boolean;
  readonly args?: readonly string[];
}

function startIpcMiner(twitch: LocalTwitch, folder: string, { stores = true, args = [] }: Options = {}): IpcMiner {
  const child = spawn(process.execPath, [launcher, ...twitch.minerArguments, '--ipc', '--data-dir', folder, ...args], {
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    serialization: 'advanced',
    env: { PATH: process.env.PATH, HOME: folder, TZ: 'UTC', DROPWISE_STOP_WITH_PARENT: '1' },
  });
  const messages: MinerMessage[] = [];
  const listeners = new Set<() => void>();
  let output = '';
  let state: MinerState | null = null;
  let lastId = 0;
  const tell = (): void => {
    for (const listener of listeners) listener();
  };
  for (const stream of [child.stdout, child.stderr]) {
    if (stream !== null) createInterface({ input: stream }).on('line', (line) => (output += `${line}\n`));
  }
  child.on('message', (value) => {
    const message = value as MinerMessage;
    messages.push(message);
    if (message.kind === 'statePatched') state = applyPatch(state, message.patch);
    const last = message.kind === 'facts' ? message.facts.at(-1) : undefined;
    if (stores && last !== undefined && child.connected) child.send({ kind: 'factsStored', key: last.key });
    tell();
  });
  // Not `close`: Node does not tell it after a `disconnect` of this end.
  const ended = Promise.all([once(child, 'exit'), ...[child.stdout, child.stderr].map(untilClosed)]);
  ended.then(tell, tell);
  const miner: IpcMiner = {
    child,
    messages,
    get output() {
      return output;
    },
    state: () => state,
    say: (message) => void child.send(message),
    async command(command) {
      lastId += 1;
      const id = lastId;
      miner.say({ kind: 'command', id, command });
      const answer = await miner.until(`an answer to ${command.kind}`, () =>
        messages.find((message) => message.kind === 'commandAnswered' && message.id === id),
      );
      return answer.kind === 'commandAnswered' ? answer.problem : null;
    },
    until(what, look) {
      const missed = new Error();
      Error.captureStackTrace(missed, miner.until);
      return new Promise((resolve, reject) => {
        const timer = setTimeout(() => {
          listeners.delete(check);
          const told = messages.flatMap((message) => (message.kind === 'linesLogged' ? message.lines : []));
          missed.message = `expected ${what}\n${told
            .slice(-20)
            .map(({ text }) => text)
            .join('\n')}\n${output}`;
          reject(missed);
        }, patienceMs);
        const check = (): void => {
          const found = look();
          if (found === null || found === undefined || found === false) return;
          listeners.delete(check);
          clearTimeout(timer);
          resolve(found);
        };
        listeners.add(check);
        check();
      });
    },
    fact: (kind) =>
      miner.until(`a fact ${kind}`, () => factsOf(messages).find(({ fact }) => fact.kind === kind) ?? null),
    keys: () => factsOf(messages).map(({ key }) => key),
    async end() {
      const [[code, signal]] = (await ended) as unknown as [[number | null, NodeJS.Signals | null]];
      return { code, signal };
    },
    async [Symbol.asyncDispose]() {
      if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL');
      await ended;
    },
  };
  return miner;
}

async function untilClosed(stream: Readable | null): Promise<void> {
  if (stream !== null && !stream.closed) await once(stream, 'close');
}

function factsOf(messages: readonly MinerMessage[]) {
  return messages.flatMap((message) => (message.kind === 'facts' ? message.facts : []));
}

const unsentOf = (folder: string) => readFile(join(folder, 'data', 'facts-unsent.ndjson'), 'utf8');

test('a miner under a console says hello, mirrors its state, tells its facts and answers', async () => {
  await using folder = await makeFolder();
  await using twitch = await startLocalTwitch({ speed: 60, autoApprove: true });
  await using miner = startIpcMiner(twitch, folder.path);
  await miner.fact('minuteConfirmed');
  const [hello] = miner.messages;
  assert.ok(hello?.kind === 'hello');
  assert.equal(hello.pid, miner.child.pid);
  assert.equal(hello.clock?.speed, 60);
  const watching = await miner.until('a watched channel in the mirror', () => miner.state()?.watching);
  assert.equal(miner.state()?.account.kind, 'signedIn');
  await miner.until('a validated login', () =>
    miner.messages.find((each) => each.kind === 'sessionDescribed' && each.session.lastValidatedAt !== null),
  );

  const other = Object.values(miner.state()?.channels ?? {}).find(
    ({ id, stream }) => id !== watching.channelId && stream !== null,
  );
  assert.ok(other);
  assert.equal(await miner.command({ kind: 'selectChannel', channelId: '', login: other.login }), null);
  await miner.until('the choice in the mirror', () => miner.state()?.manual?.channelId === other.id);
  assert.equal(await miner.command({ kind: 'exitManual' }), null);
  await miner.until('no choice in the mirror', () => miner.state()?.manual === null);

  await mkdir(join(folder.path, 'config'), { recursive: true });
  const settings = { mining: { mode: 'ending_soonest' }, twitch: { client: 'web' }, nonsense: 1 };
  await writeFile(join(folder.path, 'config', 'settings.json'), JSON.stringify(settings));
  assert.equal(await miner.command({ kind: 'reloadSettings' }), null);
  const taken = miner.messages.findLast((each) => each.kind === 'settingsTaken');
  assert.ok(taken?.kind === 'settingsTaken');
  assert.equal(taken.values['mining.mode'], 'ending_soonest');
  assert.deepEqual(taken.restartKeys, ['twitch.client']);
  assert.match(taken.problems.join(), /nonsense/);
  await miner.until('the mode in the mirror', () => miner.state()?.settings.mode === 'ending_soonest');

  miner.say({ kind: 'explode' });
  assert.match((await miner.command({ kind: 'retryLogin' })) ?? '', /Sign out first/);
  assert.equal(await miner.command({ kind: 'stop' }), null);
  assert.deepEqual(await miner.end(), { code: 0, signal: null });
  assert.equal(factsOf(miner.messages).at(-1)?.fact.kind, 'stopped');
  assert.equal(miner.output, '', 'its log goes to the console and not to its streams');
});

test('who signs out is asked to sign in again, and the login is gone from the disk and at Twitch', async () => {
  await using folder = await makeFolder();
  await using twitch = await startLocalTwitch({ speed: 60 });
  await using miner = startIpcMiner(twitch, folder.path);
  const isStored = async (): Promise<boolean> =>
    (await readFile(join(folder.path, 'data', 'cookies.jar'), 'utf8')).includes('auth-token');
  const codes = (): readonly string[] =>
    factsOf(miner.messages).flatMap(({ fact }) => (fact.kind === 'deviceCodeIssued' ? [fact.userCode] : []));
  await miner.until('a code', () => codes().length === 1);
  assert.match((await miner.command({ kind: 'selectChannel', channelId: '1', login: 'a' })) ?? '', /Sign in first/);
  assert.equal(await miner.command({ kind: 'retryLogin' }), null);
  await miner.until('a second code', () => codes().length === 2);
  await twitch.control('POST', 'approve', { userCode: codes()[1] });
  await miner.fact('minuteConfirmed');
  const token = await tokenOf(folder.path);
  assert.ok(await isStored());
  assert.equal(await miner.command({ kind: 'signOut' }), null);
  await miner.until('a third code', () => codes().length === 3);
  assert.equal((await twitch.state()).account.tokens, 0);
  await miner.until('nothing watched in the mirror', () => miner.state()?.watching === null);
  assert.equal(await miner.command({ kind: 'stop' }), null);
  await miner.end();
  assert.equal(await isStored(), false);
  assert.ok(!inspect(miner.messages, { depth: null, maxStringLength: null, maxArrayLength: null }).includes(token));
  assert.ok(!(await unsentOf(folder.path)).includes(token));
});

test('a console that dies takes its miner with it, and the next one hears what this one had not stored', async () => {
  await using folder = await makeFolder();
  await using twitch = await startLocalTwitch({ speed: 120, autoApprove: true });
  await using first = startIpcMiner(twitch, folder.path, { stores: false });
  await first.fact('dropClaimed');
  first.child.disconnect();
  assert.deepEqual(await first.end(), { code: 0, signal: null });
  const kept = (await unsentOf(folder.path))
    .trim()
    .split('\n')
    .map((line) => (JSON.parse(line) as KeyedFact).key);
  assert.ok(kept.length > 3);
  // As a death in the middle of a line leaves it.
  await appendFile(join(folder.path, 'data', 'facts-unsent.ndjson'), '{"key":"cut');
  await using second = startIpcMiner(twitch, folder.path);
  await second.until('what the first had not stored', () => second.keys().length > kept.length);
  assert.deepEqual(second.keys().slice(0, kept.length), kept);
  assert.equal(await second.command({ kind: 'stop' }), null);
  await second.end();
  assert.deepEqual(await unsentOf(folder.path), '');
});

const killCount = 20;

test('a miner that is killed at twenty moments under a console loses no claim, whatever was stored when', async () => {
  await using folder = await makeFolder();
  await using twitch = await startLocalTwitch({ speed: 100, autoApprove: true });
  const random = createRandom(3);
  const stored = new Map<string, string>();
  const remember = (miner: IpcMiner): void => {
    for (const { key, fact } of factsOf(miner.messages)) if (fact.kind === 'dropClaimed') stored.set(key, fact.dropId);
  };
  for (let round = 0; round < killCount; round += 1) {
    // Every other console stores nothing: what it was told does not count. It dies right after it was told of a claim, which
    // the miner's own memory knows by then, so that no inventory tells of it again.
    const stores = round % 2 === 0;
    await using miner = startIpcMiner(twitch, folder.path, { stores });
    const wanted = randomInt(random, 1, 25);
    const isTime = (): boolean => (stores ? miner.messages.length >= wanted : messagesAfterClaim(miner) >= 2);
    await miner.until('its moment', () => isTime() || isAllClaimed(miner.state()));
    miner.child.kill('SIGKILL');
    assert.equal((await miner.end()).signal, 'SIGKILL', miner.output);
    if (stores) remember(miner);
  }
  await using last = startIpcMiner(twitch, folder.path);
  await last.until('everything claimed', () => isAllClaimed(last.state()));
  assert.equal(await last.command({ kind: 'stop' }), null);
  await last.end();
  remember(last);
  const { campaigns } = await twitch.state();
  const claimed = campaigns.flatMap(({ drops }) => drops.filter((drop) => drop.claimed).map(({ id }) => id));
  assert.ok(claimed.length >= 6);
  assert.deepEqual([...new Set(stored.values())].sort(), claimed.sort());
});

function messagesAfterClaim({ messages }: IpcMiner): number {
  const claim = messages.findIndex((each) => factsOf([each]).some(({ fact }) => fact.kind === 'dropClaimed'));
  return claim < 0 ? -1 : messages.length - 1 - claim;
}

function isAllClaimed(state: MinerState | null): boolean {
  const drops = Object.values(state?.campaigns ?? {}).flatMap((campaign) => campaign.drops);
  return (
    drops.length > 0 && drops.every(({ claim, requiredMinutes }) => claim.kind === 'claimed' || requiredMinutes === 0)
  );
}

async function tokenOf(folder: string): Promise<string> {
  const jar = await readFile(join(folder, 'data', 'cookies.jar'), 'utf8');
  const [, token] = /auth-token"?[^a-z0-9]+(?:value"?[^a-z0-9]+)?([a-z0-9]{30})/.exec(jar) ?? [];
  assert.ok(token, 'expected a token in the jar');
  return token;
}
