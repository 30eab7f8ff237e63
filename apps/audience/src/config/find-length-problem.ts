import { assertNever } from '@dropwise/kit';
import type { LoadSettings } from '@dropwise/load';
import { formatClock } from '../report/format-quantity.ts';
import type { RunSettings } from './run-settings.ts';

/**
 * Who would join after the end never does: a run that was to hold a number and did not come to it tells of another. Null = its
 * whole shape is within it.
 */
export function findLengthProblem({ durationMs, load }: Pick<RunSettings, 'durationMs' | 'load'>): string | null {
  const shapedMs = shapedTimeMs(load);
  if (durationMs === null || shapedMs <= durationMs) return null;
  const what = load.shape === 'ramp' ? 'the ramp takes' : 'viewers join over';
  return `The load does not fit: ${what} ${formatClock(shapedMs)}, and the run ends after ${formatClock(durationMs)}. Give it a longer duration.`;
}

function shapedTimeMs(load: LoadSettings): number {
  switch (load.shape) {
    case 'constant':
      return load.joinOverMs;
    case 'ramp':
      return load.stages.reduce((sum, { overMs }) => sum + overMs, 0);
    case 'arrival-rate':
      return 0;
    default:
      return assertNever(load);
  }
}
