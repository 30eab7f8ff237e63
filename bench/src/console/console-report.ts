import type { HttpRun } from './measure-http.ts';
import type { IngestRun } from './measure-ingest.ts';
import type { PageTimes } from './measure-pages.ts';

export interface ConsoleReport {
  readonly facts: number;
  readonly sizeBytes: number;
  readonly fillSeconds: number;
  readonly openMs: number;
  readonly pages: readonly PageTimes[];
  readonly ingest: IngestRun;
  /** The whole console; lines are those that it stored under load. */
  readonly http: HttpRun & { readonly linesPerSecond: number };
  readonly trim: { readonly sliceP99Ms: number; readonly sliceMaxMs: number; readonly rowsPerSecond: number };
  readonly machine: { readonly cpu: string; readonly cores: number; readonly node: string };
}

export const pageGoalMs = 50;
export const lineGoal = 5_000;

/** What a script looks at: the slowest of all kinds of pages. */
export function summaryOf({ facts, fillSeconds, sizeBytes, openMs, pages, ingest, http, trim }: ConsoleReport) {
  return {
    facts,
    sizeBytes,
    fillSeconds,
    openMs,
    pageP50Ms: Math.max(...pages.map(({ p50Ms }) => p50Ms)),
    pageP99Ms: Math.max(...pages.map(({ p99Ms }) => p99Ms)),
    pageP99MsWhileWriting: ingest.pages.p99Ms,
    ingestLinesPerSecond: Math.floor(ingest.linesPerSecond),
    trimSliceP99Ms: trim.sliceP99Ms,
    pages,
    http: {
      pageP50Ms: Math.max(...http.pages.map(({ p50Ms }) => p50Ms)),
      pageP99Ms: Math.max(...http.pages.map(({ p99Ms }) => p99Ms)),
      ...http,
    },
  };
}

/** Tables for people; ends in a newline. */
export function formatConsoleReport(report: ConsoleReport): string {
  const { facts, sizeBytes, fillSeconds, openMs, pages, ingest, http, trim, machine } = report;
  const perSecond = (facts / fillSeconds).toFixed(0);
  return [
    `${facts.toLocaleString('en')} facts in ${mebibytes(sizeBytes)}, filled in ${fillSeconds.toFixed(1)} s (${perSecond} a second), opened in ${openMs.toFixed(0)} ms.`,
    `${machine.cores} × ${machine.cpu}, Node ${machine.node}.`,
    '',
    ...formatPages('page of history, from the store', [...pages, ingest.pages]),
    '',
    `  Goal: every page in less than ${pageGoalMs} ms.`,
    `  Lines written while pages are read: ${ingest.linesPerSecond.toFixed(0)} a second (goal: at least ${lineGoal}).`,
    `  A slice of trimming: ${trim.sliceP99Ms.toFixed(1)} ms (p99), ${trim.sliceMaxMs.toFixed(1)} ms at most; ${trim.rowsPerSecond.toFixed(0)} rows a second.`,
    '',
    ...formatPages('page of history, over HTTP', [...http.pages, http.load.pages]),
    '',
    ...describeLoad(http),
    '',
  ].join('\n');
}

function describeLoad({ idleBytes, load, linesPerSecond }: ConsoleReport['http']): string[] {
  const { clients, droppedClients, eventsPerSecond, residentBytes, cpuPercent } = load;
  return [
    '  Under load: a child talks as fast as it is read, and everybody listens; all of it on this one machine.',
    `  Lines stored: ${linesPerSecond.toFixed(0)} a second. ${clients} live clients, ${droppedClients} dropped, ${eventsPerSecond.toFixed(0)} events a second to each.`,
    `  Memory: ${mebibytes(idleBytes)} idle; under load ${mebibytes(residentBytes.median)} (median), ${mebibytes(residentBytes.max)} at most. CPU: ${cpuPercent.toFixed(0)} % of one core.`,
  ];
}

function formatPages(title: string, pages: readonly PageTimes[]): string[] {
  const rows = pages.map(({ name, p50Ms, p99Ms, maxMs, entries }) => [
    name,
    p50Ms.toFixed(2),
    p99Ms.toFixed(2),
    maxMs.toFixed(2),
    entries.toFixed(0),
  ]);
  const head = [title, 'p50 ms', 'p99 ms', 'max ms', 'entries'];
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => row[column]?.length ?? 0)));
  return [head, ...rows].map((row) => {
    const cells = row.map((cell, column) =>
      column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
    );
    return `  ${cells.join('  ')}`;
  });
}

function mebibytes(bytes: number): string {
  return `${(bytes / 1024 / 1024).toFixed(0)} MiB`;
}
