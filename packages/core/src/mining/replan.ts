import { rankGames } from '../drops/wanted-games.ts';
import type { Plan } from '../planning/plan.ts';
import { planDrops } from '../planning/plan-drops.ts';
import { workableCampaigns } from './candidates.ts';
import { clear, raise } from './conditions.ts';
import { judgeMusts, tellGivenUp } from './plan-facts.ts';
import { planInputsOf } from './plan-request-of.ts';
import { patch, startTimer, stopTimer, type Turn } from './turn.ts';

const minuteMs = 60_000;
/** A plan that nothing has touched is looked over this often: what was likely has happened by then, or has not. */
const longestMs = 15 * minuteMs;
const shortestMs = minuteMs;

/** Makes the plan anew if something asked for it in this step, and what is wanted with it. Mode `plan` only. */
export function refreshPlan(turn: Turn): void {
  if (!turn.planIsDue) return;
  turn.planIsDue = false;
  if (turn.state.settings.mode !== 'plan') {
    if (turn.state.plan !== null) forgetPlan(turn);
    return;
  }
  if (turn.state.account.kind !== 'signedIn') return;
  const plan = makePlan(turn);
  patch(turn, { plan });
  rankWanted(turn);
  judgeMusts(turn);
  tellGivenUp(turn);
  startTimer(turn, 'plan', nextLookMs(plan, turn.now));
}

/** Another mode: nothing that the plan said holds any more. */
function forgetPlan(turn: Turn): void {
  patch(turn, { plan: null, planTold: null, givenUpTold: [] });
  stopTimer(turn, 'plan');
  clear(turn, 'must-at-risk');
  clear(turn, 'plan-failing');
}

/** A fault of the planner's own must not end the mining: null, and the games decide. */
function makePlan(turn: Turn): Plan | null {
  try {
    const { request, price } = planInputsOf(turn.state, turn.now);
    const plan = planDrops(request);
    patch(turn, { price });
    clear(turn, 'plan-failing');
    return plan;
  } catch (error) {
    raise(turn, 'plan-failing', 'plan', { detail: error instanceof Error ? error.message : String(error) });
    return null;
  }
}

/** The same games in the plan's order. Which ones they are is the games update's business. */
function rankWanted(turn: Turn): void {
  const { state, now } = turn;
  const known = new Set(state.wantedGameIds);
  const order = state.plan?.order ?? null;
  const ranked = rankGames(workableCampaigns(state, now), state.settings, now, order).filter((id) => known.has(id));
  const rest = state.wantedGameIds.filter((id) => !ranked.includes(id));
  patch(turn, { wantedGameIds: [...ranked, ...rest] });
}

/** Starts and ends of campaigns have a timer of their own. */
function nextLookMs(plan: Plan | null, now: number): number {
  const slot = plan?.slots[0];
  if (slot === undefined) return longestMs;
  const changesAt = slot.startsAt > now ? slot.startsAt : slot.endsAt;
  return Math.max(shortestMs, Math.min(changesAt - now, longestMs));
}
