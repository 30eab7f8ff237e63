import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NewFact } from '@dropwise/contract';
import { createRandom } from '@dropwise/kit';
import { openStore, type Store } from '@dropwise/store';
import { type ConsoleArguments, consoleHelpText, parseConsoleArguments } from './console/console-arguments.ts';
import { type ConsoleReport, formatConsoleReport, summaryOf } from './console/console-report.ts';
import { historyEnd, makeHistory, needle } from './console/history.ts';
import { type HttpRun, measureHttp } from './console/measure-http.ts';
import { measureIngest } from './console/measure-ingest.ts';
import { measurePages } from './console/measure-pages.ts';
import { measureTrim } from './console/measure-trim.ts';
import { type PageKind, pageKindsOf, readFromStore } from './console/page-kind.ts';

const badArguments = 2;
const factsAtOnce = 1_000;
const seed = 1;

async function measure(asked: ConsoleArguments, folder: string): Promise<ConsoleReport> {
  const stored = await measureStore(asked, folder);
  const http = await measureConsole(asked, folder, stored.kinds);
  tell('Trimming a tenth of it.');
  using store = await open(folder);
  const trim = measureTrim(store);
  const machine = { cpu: cpus()[0]?.model ?? 'unknown CPU', cores: availableParallelism(), node: process.version };
  return { ...stored, http, trim, machine };
}

/** Where the console itself looks for it. */
function open(folder: string): Promise<Store> {
  return openStore({ path: join(folder, 'data', 'dropwise.db'), now: Date.now, timeZone: 'UTC' });
}

type StoreFigures = Omit<ConsoleReport, 'http' | 'trim' | 'machine'> & { readonly kinds: readonly PageKind[] };

async function measureStore(asked: ConsoleArguments, folder: string): Promise<StoreFigures> {
  await mkdir(join(folder, 'data'), { recursive: true });
  tell(`Filling the history with ${asked.facts} facts.`);
  let fillSeconds: number;
  {
    using filled = await open(folder);
    fillSeconds = fill(filled, asked.facts);
  }
  const start = performance.now();
  using store = await open(folder);
  const openMs = performance.now() - start;
  const random = createRandom(seed);
  const kinds = pageKindsOf(store.reader.lastFactSeq);
  const readPage = readFromStore(store.reader);
  tell(`Writing lines for ${asked.seconds} s while pages are read.`);
  const ingest = await measureIngest({ store, readPage, kinds, seconds: asked.seconds, random });
  tell(`Reading ${asked.pages} pages of each kind.`);
  const pages = await measurePages(readPage, kinds, asked.pages, random);
  const { facts, sizeBytes } = store.reader.totals({});
  return { facts, sizeBytes, fillSeconds, openMs, pages, ingest, kinds };
}

/** The whole console on the same history; what it has written is counted when it is gone. */
async function measureConsole(
  { pages, seconds, clients }: ConsoleArguments,
  folder: string,
  kinds: readonly PageKind[],
): Promise<HttpRun & { readonly linesPerSecond: number }> {
  tell(
    `A whole console: ${pages} pages of each kind over HTTP, then ${seconds} s of lines with ${clients} live clients.`,
  );
  const before = await countLines(folder);
  const run = await measureHttp({ dataDirectory: folder, kinds, pages, seconds, clients, random: createRandom(seed) });
  return { ...run, linesPerSecond: ((await countLines(folder)) - before) / run.load.seconds };
}

async function countLines(folder: string): Promise<number> {
  using store = await open(folder);
  return store.reader.totals({}).lines;
}

function fill(store: Store, count: number): number {
  const start = performance.now();
  let batch: NewFact[] = [{ at: historyEnd - 1e10, childId: 'miner', key: null, fact: needle }];
  for (const fact of makeHistory(count - 1, createRandom(seed))) {
    batch.push(fact);
    if (batch.length < factsAtOnce) continue;
    store.writer.addFacts(batch);
    batch = [];
  }
  store.writer.addFacts(batch);
  return (performance.now() - start) / 1_000;
}

/** stdout carries the result and nothing else. */
function tell(sentence: string): void {
  process.stderr.write(`${sentence}\n`);
}

async function main(args: readonly string[]): Promise<number> {
  const parsed = parseConsoleArguments(args);
  if (!parsed.ok) {
    tell(`bench:console: ${parsed.failure}`);
    return badArguments;
  }
  if (parsed.value.help) {
    process.stdout.write(consoleHelpText);
    return 0;
  }
  const folder = await mkdtemp(join(tmpdir(), 'dropwise-bench-'));
  try {
    const report = await measure(parsed.value, folder);
    process.stdout.write(formatConsoleReport(report));
    if (parsed.value.json) process.stdout.write(`${JSON.stringify(summaryOf(report))}\n`);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  return 0;
}

process.exitCode = await main(process.argv.slice(2));
