import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { test } from 'node:test';
import { createSystemClock } from '@dropwise/runtime';
import { createTestIo } from '../testing/process-io.ts';
import type { Child } from './child.ts';
import { type DemoOptions, runDemo } from './run-demo.ts';

const options: DemoOptions = {
  untilClaims: 2,
  speed: 60,
  scenario: 'evening',
  seed: 7,
  json: false,
  verbose: 0,
  settings: ['mining.mode=random'],
};

/** What a fake child does when it is started and when it is told to end. */
interface Script {
  onStart?(child: FakeChild): void;
  /** Default: ends with 0. */
  onSignal?(child: FakeChild, signal: 'SIGTERM' | 'SIGKILL'): void;
}

class FakeChild implements Child {
  readonly args: readonly string[];
  readonly signals: string[] = [];
  readonly ended: Promise<number>;
  isGone = false;
  readonly #script: Script;
  readonly #listeners: ((line: string, stream: 'stdout' | 'stderr') => void)[] = [];
  readonly #resolve: (code: number) => void;

  constructor(args: readonly string[], script: Script) {
    this.args = args;
    this.#script = script;
    const { promise, resolve } = Promise.withResolvers<number>();
    this.ended = promise;
    this.#resolve = resolve;
    setImmediate(() => script.onStart?.(this));
  }

  onLine(listener: (line: string, stream: 'stdout' | 'stderr') => void): void {
    this.#listeners.push(listener);
  }

  say(fact: object | string, stream: 'stdout' | 'stderr' = 'stdout'): void {
    const line = typeof fact === 'string' ? fact : JSON.stringify(fact);
    for (const listener of this.#listeners) listener(line, stream);
  }

  end(code: number): void {
    this.isGone = true;
    this.#resolve(code);
  }

  send(signal: 'SIGTERM' | 'SIGKILL'): void {
    this.signals.push(signal);
    if (this.isGone) return;
    if (this.#script.onSignal === undefined) this.end(0);
    else this.#script.onSignal(this, signal);
  }
}

const ready = { kind: 'ready', url: 'http://127.0.0.1:9', now: 1_000_000.4 };
const readySim: Script = { onStart: (sim) => sim.say(ready) };
const summary = { kind: 'summary', claimed: 2, confirmedMinutes: 20 };
const quickMiner: Script = {
  onStart: (miner) => {
    miner.say({ kind: 'deviceCodeIssued', userCode: 'ABCD' });
    miner.say('not a fact');
    miner.say('log line', 'stderr');
    miner.say(summary);
    miner.end(0);
  },
};

async function demo(
  sim: Script,
  miner: Script,
  over: Partial<DemoOptions> = {},
  approve = async (): Promise<void> => {},
) {
  const io = createTestIo();
  const children: FakeChild[] = [];
  const approved: string[] = [];
  const running = runDemo(
    { ...options, ...over },
    {
      io,
      clock: createSystemClock({ unref: true }),
      startChild: (args) => {
        const child = new FakeChild(args, args[0] === 'sim' ? sim : miner);
        children.push(child);
        return child;
      },
      approveDeviceCode: async (url, userCode) => {
        approved.push(`${url} ${userCode}`);
        await approve();
      },
    },
  );
  return { io, children, approved, running };
}

function dataDirOf(child: FakeChild | undefined): string {
  return child?.args[child.args.indexOf('--data-dir') + 1] ?? '';
}

test('the demo starts a simulator, a miner on it, approves the login, and ends as the miner ends', async () => {
  const { io, children, approved, running } = await demo(readySim, quickMiner);
  assert.equal(await running, 0);
  const [sim, miner] = children;
  assert.equal(sim?.args.join(' '), 'sim --port 0 --speed 60 --scenario evening --seed 7');
  assert.match(
    miner?.args.join(' ') ?? '',
    /^mine --json --endpoints http:\/\/127\.0\.0\.1:9 --data-dir \S+ --until-claims 2 --speed 60 --clock-from 1000000@\d+ --set mining\.mode=random$/,
  );
  assert.deepEqual(approved, ['http://127.0.0.1:9 ABCD']);
  assert.ok(children.every((child) => child.isGone));
  assert.ok(!existsSync(dataDirOf(miner)));
  assert.match(
    io.written.stdout,
    /^Starting a Twitch[\s\S]*enter ABCD[\s\S]*Done: 2 drops claimed and 20 minutes confirmed\.\n$/,
  );
  assert.equal(io.written.stderr, '');
});

test('with --json stdout is the miner’s alone, and its summary comes last', async () => {
  const { io, running } = await demo(readySim, quickMiner, { json: true });
  assert.equal(await running, 0);
  const lines = io.written.stdout.trimEnd().split('\n');
  assert.deepEqual(lines, ['{"kind":"deviceCodeIssued","userCode":"ABCD"}', 'not a fact', JSON.stringify(summary)]);
});

test('with -v the miner’s log is shown and asked for', async () => {
  const { io, children, running } = await demo(readySim, quickMiner, { verbose: 2 });
  await running;
  assert.equal(io.written.stderr, 'log line\n');
  assert.equal(children[1]?.args.filter((each) => each === '-v').length, 2);
});

test('a miner that fails gives the demo its exit code and its last words', async () => {
  const failing: Script = {
    onStart: (miner) => {
      for (let line = 1; line <= 30; line++) miner.say(`line ${line}`, 'stderr');
      miner.end(4);
    },
  };
  const { io, children, running } = await demo(readySim, failing);
  assert.equal(await running, 4);
  assert.equal(io.written.stderr.trimEnd().split('\n').length, 20);
  assert.match(io.written.stderr, /line 30\n$/);
  assert.ok(children.every((child) => child.isGone));
});

test('a simulator that does not come up ends the demo with its last words', async () => {
  const broken: Script = {
    onStart: (sim) => {
      sim.say('no such scenario', 'stderr');
      sim.end(2);
    },
  };
  const { io, children, running } = await demo(broken, quickMiner);
  assert.equal(await running, 1);
  assert.equal(children.length, 1);
  assert.equal(io.written.stderr, 'The simulator should have come up, but ended with 2. no such scenario\n');
});

test('a simulator that ends early ends the miner too, and the demo fails', async () => {
  const { io, children, running } = await demo(readySim, { onStart: () => children[0]?.end(1) });
  assert.equal(await running, 1);
  assert.ok(children.every((child) => child.isGone));
  assert.match(io.written.stderr, /The simulator ended before the miner/);
});

test('a code that cannot be approved ends the demo instead of leaving it waiting', async () => {
  const waiting: Script = { onStart: (miner) => miner.say({ kind: 'deviceCodeIssued', userCode: 'ABCD' }) };
  const { io, children, running } = await demo(readySim, waiting, {}, async () => {
    throw new Error('The simulator did not approve the code');
  });
  assert.equal(await running, 1);
  assert.ok(children.every((child) => child.isGone));
  assert.match(io.written.stderr, /did not approve/);
});

test('a stop ends the miner first, then the simulator, and leaves nothing', async () => {
  const order: string[] = [];
  const { io, children, running } = await demo(
    {
      ...readySim,
      onSignal: (sim) => {
        order.push('sim');
        sim.end(0);
      },
    },
    {
      onStart: () => io.abort(),
      onSignal: (miner) => {
        order.push('miner');
        miner.say(summary);
        miner.end(0);
      },
    },
  );
  assert.equal(await running, 0);
  assert.deepEqual(order, ['miner', 'sim']);
  assert.match(io.written.stdout, /Done: 2 drops/);
  assert.ok(!existsSync(dataDirOf(children[1])));
});

test('a stop before the simulator is ready starts no miner', async () => {
  const { io, children, running } = await demo({ onStart: () => io.abort() }, quickMiner);
  assert.equal(await running, 0);
  assert.equal(children.length, 1);
  assert.ok(children[0]?.isGone);
});
