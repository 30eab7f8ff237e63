import { percentileOf } from '../planner/percentile.ts';
import type { HeapRun } from './measure-heap.ts';
import type { Updates } from './measure-updates.ts';

export interface WebReport {
  readonly loadBytes: number;
  readonly updates: Updates;
  readonly heap: HeapRun;
  readonly hours: number;
  readonly browser: string;
}

/** What a script looks at. */
export function webSummaryOf({ loadBytes, updates, heap }: WebReport) {
  return {
    firstLoadKb: round(loadBytes / 1_000),
    updateP99Ms: round(percentileOf(updates.ms, 0.99)),
    heapGrowthPercent: round(heap.growthPercent),
    longTasks: updates.longTasks,
  };
}

/** A table for people; ends in a newline. */
export function formatWebReport(report: WebReport): string {
  const { updates, heap, hours, browser } = report;
  const { firstLoadKb, updateP99Ms, heapGrowthPercent, longTasks } = webSummaryOf(report);
  const rows = [
    ['script and style of the first load, compressed', `${firstLoadKb} kB`, 'goal: at most 120 kB'],
    [`arrival to screen, p99 of ${updates.ms.length} progress events`, `${updateP99Ms} ms`, 'goal: within 100 ms'],
    ['events a second meanwhile', updates.eventsPerSecond.toFixed(0), 'at least 20'],
    ['tasks of more than 100 ms meanwhile', `${longTasks}`, 'goal: none'],
    [`memory after ${hours} h more`, `${heapGrowthPercent} %`, `of ${(heap.beforeBytes / 1e6).toFixed(1)} MB`],
  ];
  const widths = [0, 1].map((column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  return [
    `Dashboard on "launch-day", Chromium ${browser}.`,
    '',
    ...rows.map(
      ([name = '', value = '', goal = '']) =>
        `  ${name.padEnd(widths[0] ?? 0)}  ${value.padStart(widths[1] ?? 0)}  ${goal}`,
    ),
    '',
  ].join('\n');
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
