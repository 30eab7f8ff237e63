import type { AllowedChannel, Campaign } from '../drops/campaign.ts';
import { fitsChannel } from '../drops/channel-fit.ts';
import { planHorizonMs, type Supply } from '../planning/plan-request.ts';
import type { Channel } from './channel.ts';
import type { Sightings } from './sightings.ts';
import { persist, priorChance } from './sightings-chance.ts';
import { hourMs, hoursOfWeek } from './sightings-week.ts';
import { firstHourOf, type KnownChannel, knownChannelReader, leftAhead, type Outlook } from './supply-outlook.ts';

/** Looked at one by one; more of them would not change the chance that at least one is live. */
const maxKnown = 200;
/** Somebody is live for certain when the chance that nobody is falls below this in every hour. */
const negligible = 0.001;
/** Whether somebody comes on with a game whose directory was found empty: as likely as not. */
const emptyDirectoryChance = 0.5;

export interface SupplyHints {
  /** The directory of the campaign's game was read and found empty. */
  readonly nobodyLive?: boolean;
}

/** The supply of one campaign. For many at once use `supplyReader`, which works out each channel only once. */
export function supplyOf(
  campaign: Campaign,
  channels: readonly Channel[],
  sightings: Sightings,
  now: number,
  hints: SupplyHints = {},
): Supply {
  return supplyReader(channels, sightings, now)(campaign, hints);
}

/**
 * When somebody streams what a campaign counts on. Without an allow list always, unless nobody was found; with one, the
 * chance that at least one listed channel is live, hour by hour until the campaign's end or the plan's. `channels` are
 * those whose stream is known at `now` (epoch ms). A reader speaks for that instant only: make a new one for the next.
 */
export function supplyReader(
  channels: readonly Channel[],
  sightings: Sightings,
  now: number,
): (campaign: Campaign, hints?: SupplyHints) => Supply {
  const find = knownChannelReader(channels, sightings, now);
  return (campaign, { nobodyLive = false } = {}) => {
    const hours = hoursUntil(campaign.endsAt, now);
    if (campaign.allowList !== null) return listedSupply(campaign, campaign.allowList, find, firstHourOf(now), hours);
    if (!nobodyLive || channels.some((channel) => fitsChannel(campaign, channel))) return { kind: 'always' };
    const hourly = Float32Array.from({ length: hours }, (_, hour) =>
      persist(emptyDirectoryChance, false, leftAhead[hour] ?? 0),
    );
    return { kind: 'chance', liveNow: false, hourly };
  };
}

function hoursUntil(endsAt: number, now: number): number {
  return Math.min(Math.max(Math.ceil((endsAt - now) / hourMs), 1), planHorizonMs / hourMs);
}

/** Channels that were never looked at are alike: their number is enough. */
function listedSupply(
  campaign: Campaign,
  allowList: readonly AllowedChannel[],
  find: ReturnType<typeof knownChannelReader>,
  firstHour: number,
  hours: number,
): Supply {
  const known: { channel: KnownChannel; serves: boolean }[] = [];
  let unknownCount = 0;
  let liveNow = false;
  for (const allowed of allowList) {
    const channel = find(allowed.id);
    if (channel === null) {
      unknownCount++;
      continue;
    }
    const serves = servesNow(campaign, allowed, channel.channel);
    liveNow ||= serves;
    if (known.length < maxKnown) known.push({ channel, serves });
  }
  const nobody = new Float32Array(hours).fill((1 - priorChance) ** unknownCount);
  for (const [index, { channel, serves }] of known.entries()) {
    if (index % 8 === 0 && nobody.every((chance) => chance < negligible)) break;
    multiplyIn(nobody, channel.outlook(serves), firstHour);
  }
  return { kind: 'chance', liveNow, hourly: nobody.map((chance) => 1 - chance) };
}

/** Asked with a list of one: a long list need not be searched for each of its own channels. */
function servesNow(campaign: Campaign, allowed: AllowedChannel, channel: Channel | null): boolean {
  return channel !== null && channel.stream !== null && fitsChannel({ ...campaign, allowList: [allowed] }, channel);
}

/** The chance that nobody is live, with one more channel that may be. */
function multiplyIn(nobody: Float32Array, { soon, week }: Outlook, firstHour: number): void {
  let weekHour = firstHour;
  for (let hour = 0; hour < nobody.length; hour++) {
    const chance = soon[hour] ?? week[weekHour] ?? priorChance;
    nobody[hour] = (nobody[hour] ?? 1) * (1 - chance);
    weekHour = weekHour + 1 === hoursOfWeek ? 0 : weekHour + 1;
  }
}
