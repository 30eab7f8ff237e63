import type { ClaimOutcome, Effect } from '@dropwise/core';
import type { ClaimVerdict } from '@dropwise/twitch';
import { failureOfGql } from '../translate/failures.ts';
import type { EffectContext } from './effect-context.ts';

/** Sent when the disk holds that it is due. */
export async function claimDrop(context: EffectContext, effect: Extract<Effect, { kind: 'claimDrop' }>): Promise<void> {
  const { twitch, post, signal, endsSession } = context;
  const { dropId, instanceId } = effect;
  await context.remembered();
  const result = await twitch.claimDrop(instanceId, signal);
  if (result.ok) {
    post({ kind: 'claimAnswered', dropId, outcome: outcomeOf(result.value) });
    return;
  }
  const failure = failureOfGql(result.failure);
  endsSession(failure);
  post({ kind: 'claimAnswered', dropId, outcome: { kind: 'failed', failure } });
}

function outcomeOf(verdict: ClaimVerdict): ClaimOutcome {
  return verdict.kind === 'refused' ? { kind: 'refused', detail: verdict.problem } : { kind: verdict.kind };
}
