import { beginStop } from '../begin-run.ts';
import { sayOfChild } from '../child-sayings.ts';
import type { ChildInput } from '../input.ts';
import type { ChildRun } from '../state.ts';
import { type ChildTurn, liveRun, patchRun, tell } from '../turn.ts';

type Usage = Extract<ChildInput, { kind: 'usageMeasured' }>;

/** A peak is no leak: only what lasts has consequences. */
export const memoryPatienceMs = 60_000;
export const cpuWindowMs = 300_000;

export function onUsageMeasured(turn: ChildTurn, usage: Usage): void {
  const run = liveRun(turn.state);
  if (run === null) return;
  noteCpu(turn, run, usage.cpuPercent);
  noteMemory(turn, run, usage.rssBytes);
}

function noteMemory(turn: ChildTurn, run: ChildRun, rssBytes: number): void {
  const limit = turn.state.rules.memoryBytes;
  if (limit === null || rssBytes <= limit) return patchRun(turn, { overMemorySince: null });
  const since = run.overMemorySince ?? turn.now;
  patchRun(turn, { overMemorySince: since });
  if (turn.now - since < memoryPatienceMs) return;
  tell(turn, { kind: 'resourceWarned', what: 'memory', value: rssBytes, limit });
  const values = { megabytes: inMegabytes(rssBytes), allowedMegabytes: inMegabytes(limit) };
  beginStop(turn, 'restart', [sayOfChild('child-over-memory', values)]);
}

/** Only a warning, once for as long as it lasts. */
function noteCpu(turn: ChildTurn, run: ChildRun, cpuPercent: number): void {
  const limit = turn.state.rules.cpuPercent;
  if (limit === null) return;
  const { since, warned } = run.cpuWindow;
  const percentSum = run.cpuWindow.percentSum + cpuPercent;
  const count = run.cpuWindow.count + 1;
  if (turn.now - since < cpuWindowMs) return patchRun(turn, { cpuWindow: { since, percentSum, count, warned } });
  const value = Math.round(percentSum / count);
  const isOver = value > limit;
  if (isOver && !warned) tell(turn, { kind: 'resourceWarned', what: 'cpu', value, limit });
  patchRun(turn, { cpuWindow: { since: turn.now, percentSum: 0, count: 0, warned: isOver } });
}

function inMegabytes(bytes: number): number {
  return Math.round(bytes / 1_048_576);
}
