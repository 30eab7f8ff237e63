import { benefitId, broadcastId, campaignId, channelId, dropId, dropInstanceId, gameId } from '@dropwise/kit';
import type { Channel, Stream } from '../../channels/channel.ts';
import type { MiningSettings } from '../../mining/settings.ts';
import { noWishes } from '../../planning/wish.ts';
import { defaultSettings, miningSettingsOf } from '../../settings/settings.ts';
import type { AllowedChannel, Benefit, BenefitKind, Campaign, Drop, Game } from '../campaign.ts';
import { noProgress } from '../progress.ts';
import type { CampaignReport, DropReport } from '../report.ts';

/** For tests only: a world that is in order, of which a test changes what it is about. */

export const hourMs = 3_600_000;
export const minuteMs = 60_000;
/** 2026-08-10T12:00:00Z, inside everything that is built without dates. */
export const noon = Date.UTC(2026, 7, 10, 12);
export const startOfAll = noon - 24 * hourMs;
export const endOfAll = noon + 24 * hourMs;

export function buildGame(name = 'Sample Game', id = '900001'): Game {
  return { id: gameId(id), name, slug: name.toLowerCase().replaceAll(' ', '-'), boxArtUrl: null };
}

export function buildBenefit(kind: BenefitKind = 'DIRECT_ENTITLEMENT', id = 'benefit-a'): Benefit {
  return { id: benefitId(id), name: `Reward ${id}`, kind, imageUrl: null };
}

export type DropChange = Partial<Omit<Drop, 'id' | 'progress' | 'preconditionIds'>> & {
  readonly minutes?: number;
  readonly estimated?: number;
  readonly after?: readonly string[];
};

/** 60 minutes, one reward, nothing watched. */
export function buildDrop(id = 'drop-a', change: DropChange = {}): Drop {
  const { minutes = 0, estimated = 0, after = [], ...rest } = change;
  return {
    id: dropId(id),
    name: `Drop ${id}`,
    startsAt: startOfAll,
    endsAt: endOfAll,
    requiredMinutes: 60,
    requiredSubs: 0,
    preconditionIds: after.map(dropId),
    benefits: [buildBenefit('DIRECT_ENTITLEMENT', `benefit-of-${id}`)],
    progress: { ...noProgress, confirmedMinutes: minutes, estimatedMinutes: estimated },
    claim: { kind: 'unclaimed' },
    ...rest,
  };
}

export const claimed = { kind: 'claimed', at: noon - hourMs } as const;
export const ready = { kind: 'ready', instanceId: dropInstanceId('1#2#3'), readyAt: noon - minuteMs } as const;
export const byHand = { kind: 'byHand', instanceId: null, since: noon - minuteMs, link: 'https://claim.test' } as const;

export type CampaignChange = Partial<Omit<Campaign, 'id' | 'allowList'>> & { readonly allow?: readonly string[] };

/** Active, linked, open to every channel, one drop. */
export function buildCampaign(id = 'campaign-a', change: CampaignChange = {}): Campaign {
  const { allow, ...rest } = change;
  return {
    id: campaignId(id),
    name: `Campaign ${id}`,
    game: buildGame(),
    startsAt: startOfAll,
    endsAt: endOfAll,
    expired: false,
    linked: 'linked',
    linkUrl: 'https://link.test',
    detailsUrl: null,
    imageUrl: null,
    allowList: allow === undefined ? null : allow.map(allowed),
    drops: [buildDrop()],
    sources: ['inventory'],
    ...rest,
  };
}

export function allowed(id: string): AllowedChannel {
  return { id: channelId(id), login: `login_${id}` };
}

export function buildStream(change: Partial<Stream> = {}): Stream {
  return { broadcastId: broadcastId('b1'), game: buildGame(), viewers: 100, title: 'Sample title', ...change };
}

/** Live with the sample game and 100 viewers. */
export function buildChannel(id = '70001', change: Partial<Omit<Channel, 'id'>> = {}): Channel {
  return {
    id: channelId(id),
    login: `login_${id}`,
    displayName: `Login ${id}`,
    stream: buildStream(),
    allowListed: false,
    availableCampaignIds: null,
    doubtfulUntil: 0,
    ...change,
  };
}

export function buildSettings(change: Partial<MiningSettings> = {}): MiningSettings {
  return { ...miningSettingsOf(defaultSettings()), ...change };
}

export function excluding(change: Partial<MiningSettings['exclude']>): MiningSettings {
  const settings = buildSettings();
  return { ...settings, exclude: { ...settings.exclude, ...change } };
}

export function wishing(change: Partial<MiningSettings['wishes']>): MiningSettings {
  return buildSettings({ wishes: { ...noWishes, ...change } });
}

/** Only these kinds of reward are wanted. */
export function wanting(...kinds: readonly BenefitKind[]): MiningSettings {
  const has = (kind: BenefitKind): boolean => kinds.includes(kind);
  return buildSettings({
    benefits: {
      DIRECT_ENTITLEMENT: has('DIRECT_ENTITLEMENT'),
      BADGE: has('BADGE'),
      EMOTE: has('EMOTE'),
      CODE: has('CODE'),
      UNKNOWN: has('UNKNOWN'),
    },
  });
}

export function buildDropReport(id = 'drop-a', change: Partial<Omit<DropReport, 'id'>> = {}): DropReport {
  const { progress: _progress, claim: _claim, ...said } = buildDrop(id);
  return { ...said, self: null, ...change };
}

/** As the inventory tells it; the other sources leave out what `change` sets to undefined. */
export function buildReport(change: Partial<CampaignReport> = {}): CampaignReport {
  return {
    source: 'inventory',
    id: campaignId('campaign-a'),
    name: 'Campaign campaign-a',
    game: buildGame(),
    startsAt: startOfAll,
    endsAt: endOfAll,
    expired: false,
    linked: true,
    linkUrl: 'https://link.test',
    detailsUrl: undefined,
    imageUrl: undefined,
    allowList: null,
    drops: [buildDropReport()],
    ...change,
  };
}
