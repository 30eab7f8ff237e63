import { mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NewFact } from '@dropwise/contract';
import { createRandom } from '@dropwise/kit';
import { openStore, type Store } from '@dropwise/store';
import { type ConsoleArguments, consoleHelpText, parseConsoleArguments } from './console/console-arguments.ts';
import { type ConsoleReport, formatConsoleReport, summaryOf } from './console/console-report.ts';
import { historyEnd, makeHistory, needle } from './console/history.ts';
import { measureIngest } from './console/measure-ingest.ts';
import { measurePages } from './console/measure-pages.ts';
import { measureTrim } from './console/measure-trim.ts';
import { pageKindsOf, readFromStore } from './console/page-kind.ts';

const badArguments = 2;
const factsAtOnce = 1_000;
const seed = 1;

async function measure(asked: ConsoleArguments, folder: string): Promise<ConsoleReport> {
  const open = (): Promise<Store> => openStore({ path: join(folder, 'dropwise.db'), now: Date.now, timeZone: 'UTC' });
  tell(`Filling the history with ${asked.facts} facts.`);
  let fillSeconds: number;
  {
    using filled = await open();
    fillSeconds = fill(filled, asked.facts);
  }
  const start = performance.now();
  using store = await open();
  const openMs = performance.now() - start;
  const random = createRandom(seed);
  const kinds = pageKindsOf(store.reader.lastFactSeq);
  const readPage = readFromStore(store.reader);
  tell(`Writing lines for ${asked.seconds} s while pages are read.`);
  const ingest = await measureIngest({ store, readPage, kinds, seconds: asked.seconds, random });
  tell(`Reading ${asked.pages} pages of each kind.`);
  const pages = await measurePages(readPage, kinds, asked.pages, random);
  const { facts, sizeBytes } = store.reader.totals({});
  tell('Trimming a tenth of it.');
  const trim = measureTrim(store);
  const machine = { cpu: cpus()[0]?.model ?? 'unknown CPU', cores: availableParallelism(), node: process.version };
  return { facts, sizeBytes, fillSeconds, openMs, pages, ingest, trim, machine };
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
