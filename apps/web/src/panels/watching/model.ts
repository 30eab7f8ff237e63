import type { CampaignView, PlanView, StatusView, WatchingView } from '@dropwise/contract';
import type { LiveState } from '@dropwise/contract/live';
import type { MessageKey } from '../../locales/en/index.ts';

export interface Why {
  readonly key: MessageKey;
  readonly values: Readonly<Record<string, string>>;
  /** Until when the plan gives it this time; null = no plan says so. */
  readonly until: number | null;
}

/** Why this channel, of all. */
export function whyWatched(state: Pick<LiveState, 'status' | 'campaigns' | 'plan' | 'channels'>, now: number): Why {
  const { status, campaigns, plan } = state;
  if (isByHand(status)) return { key: 'now.why.manual', values: {}, until: null };
  const campaign = campaignWatched(status.watching, campaigns);
  if (campaign === null) return { key: 'now.why.unknown', values: {}, until: null };
  const values = { campaign: campaign.name, game: campaign.game };
  const slot = slotNow(plan, campaign.id, now);
  if (slot !== null) return { key: 'now.why.planned', values, until: slot.endsAt };
  if (isOnList(campaign, status.watching)) return { key: 'now.why.allowList', values, until: null };
  return { key: 'now.why.counts', values, until: null };
}

/** Manual mode, and the channel that it is about is the one on screen. */
export function isByHand({ manual, watching }: Pick<StatusView, 'manual' | 'watching'>): boolean {
  return manual !== null && (watching === null || manual.login === watching.login);
}

export function campaignWatched(
  watching: WatchingView | null,
  campaigns: Readonly<Record<string, CampaignView>>,
): CampaignView | null {
  const id = watching?.campaignId ?? null;
  return id === null ? null : (campaigns[id] ?? null);
}

/** Twitch’s page of the channel. Logins are letters, digits and underscores; anything else is no address. */
export function channelAddress(login: string): string | null {
  return /^\w{1,40}$/.test(login) ? `https://www.twitch.tv/${login}` : null;
}

function slotNow(plan: PlanView | null, campaignId: string, now: number): PlanView['slots'][number] | null {
  return (
    plan?.slots.find((slot) => slot.campaignId === campaignId && slot.startsAt <= now && slot.endsAt > now) ?? null
  );
}

function isOnList({ allowList }: CampaignView, watching: WatchingView | null): boolean {
  return watching !== null && allowList?.includes(watching.login) === true;
}
