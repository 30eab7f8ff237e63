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
  port: 0,
  stays: false,
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
const facts = [
  { kind: 'ready', url: 'http://127.0.0.1:8/' },
  { kind: 'deviceCodeIssued', userCode: 'ABCD' },
  { kind: 'minuteConfirmed', gainedMinutes: 20 },
  { kind: 'dropClaimed', dropId: 'a', dropName: 'Hat' },
  { kind: 'dropClaimed', dropId: 'a', dropName: 'Hat', by: 'inventory' },
  { kind: 'dropClaimed', dropId: 'b', dropName: 'Boots' },
];
/** Says what it has to say, and goes on until it is told to end. */
const quickConsole: Script = {
  onStart: (console) => {
    for (const fact of facts) console.say(fact);
    console.say('not a fact');
    console.say('log line', 'stderr');
    console.say({ kind: 'dropClaimed', dropId: 'c', dropName: 'One too many' });
  },
};

async function demo(
  sim: Script,
  console: Script,
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
        const child = new FakeChild(args, args[0] === 'sim' ? sim : console);
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

test('the demo starts a simulator, a console on it, approves the login, and ends after the claims', async () => {
  const { io, children, approved, running } = await demo(readySim, quickConsole);
  assert.equal(await running, 0);
  const [sim, console] = children;
  assert.equal(sim?.args.join(' '), 'sim --port 0 --speed 60 --scenario evening --seed 7');
  assert.match(
    console?.args.join(' ') ?? '',
    /^start --json --port 0 --endpoints http:\/\/127\.0\.0\.1:9 --data-dir \S+ --speed 60 --clock-from 1000000@\d+ --set mining\.mode=random$/,
  );
  assert.deepEqual(approved, ['http://127.0.0.1:9 ABCD']);
  assert.ok(children.every((child) => child.isGone));
  assert.ok(!existsSync(dataDirOf(console)));
  assert.match(
    io.written.stdout,
    /^Starting a Twitch[\s\S]*console is at http:\/\/127\.0\.0\.1:8\/[\s\S]*enter ABCD[\s\S]*Done: 2 drops claimed and 20 minutes confirmed in 0 s\.\n$/,
  );
  assert.doesNotMatch(io.written.stdout, /One too many/);
  assert.equal(io.written.stderr, '');
});

test('with --json stdout carries the facts up to the last claim, and a summary', async () => {
  const { io, running } = await demo(readySim, quickConsole, { json: true });
  assert.equal(await running, 0);
  const lines = io.written.stdout.trimEnd().split('\n');
  assert.deepEqual(
    lines.slice(0, -1),
    facts.map((fact) => JSON.stringify(fact)),
  );
  assert.match(lines.at(-1) ?? '', /^\{"kind":"summary","claimed":2,"confirmedMinutes":20,"wallSeconds":/);
});

test('for a person at a terminal the console stays after the claims until it is interrupted', async () => {
  const { io, children, running } = await demo(
    readySim,
    {
      onStart: (console) => {
        quickConsole.onStart?.(console);
        setImmediate(() => {
          assert.deepEqual(console.signals, []);
          io.abort();
        });
      },
    },
    { stays: true },
  );
  assert.equal(await running, 0);
  assert.match(
    io.written.stdout,
    /2 drops are claimed\. The console stays at http:\/\/127\.0\.0\.1:8\/ until you press Ctrl-C/,
  );
  assert.deepEqual(children[1]?.signals, ['SIGTERM']);
});

test('with -v the console’s log is shown and asked for', async () => {
  const { io, children, running } = await demo(readySim, quickConsole, { verbose: 2 });
  await running;
  assert.equal(io.written.stderr, 'log line\n');
  assert.equal(children[1]?.args.filter((each) => each === '-v').length, 2);
});

test('a console that fails gives the demo its exit code and its last words', async () => {
  const failing: Script = {
    onStart: (console) => {
      for (let line = 1; line <= 30; line++) console.say(`line ${line}`, 'stderr');
      console.end(4);
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
  const { io, children, running } = await demo(broken, quickConsole);
  assert.equal(await running, 1);
  assert.equal(children.length, 1);
  assert.equal(io.written.stderr, 'The simulator should have come up, but ended with 2. no such scenario\n');
});

test('a simulator that ends early ends the console too, and the demo fails', async () => {
  const { io, children, running } = await demo(readySim, { onStart: () => children[0]?.end(1) });
  assert.equal(await running, 1);
  assert.ok(children.every((child) => child.isGone));
  assert.match(io.written.stderr, /The simulator ended before the console/);
});

test('a code that cannot be approved ends the demo instead of leaving it waiting', async () => {
  const waiting: Script = { onStart: (console) => console.say({ kind: 'deviceCodeIssued', userCode: 'ABCD' }) };
  const { io, children, running } = await demo(readySim, waiting, {}, async () => {
    throw new Error('The simulator did not approve the code');
  });
  assert.equal(await running, 1);
  assert.ok(children.every((child) => child.isGone));
  assert.match(io.written.stderr, /did not approve/);
});

test('a stop ends the console first, then the simulator, and leaves nothing', async () => {
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
      onSignal: (console) => {
        order.push('console');
        console.end(0);
      },
    },
  );
  assert.equal(await running, 0);
  assert.deepEqual(order, ['console', 'sim']);
  assert.match(io.written.stdout, /Done: 0 drops/);
  assert.ok(!existsSync(dataDirOf(children[1])));
});

test('a stop before the simulator is ready starts no console', async () => {
  const { io, children, running } = await demo({ onStart: () => io.abort() }, quickConsole);
  assert.equal(await running, 0);
  assert.equal(children.length, 1);
  assert.ok(children[0]?.isGone);
});
