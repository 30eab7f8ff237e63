import type { MinerView } from '@dropwise/contract';
import { keepSame, keepSameEntries } from '../keep-same.ts';
import { campaignViewsOf } from './campaigns.ts';
import { channelViewsOf } from './channels.ts';
import { healthViewOf } from './health.ts';
import { loginViewOf } from './login.ts';
import { planViewOf } from './plan.ts';
import { progressViewOf } from './progress.ts';
import { statusViewOf } from './status.ts';
import type { ViewSource } from './view-source.ts';

/** Everything anew, and every part that says what it said before as the same object; `before` itself where all do. */
export function buildView(source: ViewSource, before: MinerView): MinerView {
  const { plan } = source.state;
  const after: MinerView = {
    status: keepSame(before.status, statusViewOf(source)),
    login: keepSame(before.login, loginViewOf(source)),
    health: keepSame(before.health, healthViewOf(source)),
    progress: keepSame(before.progress, progressViewOf(source)),
    plan: keepSame(before.plan, plan === null ? null : planViewOf(plan, source.state)),
    channels: keepSameEntries(before.channels, channelViewsOf(source)),
    campaigns: keepSameEntries(before.campaigns, campaignViewsOf(source)),
  };
  return (Object.keys(after) as (keyof MinerView)[]).every((key) => after[key] === before[key]) ? before : after;
}
