import type { CampaignId, ChannelId, DropId, GameId } from '@dropwise/kit';
import type { Channel } from '../channels/channel.ts';
import type { MiningSettings } from '../mining/settings.ts';
import type { Campaign, Drop } from './campaign.ts';
import { fitsChannel } from './channel-fit.ts';
import { isComplete } from './credit.ts';
import {
  earningEndsAt,
  isActive,
  isClaimable,
  isDropEligible,
  isDropOpen,
  isFinished,
  missingMinutes,
} from './eligibility.ts';
import { exclusionOf, leadsToWanted } from './exclusion.ts';
import { type PlanView, wordsFor } from './given-up.ts';
import { openPreconditionOf } from './preconditions.ts';
import { isListed } from './wanted-games.ts';
import { type WhyNotCode, whyNotCodes, whyNotReasons } from './why-not-reasons.ts';

export interface WhyNotContext {
  readonly now: number;
  readonly settings: MiningSettings;
  /** Most wanted first. */
  readonly wantedGameIds: readonly GameId[];
  readonly watching: {
    readonly channelId: ChannelId;
    readonly campaignId: CampaignId | null;
    readonly dropId: DropId | null;
  } | null;
  readonly channels: readonly Channel[];
  /** Ids of campaigns that are set aside. */
  readonly quarantined: ReadonlySet<string>;
  /** Ids of campaigns whose minutes were not counted, left alone for a while. */
  readonly uncounted?: ReadonlySet<string>;
  readonly paused?: boolean;
  /** Mode `plan`: what the plan gives up, and for what. */
  readonly plan?: PlanView | null;
}

export interface WhyNot {
  readonly code: WhyNotCode;
  readonly sentence: string;
  /** What `{value}` of the table's sentence stands for: a name, or minutes as a number; empty where it has none. */
  readonly value: string;
  /** Of `given-up`: the campaigns that get its time; empty = kept free for what is likely to come. */
  readonly names?: readonly string[];
  /** Where the owner can do something about it. */
  readonly link?: string;
}

/** Why the drop is not being mined, or that it is. The first answer that holds, from the final to the passing. */
export function whyNotDrop(context: WhyNotContext, campaign: Campaign, drop: Drop): WhyNot {
  return (
    whySettled(context, campaign, drop) ??
    whyUnwanted(context, campaign, drop) ??
    whyNotYet(context, campaign, drop) ??
    whyNotHere(context, campaign)
  );
}

/** The most telling answer of the campaign's drops. */
export function whyNotCampaign(context: WhyNotContext, campaign: Campaign): WhyNot {
  if (context.quarantined.has(campaign.id)) return because('quarantined');
  const drops = isFinished(campaign) ? campaign.drops : campaign.drops.filter((drop) => drop.claim.kind !== 'claimed');
  const answers = drops.map((drop) => whyNotDrop(context, campaign, drop));
  answers.sort((a, b) => whyNotCodes.indexOf(a.code) - whyNotCodes.indexOf(b.code));
  // Without an unclaimed drop everything is claimed, also where there is none at all.
  return answers[0] ?? because('claimed');
}

/** Earned, being earned, or never to be earned by watching. */
function whySettled(context: WhyNotContext, campaign: Campaign, drop: Drop): WhyNot | null {
  if (drop.claim.kind === 'claimed') return because('claimed');
  if (context.quarantined.has(campaign.id)) return because('quarantined');
  if (drop.claim.kind === 'byHand') return because('claim-by-hand', '', drop.claim.link);
  if (drop.claim.kind === 'ready')
    return because(isClaimable(campaign, drop, context.now) ? 'ready-to-claim' : 'expired');
  if (drop.requiredMinutes === 0) return because('subscription-only');
  if (isComplete(drop)) return because('earned-waiting');
  const isWatched = context.watching !== null && context.watching.campaignId === campaign.id;
  if (isWatched && isDropOpen(campaign, drop, context.settings, context.now)) return because('mining');
  if (campaign.expired || earningEndsAt(campaign, drop) <= context.now) return because('expired');
  return null;
}

/** The owner's own settings, or the account. */
function whyUnwanted(context: WhyNotContext, campaign: Campaign, drop: Drop): WhyNot | null {
  const { settings } = context;
  const exclusion = exclusionOf(campaign, drop, settings);
  if (exclusion !== null) {
    return because(exclusion.rule === 'wish' ? 'wished-never' : `excluded-${exclusion.rule}`, exclusion.value);
  }
  if (drop.benefits.length === 0 && !leadsToWanted(campaign, drop, settings)) return because('no-benefit');
  if (!isDropEligible(campaign, drop, settings)) {
    return because('not-linked', campaign.game.name, campaign.linkUrl ?? undefined);
  }
  if (settings.mode === 'priority_only' && !isListed(campaign.game.name, settings)) {
    return because('outside-list', campaign.game.name);
  }
  return null;
}

/** The calendar, and the plan that fills it. */
function whyNotYet(context: WhyNotContext, campaign: Campaign, drop: Drop): WhyNot | null {
  const { now } = context;
  const missing = missingMinutes(campaign, drop, now);
  if (missing > 0) return tooLate(missing);
  const instead = context.plan?.givenUp.get(drop.id);
  if (instead !== undefined) return { ...because('given-up', wordsFor(instead)), names: instead };
  if (!isActive(campaign, now) || now < drop.startsAt) return because('upcoming');
  const before = openPreconditionOf(campaign, drop);
  return before === null ? null : because('precondition-open', before.name);
}

/** Could be mined this minute: the channels, and what is wanted more. */
function whyNotHere(context: WhyNotContext, campaign: Campaign): WhyNot {
  if (context.paused === true) return because('paused');
  if (context.uncounted?.has(campaign.id)) return because('not-counting');
  const fitting = context.channels.filter((channel) => fitsChannel(campaign, channel));
  if (fitting.length === 0) return because(knowsAnyAllowed(context, campaign) ? 'no-live-channel' : 'no-known-channel');
  if (fitting.every((channel) => channel.doubtfulUntil > context.now)) return because('not-counting');
  return because(isNext(context, campaign) ? 'next' : 'lower-priority');
}

/** An open campaign has no list to look for: its channels are known by being live. */
function knowsAnyAllowed(context: WhyNotContext, campaign: Campaign): boolean {
  if (campaign.allowList === null) return true;
  return campaign.allowList.some((allowed) => context.channels.some((channel) => channel.id === allowed.id));
}

/** The same game as what is watched, or the most wanted of the others. */
function isNext(context: WhyNotContext, campaign: Campaign): boolean {
  const { watching, channels, wantedGameIds } = context;
  const watchedGameId = channels.find((channel) => channel.id === watching?.channelId)?.stream?.game?.id;
  if (campaign.game.id === watchedGameId) return true;
  return wantedGameIds.find((gameId) => gameId !== watchedGameId) === campaign.game.id;
}

function tooLate(minutes: number): WhyNot {
  const words = minutes === 1 ? '1 minute' : `${minutes} minutes`;
  return { ...because('too-late', words), value: String(minutes) };
}

function because(code: WhyNotCode, value = '', link?: string): WhyNot {
  const sentence = whyNotReasons[code].replaceAll('{value}', value);
  return link === undefined ? { code, sentence, value } : { code, sentence, value, link };
}
