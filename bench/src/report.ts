import type { StartTimes } from './measure-start.ts';
import type { SteadyState } from './measure-steady.ts';
import type { VirtualRun } from './virtual-run.ts';

export interface BenchReport {
  readonly scenario: string;
  readonly seed: number;
  readonly machine: { readonly cpu: string; readonly cores: number; readonly node: string; readonly platform: string };
  readonly steady: SteadyState;
  readonly start: StartTimes;
  readonly virtual: readonly VirtualRun[];
}

type Row = readonly [name: string, value: string, goal: string];

/** A table for people; ends in a newline. */
export function formatReport(report: BenchReport): string {
  const { scenario, seed, machine, steady } = report;
  const rows = rowsOf(report);
  const widths = [0, 1].map((column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  const table = rows.map(([name, value, goal]) =>
    `  ${name.padEnd(widths[0] ?? 0)}  ${value.padStart(widths[1] ?? 0)}  ${goal}`.trimEnd(),
  );
  return [
    `Miner on "${scenario}" (seed ${seed}): ${steady.channelCount} channels, ${steady.campaignCount} campaigns, ` +
      `${steady.socketCount} sockets, watched for ${Math.round(steady.watchedMinutes)} of its minutes.`,
    `${machine.cores} × ${machine.cpu}, Node ${machine.node}, ${machine.platform}.`,
    '',
    ...table,
    '',
    `  requests an hour: ${formatCounts(steady.requestsAnHourByRoute)}`,
    `  operations an hour: ${formatCounts(steady.operationsAnHour)}`,
    '',
  ].join('\n');
}

function rowsOf({ steady, start, virtual }: BenchReport): Row[] {
  const { residentBytes, anonymousBytes } = steady;
  const own: Row[] =
    anonymousBytes === null ? [] : [['of it not shared with files, median', mebibytes(anonymousBytes.median), '']];
  return [
    ['resident memory, median', mebibytes(residentBytes.median), 'goal: at most 75 MiB'],
    ['resident memory, highest', mebibytes(residentBytes.max), ''],
    ...own,
    ['CPU for an hour mined', `${steady.cpuSecondsAnHour.toFixed(2)} s`, ''],
    ['requests an hour, watch events aside', steady.requestsAnHour.toFixed(0), 'goal: at most 120'],
    ['watch events an hour', steady.watchEventsAnHour.toFixed(0), ''],
    [`start to first watch event, median of ${start.runsMs.length}`, seconds(start.medianMs), 'goal: within 3 s'],
    ...virtual.map(
      ({ scenario, days, daysASecond, wallSeconds }): Row => [
        `virtual days a second, ${scenario}`,
        daysASecond.toFixed(2),
        `${days} days in ${wallSeconds.toFixed(1)} s`,
      ],
    ),
  ];
}

/** What most system monitors call MB. */
function mebibytes(bytes: number): string {
  return `${(bytes / 1024 / 1024).toFixed(1)} MiB`;
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(2)} s`;
}

function formatCounts(counts: Readonly<Record<string, number>>): string {
  const sorted = Object.entries(counts).toSorted(([, a], [, b]) => b - a);
  return sorted.map(([name, count]) => `${name} ${count.toFixed(0)}`).join(', ');
}
