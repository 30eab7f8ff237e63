import { type ChannelId, slugOf } from '@dropwise/kit';
import { planChannelFetch } from '../channels/choose-channel.ts';
import { isCampaignOpenWithin, isFinished } from '../drops/eligibility.ts';
import { wantedHorizonMs } from '../drops/wanted-games.ts';
import { planOrder, workableCampaigns } from './candidates.ts';
import type { DirectoryQuery } from './effect.ts';
import { patch, type Turn } from './turn.ts';

const hourMs = 3_600_000;

/** Channels on the allow list of any campaign that is open within the hour. */
export function allowedIds(turn: Turn): ReadonlySet<string> {
  const ids = new Set<string>();
  for (const campaign of workableCampaigns(turn.state, turn.now)) {
    if (campaign.allowList === null) continue;
    if (!isCampaignOpenWithin(campaign, turn.state.settings, turn.now, turn.now + wantedHorizonMs)) continue;
    for (const channel of campaign.allowList) ids.add(channel.id);
  }
  return ids;
}

/** Where to look for channels. */
export interface FetchPlan {
  readonly directories: readonly DirectoryQuery[];
  readonly checks: readonly { readonly id: ChannelId; readonly login: string }[];
}

export function currentFetchPlan(turn: Turn): FetchPlan {
  const { state, now } = turn;
  const plan = planChannelFetch(
    workableCampaigns(state, now),
    state.wantedGameIds,
    state.settings,
    now,
    planOrder(state),
  );
  return { directories: [...plan.directories, ...scoutDirectories(turn, plan.directories)], checks: plan.checks };
}

/**
 * Where Twitch does not show the list of campaigns, live channels of the owner's games still name theirs
 * (`AvailableDrops`): look into the directories of listed games that no known campaign serves.
 */
function scoutDirectories(turn: Turn, planned: readonly DirectoryQuery[]): DirectoryQuery[] {
  const { settings, inventory, campaigns } = turn.state;
  if (!settings.availableDrops || inventory.catalogue === 'complete' || inventory.catalogue === 'unknown') return [];
  const known = new Set(planned.map((query) => query.slug));
  const served = new Set(
    Object.values(campaigns)
      .filter((campaign) => !isFinished(campaign))
      .map((campaign) => campaign.game.slug),
  );
  return settings.priority
    .map((name) => slugOf(name))
    .filter((slug) => slug !== '' && !known.has(slug) && !served.has(slug))
    .slice(0, maxScouts)
    .map((slug) => ({ gameId: null, slug }));
}

const maxScouts = 10;

/** True when the last fetch, less than an hour ago, looked at all of it. */
export function isCovered(turn: Turn, plan: FetchPlan): boolean {
  const known = turn.state.fetchedPlan;
  if (known === null || turn.now - known.at >= hourMs) return false;
  const slugs = new Set(known.slugs);
  const logins = new Set(known.logins);
  return plan.directories.every(({ slug }) => slugs.has(slug)) && plan.checks.every(({ login }) => logins.has(login));
}

/** Channels of what is not wanted any more were dropped: should it be wanted again, it has to be looked for again. */
export function forgetCoverage(turn: Turn, plan: FetchPlan): void {
  const known = turn.state.fetchedPlan;
  if (known === null) return;
  const slugs = new Set(plan.directories.map((query) => query.slug));
  const logins = new Set<string>(plan.checks.map((check) => check.login));
  patch(turn, {
    fetchedPlan: {
      at: known.at,
      slugs: known.slugs.filter((slug) => slugs.has(slug)),
      logins: known.logins.filter((login) => logins.has(login)),
    },
  });
}

const oldMs = 5 * 60_000;

/** Whether another look at the channels may show something new. */
export function isFetchOld(turn: Turn): boolean {
  const known = turn.state.fetchedPlan;
  return known === null || turn.now - known.at >= oldMs;
}
