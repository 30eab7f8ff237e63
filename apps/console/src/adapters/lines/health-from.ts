import type { HealthView, HeldReasonView, MinerView } from '@dropwise/contract';
import type { IdleReason } from '@dropwise/core';

/** One level and one sentence: the worst that was complained of, else what the miner does. */
export function healthFrom(held: readonly HeldReasonView[], view: MinerView, idleWhy: IdleReason | null): HealthView {
  const [worst, ...others] = held;
  if (worst !== undefined) return { ...worst, others: [...others] };
  return { ...activityOf(view, idleWhy), todo: '', detail: null, since: null, others: [] };
}

function activityOf(
  { status, progress }: MinerView,
  idleWhy: IdleReason | null,
): Pick<HealthView, 'code' | 'level' | 'sentence'> {
  if (status.phase === 'watching' || status.watching !== null || progress !== null) {
    return progress?.confirmedAt == null
      ? { code: 'working-unconfirmed', level: 'working', sentence: 'Watching. What Twitch counts is not known here.' }
      : { code: 'working', level: 'working', sentence: 'Mining: Twitch confirms the minutes.' };
  }
  if (status.phase === 'idle')
    return { code: idleWhy ?? 'idle-nothing-wanted', level: 'idle', sentence: status.status };
  return { code: 'starting', level: 'starting', sentence: status.status };
}
