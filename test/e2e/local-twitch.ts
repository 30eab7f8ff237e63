import assert from 'node:assert/strict';
import { type Line, type Program, patienceMs, startProgram } from './processes.ts';

export interface LocalTwitchOptions {
  readonly scenario?: string;
  readonly seed?: number;
  /** Default 60. Null: the clock stands still until `advance`. */
  readonly speed?: number | null;
  readonly autoApprove?: boolean;
  /** Paths of a certificate and its key: it speaks TLS, and only `program` and `minerArguments` are of use. */
  readonly tls?: { readonly cert: string; readonly key: string };
}

/** What of `GET /_sim/state` the tests read. */
export interface SimState {
  readonly now: number;
  readonly account: { readonly tokens: number; readonly rewards: number };
  readonly deviceCodes: readonly { readonly userCode: string }[];
  readonly campaigns: readonly {
    readonly name: string;
    readonly game: string;
    readonly drops: readonly {
      readonly id: string;
      readonly name: string;
      /** As far as it was told to the account. */
      readonly minutes: number;
      readonly ready: boolean;
      readonly claimed: boolean;
    }[];
  }[];
  readonly channels: readonly { readonly login: string; readonly live: boolean; readonly game: string | null }[];
  readonly counters: { readonly claims?: Readonly<Record<string, number>> };
}

/** `dropwise sim` in a process of its own, and its control door. */
export interface LocalTwitch extends AsyncDisposable {
  readonly program: Program;
  readonly url: string;
  /** For `mine`: the address, and a clock that agrees with the simulator's. */
  readonly minerArguments: readonly string[];
  /** The same without a command, for `start`. */
  readonly clockArguments: readonly string[];
  /** One call of the control door; the answer must be 200. */
  control(method: 'GET' | 'POST' | 'PUT' | 'DELETE', name: string, body?: unknown): Promise<unknown>;
  state(): Promise<SimState>;
  /** Asks for the state again and again until it `fits`. */
  untilState(what: string, fits: (state: SimState) => boolean): Promise<SimState>;
  /** Resolves when an operation was asked for; its answer may still be out. */
  untilRequest(operation: string): Promise<void>;
}

export async function startLocalTwitch(options: LocalTwitchOptions = {}): Promise<LocalTwitch> {
  const { scenario = 'sample', seed = 1, speed = 60, autoApprove = false, tls } = options;
  const program = startProgram([
    ...['sim', '--port', '0', '--scenario', scenario, '--seed', `${seed}`],
    ...(speed === null ? ['--manual-clock'] : ['--speed', `${speed}`]),
    ...(autoApprove ? ['--auto-approve'] : []),
    ...(tls === undefined ? [] : ['--tls-cert', tls.cert, '--tls-key', tls.key]),
  ]);
  const ready = await program.line('ready').catch(async (error: unknown) => {
    await program[Symbol.asyncDispose]();
    throw error;
  });
  const realStartMs = Date.now();
  const url = textOf(ready, 'url');
  const clockArguments = [
    ...['--endpoints', url],
    ...(speed === null
      ? []
      : ['--speed', `${speed}`, '--clock-from', `${Math.round(Number(ready.now))}@${realStartMs}`]),
  ];
  const control: LocalTwitch['control'] = async (method, name, body) => {
    const answer = await fetch(new URL(`/_sim/${name}`, url), {
      method,
      ...(body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
      signal: AbortSignal.timeout(patienceMs),
    });
    const text = await answer.text();
    assert.equal(answer.status, 200, `${method} /_sim/${name}: ${text}`);
    return JSON.parse(text);
  };
  const state = async (): Promise<SimState> => (await control('GET', 'state')) as SimState;
  const until = async <Seen>(what: string, look: () => Promise<Seen>, fits: (seen: Seen) => boolean): Promise<Seen> => {
    const deadline = performance.now() + patienceMs;
    for (;;) {
      const seen = await look();
      if (fits(seen)) return seen;
      assert.ok(performance.now() < deadline, `the local Twitch never showed ${what}`);
    }
  };
  return {
    program,
    url,
    minerArguments: ['mine', ...clockArguments],
    clockArguments,
    control,
    state,
    untilState: (what, fits) => until(what, state, fits),
    async untilRequest(operation) {
      const list = async (): Promise<string> => JSON.stringify(await control('GET', 'requests'));
      await until(`a request for ${operation}`, list, (requests) => requests.includes(`"name":"${operation}"`));
    },
    async [Symbol.asyncDispose]() {
      await program[Symbol.asyncDispose]();
    },
  };
}

export interface MinerOptions {
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** Its owner enters every code at once. Default true. */
  readonly approve?: boolean;
}

/** `dropwise mine --json` on this Twitch and this data directory. */
export function startMiner(twitch: LocalTwitch, folder: string, options: MinerOptions = {}): Program {
  const { args = ['--json'], env = {}, approve = true } = options;
  const miner = startProgram([...twitch.minerArguments, '--data-dir', folder, ...args], { env });
  if (approve) approveCodes(twitch, miner);
  return miner;
}

/** Approves every code that the miner, or a console for it, shows, whether as a fact or in words. */
export function approveCodes(twitch: LocalTwitch, miner: Program): void {
  const approved = new Set<string>();
  miner.onOutput(() => {
    const shown = [...`${miner.stdout}${miner.stderr}`.matchAll(/"userCode":"(\w+)"|and enter (\w+) /g)];
    for (const [, inFact, inWords] of shown) {
      const userCode = inFact ?? inWords ?? '';
      if (approved.has(userCode)) continue;
      approved.add(userCode);
      // The miner may be killed at any moment: a code that nobody waits for any more is no failure.
      twitch.control('POST', 'approve', { userCode }).catch(() => {});
    }
  });
}

export function textOf(line: Line, key: string): string {
  const value = line[key];
  assert.equal(typeof value, 'string', `expected a text at ${key} of ${JSON.stringify(line)}`);
  return String(value);
}
