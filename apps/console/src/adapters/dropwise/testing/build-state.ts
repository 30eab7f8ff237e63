import {
  type Campaign,
  type Channel,
  createMinerState,
  type Drop,
  defaultSettings,
  type MinerState,
  miningSettingsOf,
  noProgress,
  type Watching,
} from '@dropwise/core';
import { benefitId, broadcastId, campaignId, channelId, dropId, gameId, userId } from '@dropwise/kit';

export const start = Date.UTC(2026, 0, 5, 12);
export const minute = 60_000;
export const hour = 60 * minute;

export const lanterns = { id: gameId('900001'), name: 'Lanterns', slug: 'lanterns', boxArtUrl: 'https://art.test/l' };
export const ferry = { id: gameId('900002'), name: 'Ferry', slug: 'ferry', boxArtUrl: null };

export function drop(name: string, change: Partial<Drop> = {}): Drop {
  return {
    id: dropId(`drop-${name}`),
    name,
    startsAt: start - hour,
    endsAt: start + 24 * hour,
    requiredMinutes: 60,
    requiredSubs: 0,
    preconditionIds: [],
    benefits: [{ id: benefitId(name), name: `The ${name}`, kind: 'DIRECT_ENTITLEMENT', imageUrl: null }],
    progress: noProgress,
    claim: { kind: 'unclaimed' },
    ...change,
  };
}

export function campaign(name: string, change: Partial<Campaign> = {}): Campaign {
  return {
    id: campaignId(`campaign-${name}`),
    name,
    game: lanterns,
    startsAt: start - hour,
    endsAt: start + 24 * hour,
    expired: false,
    linked: 'linked',
    linkUrl: null,
    detailsUrl: null,
    imageUrl: null,
    allowList: null,
    drops: [drop(`${name}-1`)],
    sources: ['inventory'],
    ...change,
  };
}

export function channel(number: number, change: Partial<Channel> & { readonly game?: Campaign['game'] } = {}): Channel {
  const { game = lanterns, ...rest } = change;
  return {
    id: channelId(String(number)),
    login: `channel_${number}`,
    displayName: `Channel ${number}`,
    stream: { broadcastId: broadcastId(`3${number}`), game, viewers: number, title: 'Drops on' },
    allowListed: false,
    availableCampaignIds: null,
    doubtfulUntil: 0,
    ...rest,
  };
}

export function watching(change: Partial<Watching> = {}): Watching {
  return {
    channelId: channelId('1'),
    since: start,
    campaignId: campaignId('campaign-week'),
    transport: 'spade',
    uncountedTransports: [],
    lastBeatAt: null,
    unconfirmedSince: null,
    lastConfirmedAt: null,
    lastSessionQueryAt: null,
    lastCheckAt: null,
    lastReport: null,
    estimatedMinutes: 0,
    lastEstimateAt: null,
    failedBeats: 0,
    ...change,
  };
}

export interface Built extends Omit<Partial<MinerState>, 'campaigns' | 'channels'> {
  readonly campaigns?: readonly Campaign[];
  readonly channels?: readonly Channel[];
}

/** Signed in and idle, unless `change` says otherwise. */
export function buildState({ campaigns = [], channels = [], ...change }: Built = {}): MinerState {
  return {
    ...createMinerState(miningSettingsOf(defaultSettings())),
    account: { kind: 'signedIn', userId: userId('1'), login: 'viewer' },
    phase: { kind: 'idle', why: 'idle-no-campaigns', since: start },
    wantedGameIds: [lanterns.id, ferry.id],
    campaigns: Object.fromEntries(campaigns.map((each) => [each.id, each])),
    channels: Object.fromEntries(channels.map((each) => [each.id, each])),
    ...change,
  };
}

/** One campaign, watched on one channel. */
export function watchingState(change: Built = {}): MinerState {
  return buildState({
    campaigns: [campaign('week')],
    channels: [channel(1), channel(2, { game: ferry })],
    phase: { kind: 'watching' },
    watching: watching(),
    ...change,
  });
}
