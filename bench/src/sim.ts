import { type Child, startDropwise } from './child.ts';

export interface SimOptions {
  readonly scenario: string;
  readonly seed: number;
  readonly speed: number;
}

/** A Twitch of our own, in a process of its own. */
export interface RunningSim extends AsyncDisposable {
  readonly url: string;
  /** What its clock shows at a real instant, both epoch ms. */
  readonly clockFrom: { readonly startMs: number; readonly realStartMs: number };
  readonly child: Child;
  approve(userCode: string): Promise<void>;
  snapshot(): Promise<SimSnapshot>;
  /** When (its own clock, epoch ms) the first watch event at or after `sinceMs` came; null when none did. */
  firstWatchSince(sinceMs: number): Promise<number | null>;
}

export interface SimSnapshot {
  readonly nowMs: number;
  /** Requests by what answers them: `gql`, `track`, … */
  readonly routes: Readonly<Record<string, number>>;
  readonly operations: Readonly<Record<string, number>>;
  readonly channelCount: number;
  readonly campaignCount: number;
  readonly socketCount: number;
}

/** Watch events go here. */
export const watchRoute = 'track';

export async function startSim({ scenario, seed, speed }: SimOptions): Promise<RunningSim> {
  const args = ['sim', '--port', '0', '--scenario', scenario, '--seed', `${seed}`, '--speed', `${speed}`];
  const child = await startDropwise(args);
  const { promise: firstLine, resolve } = Promise.withResolvers<string>();
  child.onLine(resolve);
  const ready = JSON.parse(await Promise.race([firstLine, child.diedEarly])) as { url: string; now: number };
  const clockFrom = { startMs: Math.round(ready.now), realStartMs: Date.now() };
  const ask = (path: string, body?: object) => askSim(new URL(`/_sim/${path}`, ready.url), body);
  return {
    url: ready.url,
    clockFrom,
    child,
    approve: async (userCode) => void (await ask('approve', { userCode })),
    snapshot: async () => snapshotOf((await ask('state')) as StateAnswer),
    async firstWatchSince(sinceMs) {
      const { requests } = (await ask('requests')) as RequestsAnswer;
      return requests.find(({ route, at }) => route === watchRoute && at >= sinceMs)?.at ?? null;
    },
    [Symbol.asyncDispose]: () => child[Symbol.asyncDispose](),
  };
}

interface StateAnswer {
  readonly now: number;
  readonly channels: readonly unknown[];
  readonly campaigns: readonly unknown[];
  readonly sockets: readonly unknown[];
  readonly counters: Pick<SimSnapshot, 'routes' | 'operations'>;
}

interface RequestsAnswer {
  readonly requests: readonly { readonly route?: string; readonly at: number }[];
}

function snapshotOf({ now, channels, campaigns, sockets, counters }: StateAnswer): SimSnapshot {
  return {
    nowMs: now,
    routes: counters.routes,
    operations: counters.operations,
    channelCount: channels.length,
    campaignCount: campaigns.length,
    socketCount: sockets.length,
  };
}

async function askSim(url: URL, body?: object): Promise<unknown> {
  const answer = await fetch(url, body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) });
  if (!answer.ok) throw new Error(`expected ${url.pathname} to answer, found ${answer.status} ${await answer.text()}`);
  return answer.json();
}
