import { percentileOf } from '../planner/percentile.ts';
import type { MemoryRun } from './measure-memory.ts';
import type { Updates } from './measure-updates.ts';
import { bytesOf, growthPercentOf } from './memory-growth.ts';

/** What the page follows meanwhile. */
export interface Followed {
  readonly channels: number;
  readonly campaigns: number;
}

export interface WebReport {
  readonly loadBytes: number;
  /** On the first screen. */
  readonly updates: Updates;
  /** On the screen that draws most. */
  readonly onPlan: { readonly lanes: number; readonly updates: Updates };
  readonly memory: MemoryRun;
  readonly warmUpHours: number;
  readonly followed: Followed;
  readonly browser: string;
}

/** What a script looks at. */
export function webSummaryOf({ loadBytes, updates, onPlan, memory }: WebReport) {
  return {
    firstLoadKb: round(loadBytes / 1_000),
    updateP99Ms: round(percentileOf(updates.ms, 0.99)),
    heapGrowthPercent: round(growthPercentOf(memory.samples)),
    longTasks: updates.longTasks + onPlan.updates.longTasks,
  };
}

/** A table for people; ends in a newline. */
export function formatWebReport(report: WebReport): string {
  const { updates, onPlan, memory, warmUpHours, followed, browser } = report;
  const { firstLoadKb, updateP99Ms, heapGrowthPercent } = webSummaryOf(report);
  const hours = memory.samples.at(-1)?.hour ?? 0;
  const rows = [
    ['script and style of the first load, compressed', `${firstLoadKb} kB`, 'goal: at most 120 kB'],
    [`arrival to screen, p99 of ${updates.ms.length} progress events`, `${updateP99Ms} ms`, 'goal: within 100 ms'],
    ...taskRows('on the first screen', updates),
    ...taskRows(`on the plan with ${onPlan.lanes} lanes`, onPlan.updates),
    [`memory, growth of its line from hour 0 to hour ${hours}`, `${heapGrowthPercent} %`, 'goal: flat'],
    ...kindRows(memory),
  ];
  const widths = [0, 1].map((column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  return [
    `Dashboard on "launch-day" with ${followed.channels} channels and ${followed.campaigns} campaigns, Chromium ${browser}.`,
    '',
    ...rows.map(
      ([name = '', value = '', goal = '']) =>
        `  ${name.padEnd(widths[0] ?? 0)}  ${value.padStart(widths[1] ?? 0)}  ${goal}`,
    ),
    '',
    `Memory in MB after a warm-up of ${warmUpHours} h, then after each hour in which every screen was opened:`,
    ...linesOf(memory.samples.map((sample) => (bytesOf(sample) / 1e6).toFixed(2))).map((line) => `  ${line}`),
    '',
  ].join('\n');
}

function taskRows(where: string, { events, longTasks, lastingMs }: Updates): readonly (readonly string[])[] {
  return [
    [
      `events a second ${where}, for ${Math.round(lastingMs / 1_000)} s`,
      `${perSecond(events, lastingMs)}`,
      'at least 20',
    ],
    ['  tasks of more than 100 ms meanwhile', `${longTasks}`, 'goal: none'],
  ];
}

function perSecond(count: number, lastingMs: number): number {
  return Math.round((count / lastingMs) * 1_000);
}

/** What has grown from the first hour to the last: code that the engine compiles later than other code is no leak. */
function kindRows({ kindsBefore, kindsAfter }: MemoryRun): readonly (readonly string[])[] {
  const row = (name: string, before: number, after: number): readonly string[] => [
    `  ${name}`,
    `${after < before ? '−' : '+'}${(Math.abs(after - before) / 1_000).toFixed(0)} kB`,
    `to ${(after / 1e6).toFixed(2)} MB`,
  ];
  return [
    row('what the page holds', kindsBefore.pageBytes, kindsAfter.pageBytes),
    row('compiled code', kindsBefore.codeBytes, kindsAfter.codeBytes),
    row("the engine's own tables", kindsBefore.engineBytes, kindsAfter.engineBytes),
  ];
}

const aLine = 13;

function linesOf(values: readonly string[]): readonly string[] {
  const count = Math.ceil(values.length / aLine);
  return Array.from({ length: count }, (_, line) => values.slice(line * aLine, (line + 1) * aLine).join(' '));
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
