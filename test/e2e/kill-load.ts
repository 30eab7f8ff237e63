import { setTimeout as pause } from 'node:timers/promises';
import type { RunningConsole } from './console.ts';
import { type LiveClient, startLiveClient } from './live-client.ts';

/** What people and their scripts ask a console for all the time. */
const askedPaths = [
  'healthz',
  'api/status',
  'api/miner/status',
  'api/children',
  'api/channels',
  'api/campaigns',
  'api/plan',
  'api/history?limit=100',
  'api/history/claims',
  'api/history/minutes',
  'api/statistics',
  'api/logs?limit=100',
  'api/console',
];
/** Two who ask at this pace stay below the 20 requests a second that one address may make. */
const askEveryMs = 130;

export interface Load extends AsyncDisposable {
  readonly answered: number;
  /** Whatever was not answered with 200, in words. */
  readonly problems: readonly string[];
  readonly slowestMs: number;
  readonly clients: readonly LiveClient[];
}

/** Two who ask without an end, and two who listen. */
export function startLoad(console: RunningConsole): Load {
  const stop = new AbortController();
  const problems: string[] = [];
  const clients = [startLiveClient(console.url), startLiveClient(console.url)];
  let answered = 0;
  let slowestMs = 0;

  async function ask(path: string): Promise<void> {
    const start = performance.now();
    try {
      const { status, body } = await console.call('GET', path);
      slowestMs = Math.max(slowestMs, performance.now() - start);
      if (status === 200) answered += 1;
      else problems.push(`${path}: ${status} ${JSON.stringify(body).slice(0, 200)}`);
    } catch (error) {
      problems.push(`${path}: ${error}`);
    }
  }

  async function askOn(first: number): Promise<void> {
    for (let turn = first; !stop.signal.aborted; turn++) {
      const due = pause(askEveryMs, undefined, { signal: stop.signal }).catch(() => {});
      await ask(askedPaths[turn % askedPaths.length] ?? '');
      await due;
    }
  }

  const asking = Promise.all([askOn(0), askOn(Math.floor(askedPaths.length / 2))]);
  return {
    get answered() {
      return answered;
    },
    problems,
    get slowestMs() {
      return slowestMs;
    },
    clients,
    async [Symbol.asyncDispose]() {
      stop.abort();
      for (const client of clients) client[Symbol.dispose]();
      await asking;
    },
  };
}
