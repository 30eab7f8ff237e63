import type { Random } from '@dropwise/kit';
import { pause } from '../pause.ts';
import { readProcessUsage } from '../process-usage.ts';
import { medianOf } from '../statistics.ts';
import { startConsoleProcess } from './console-process.ts';
import { measurePages, type PageTimes, timesOf } from './measure-pages.ts';
import type { PageKind } from './page-kind.ts';
import { openHttpReader } from './read-over-http.ts';
import { startListeners } from './start-listeners.ts';

/** What a whole console does, seen from outside. */
export interface HttpRun {
  /** Nothing to look after, nobody who listens. */
  readonly idleBytes: number;
  readonly pages: readonly PageTimes[];
  readonly load: LoadRun;
}

/** While a child talks as fast as it is read, and many listen. */
export interface LoadRun {
  readonly seconds: number;
  readonly pages: PageTimes;
  readonly clients: number;
  readonly droppedClients: number;
  /** Of each, a second. */
  readonly eventsPerSecond: number;
  readonly residentBytes: { readonly median: number; readonly max: number };
  /** Of one core. */
  readonly cpuPercent: number;
}

export interface HttpOptions {
  /** Of a console that is not running, with its history in it. */
  readonly dataDirectory: string;
  readonly kinds: readonly PageKind[];
  readonly pages: number;
  readonly seconds: number;
  readonly clients: number;
  readonly random: Random;
}

/** A start has its own garbage; it is over by then. */
const settleMs = 3_000;

export async function measureHttp(options: HttpOptions): Promise<HttpRun> {
  const { dataDirectory, kinds, pages, random } = options;
  await using console = await startConsoleProcess(dataDirectory);
  await pause(settleMs);
  const { residentBytes: idleBytes } = await readProcessUsage(console.pid);
  using reader = openHttpReader(console.url);
  const quiet = await measurePages(reader.readPage, kinds, pages, random);
  await using listeners = await startListeners(console.url, options.clients);
  await console.flood('start');
  const load = await readUnderLoad(console.pid, reader.readPage, options);
  await console.flood('stop');
  const { events, dropped } = await listeners.end();
  const eventsPerSecond = events / options.clients / load.seconds;
  return {
    idleBytes,
    pages: quiet,
    load: { ...load, clients: options.clients, droppedClients: dropped, eventsPerSecond },
  };
}

type OwnFigures = Omit<LoadRun, 'clients' | 'droppedClients' | 'eventsPerSecond'>;

/** One page after the other, of every kind in turn, and the console's memory after each. */
async function readUnderLoad(
  pid: number,
  readPage: (request: ReturnType<PageKind['make']>) => number | Promise<number>,
  { kinds, seconds, random }: HttpOptions,
): Promise<OwnFigures> {
  const before = await readProcessUsage(pid);
  const begin = performance.now();
  const spans: number[] = [];
  const resident: number[] = [];
  let entries = 0;
  for (let turn = 0; performance.now() - begin < seconds * 1_000; turn++) {
    const kind = kinds[turn % kinds.length];
    if (kind === undefined) break;
    const request = kind.make(random);
    const asked = performance.now();
    entries += await readPage(request);
    spans.push(performance.now() - asked);
    resident.push((await readProcessUsage(pid)).residentBytes);
  }
  const tookSeconds = (performance.now() - begin) / 1_000;
  const { cpuSeconds } = await readProcessUsage(pid);
  return {
    seconds: tookSeconds,
    pages: timesOf('under load', spans, entries),
    residentBytes: { median: medianOf(resident), max: Math.max(...resident) },
    cpuPercent: (100 * (cpuSeconds - before.cpuSeconds)) / tookSeconds,
  };
}
