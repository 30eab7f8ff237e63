import type { HealthView, HeldReasonView, MinerView } from '@dropwise/contract';
import { type IdleReason, reasons } from '@dropwise/core';
import { shown } from '../../shown/shown-saying.ts';
import { sayOfAdapter } from '../adapter-sayings.ts';

const unknownMinutes = sayOfAdapter('line-watching');
const watching = { sentence: unknownMinutes.sentence, detail: null, said: shown([unknownMinutes]) } as const;

/** One level and one sentence: the worst that was complained of, else what the miner does. */
export function healthFrom(held: readonly HeldReasonView[], view: MinerView, idleWhy: IdleReason | null): HealthView {
  const [worst, ...others] = held;
  if (worst !== undefined) return { ...worst, others: [...others] };
  return { ...activityOf(view, idleWhy), todo: '', since: null, others: [] };
}

function activityOf(
  { status, progress }: MinerView,
  idleWhy: IdleReason | null,
): Pick<HealthView, 'code' | 'level' | 'sentence' | 'detail' | 'said'> {
  if (status.phase === 'watching' || status.watching !== null || progress !== null) {
    return progress?.confirmedAt == null
      ? { code: 'working-unconfirmed', level: 'working', ...watching }
      : { code: 'working', level: 'working', sentence: reasons.working.sentence, detail: {} };
  }
  if (status.phase === 'idle')
    return { code: idleWhy ?? 'idle-nothing-wanted', level: 'idle', sentence: status.status, detail: {} };
  // What it says of its start may be more than the table's.
  const detail = status.status === reasons.starting.sentence ? {} : null;
  return { code: 'starting', level: 'starting', sentence: status.status, detail };
}
