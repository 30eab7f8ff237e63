import assert from 'node:assert/strict';
import { setTimeout } from 'node:timers/promises';
import { approveCodes, type LocalTwitch, textOf } from './local-twitch.ts';
import { type Program, patienceMs, startProgram } from './processes.ts';

export interface ConsoleOptions {
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** Its owner enters every code at once. Default true. */
  readonly approve?: boolean;
}

export interface ApiAnswer {
  readonly status: number;
  readonly headers: Headers;
  /** Parsed where it is JSON. */
  readonly body: unknown;
}

/** `dropwise start --json` in a process of its own, and its API as a person at the same machine sees it. */
export interface RunningConsole extends AsyncDisposable {
  readonly program: Program;
  /** Ends in a slash. */
  readonly url: string;
  call(method: string, path: string, body?: unknown, headers?: Readonly<Record<string, string>>): Promise<ApiAnswer>;
  /** A GET that must answer 200. */
  get<Body>(path: string): Promise<Body>;
  /** Asks again and again until the answer fits. */
  until<Body>(what: string, path: string, fits: (body: Body) => boolean): Promise<Body>;
}

/** The console lets 20 requests a second of one address through. */
const pauseMs = 100;

/** On this Twitch and this data directory. Resolves when it listens. */
export async function startConsole(
  twitch: LocalTwitch | null,
  folder: string,
  options: ConsoleOptions = {},
): Promise<RunningConsole> {
  const { args = [], env = {}, approve = true } = options;
  const program = startProgram(
    ['start', '--json', '--port', '0', '--data-dir', folder, ...(twitch?.clockArguments ?? []), ...args],
    { env },
  );
  if (approve && twitch !== null) approveCodes(twitch, program);
  const ready = await program.line('ready').catch(async (error: unknown) => {
    await program[Symbol.asyncDispose]();
    throw error;
  });
  return openApi(program, textOf(ready, 'url'));
}

/** The API of a console at `url`. */
export function openApi(program: Program, url: string): RunningConsole {
  const call: RunningConsole['call'] = async (method, path, body, headers = {}) => {
    const answer = await fetch(new URL(path, url), {
      method,
      // What a browser on the console's own page sends.
      headers: {
        ...(method === 'GET' ? {} : { origin: new URL(url).origin, 'sec-fetch-site': 'same-origin' }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      redirect: 'manual',
      signal: AbortSignal.timeout(patienceMs),
    });
    const text = await answer.text();
    const isJson = answer.headers.get('content-type')?.includes('json') === true;
    return { status: answer.status, headers: answer.headers, body: isJson && text !== '' ? JSON.parse(text) : text };
  };
  const get = async <Body>(path: string): Promise<Body> => {
    const answer = await call('GET', path);
    assert.equal(answer.status, 200, `GET ${path}: ${JSON.stringify(answer.body)}`);
    return answer.body as Body;
  };
  return {
    program,
    url,
    call,
    get,
    async until(what, path, fits) {
      const deadline = performance.now() + patienceMs;
      for (;;) {
        const { status, body } = await call('GET', path);
        if (status === 200 && fits(body as never)) return body as never;
        assert.ok(
          performance.now() < deadline,
          `the console never showed ${what}: ${JSON.stringify(body).slice(0, 2_000)}\n${program.stderr.slice(-2_000)}`,
        );
        await setTimeout(pauseMs);
      }
    },
    [Symbol.asyncDispose]: () => program[Symbol.asyncDispose](),
  };
}
