import { chooseChannel } from '../channels/choose-channel.ts';
import { choiceContext } from './candidates.ts';
import { isPausedNow } from './pausing.ts';
import { request } from './pipeline.ts';
import { refreshPlan } from './replan.ts';
import type { Turn } from './turn.ts';

/**
 * At the end of a step: the plan that something in it asked for, and the channel that it wants. While a stage waits for
 * Twitch nothing is switched; the one that follows it chooses anew.
 */
export function followPlan(turn: Turn): void {
  if (!turn.planIsDue) return;
  const before = turn.state.plan?.order;
  refreshPlan(turn);
  const { phase, plan, manual } = turn.state;
  if (plan === null || manual !== null || isSameOrder(before ?? [], plan.order)) return;
  if ((phase.kind !== 'watching' && phase.kind !== 'idle') || isPausedNow(turn)) return;
  const current = turn.state.watching === null ? null : (turn.state.channels[turn.state.watching.channelId] ?? null);
  const choice = chooseChannel(Object.values(turn.state.channels), current, choiceContext(turn.state, turn.now));
  if (choice !== null && choice.channel.id !== current?.id) request(turn, 'channelSwitch');
}

function isSameOrder(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((item, index) => item === b[index]);
}
