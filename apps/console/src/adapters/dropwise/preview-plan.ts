import type { PlanPreviewView } from '@dropwise/contract';
import {
  comparePlans,
  type MinerState,
  namesOf,
  type Plan,
  type PlanChange,
  planDrops,
  planRequestOf,
  type TriedWishes,
  withWishes,
  wordsFor,
} from '@dropwise/core';
import { assertNever, formatDuration } from '@dropwise/kit';
import { planViewOf } from './views/plan.ts';

/** What would change if these wishes stood in the place of the settings' own. Changes nothing. */
export function previewPlan(state: MinerState, now: number, wishes: TriedWishes): PlanPreviewView {
  const tried = withWishes(state, wishes);
  const before = planFor(state, now);
  const after = planFor(tried, now);
  return {
    before: planViewOf(before, state),
    after: planViewOf(after, tried),
    changes: comparePlans(before, after).map((change) => changeView(change, { before, after, state })),
  };
}

function planFor(state: MinerState, now: number): Plan {
  return planDrops(planRequestOf(state, now));
}

interface Compared {
  readonly before: Plan;
  readonly after: Plan;
  readonly state: MinerState;
}

function changeView(change: PlanChange, { before, after, state }: Compared): PlanPreviewView['changes'][number] {
  const { campaignId, dropId } = change;
  const campaign = state.campaigns[campaignId];
  // A plan leaves out campaigns of which no drop can be earned.
  const forecastIn = (plan: Plan): string =>
    plan.forecasts.find((each) => each.campaignId === campaignId && each.dropId === dropId)?.forecast.kind ??
    'impossible';
  return {
    dropId,
    dropName: campaign?.drops.find(({ id }) => id === dropId)?.name ?? dropId,
    campaignName: campaign?.name ?? campaignId,
    game: campaign?.game.name ?? '',
    from: forecastIn(before),
    to: forecastIn(after),
    sentence: changeSentence(change, state),
  };
}

function changeSentence(change: PlanChange, { campaigns }: MinerState): string {
  switch (change.kind) {
    case 'gained':
      return change.finishesAt === null ? 'It could be earned, when somebody streams it.' : 'It would be earned.';
    case 'lost': {
      if (change.after?.kind !== 'givenUp') return 'It would not be earned any more.';
      const names = namesOf(change.after.forCampaignIds, campaigns);
      return `It would not be earned any more: its time would go to ${wordsFor(names)}.`;
    }
    case 'riskier':
      return 'It would still be earned, but with little time to spare.';
    case 'safer':
      return 'It would be earned with more time to spare.';
    case 'later':
    case 'earlier':
      return `It would be earned ${formatDuration(Math.abs(change.toAt - change.fromAt))} ${change.kind}.`;
    default:
      return assertNever(change);
  }
}
