import { chooseChannel } from '../channels/choose-channel.ts';
import { choiceContext } from './candidates.ts';
import { isPausedNow } from './pausing.ts';
import { request } from './pipeline.ts';
import { refreshPlan } from './replan.ts';
import { type Turn, watchedChannel } from './turn.ts';

/**
 * At the end of a step: the plan that something in it asked for, and the channel that it wants. While a stage waits for
 * Twitch nothing is switched; the one that follows it chooses anew.
 */
export function followPlan(turn: Turn): void {
  if (!turn.planIsDue) return;
  refreshPlan(turn);
  const { phase, plan, manual } = turn.state;
  if (plan === null || manual !== null) return;
  if ((phase.kind !== 'watching' && phase.kind !== 'idle') || isPausedNow(turn)) return;
  const current = watchedChannel(turn);
  const choice = chooseChannel(Object.values(turn.state.channels), current, choiceContext(turn.state, turn.now));
  if (choice !== null && choice.channel.id !== current?.id) request(turn, 'channelSwitch');
}
