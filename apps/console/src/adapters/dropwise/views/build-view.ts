import type { MinerView, PlanView } from '@dropwise/contract';
import type { MinerState } from '@dropwise/core';
import { keepSame, keepSameEntries } from '../keep-same.ts';
import { campaignViewsOf } from './campaigns.ts';
import { channelViewsOf } from './channels.ts';
import { healthViewOf } from './health.ts';
import { loginViewOf } from './login.ts';
import { planViewOf } from './plan.ts';
import { progressViewOf } from './progress.ts';
import { statusViewOf } from './status.ts';
import type { ViewSource } from './view-source.ts';

export interface BuiltView {
  readonly view: MinerView;
  /** What the plan's part was made from; it is the largest, and seldom another. */
  readonly planFrom: (Pick<MinerState, 'plan' | 'settings'> & { readonly names: string }) | null;
}

/** Everything anew, and every part that says what it said before as the same object; `before.view` itself where all do. */
export function buildView(source: ViewSource, before: BuiltView): BuiltView {
  const known = before.view;
  const plan = buildPlan(source.state, before);
  const parts: MinerView = {
    status: keepSame(known.status, statusViewOf(source)),
    login: keepSame(known.login, loginViewOf(source)),
    health: keepSame(known.health, healthViewOf(source)),
    progress: keepSame(known.progress, progressViewOf(source)),
    plan: plan.view,
    channels: keepSameEntries(known.channels, channelViewsOf(source)),
    campaigns: keepSameEntries(known.campaigns, campaignViewsOf(source)),
  };
  const isSame = (Object.keys(parts) as (keyof MinerView)[]).every((key) => parts[key] === known[key]);
  return { view: isSame ? known : parts, planFrom: plan.from };
}

function buildPlan(
  state: MinerState,
  { view, planFrom }: BuiltView,
): { readonly view: PlanView | null; readonly from: BuiltView['planFrom'] } {
  const { plan, settings } = state;
  if (plan === null) return { view: null, from: null };
  const from = { plan, settings, names: namesOf(state) };
  const isSame =
    planFrom !== null && planFrom.plan === plan && planFrom.settings === settings && planFrom.names === from.names;
  if (isSame) return { view: view.plan, from: planFrom };
  return { view: keepSame(view.plan, planViewOf(plan, state)), from };
}

/** Names come and go with campaigns, not with their minutes. */
function namesOf({ campaigns }: MinerState): string {
  return Object.keys(campaigns).join(' ');
}
