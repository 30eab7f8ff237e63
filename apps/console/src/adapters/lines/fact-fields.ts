import type { ObservedFact } from '@dropwise/contract';
import { type Fact, reasonCodes } from '@dropwise/core';

/** How a field of a fact is read from text. */
export type FieldKind =
  | 'text'
  /** Not negative. */
  | 'number'
  | 'yesNo'
  /** Names with commas between them. */
  | 'texts'
  /** Cannot come from a line of text. */
  | 'closed'
  | readonly string[];

export type FactFields = {
  readonly [Kind in Fact['kind']]: {
    readonly [Field in Exclude<keyof Extract<Fact, { readonly kind: Kind }>, 'kind'>]: FieldKind;
  };
};

const drop = {
  dropId: 'text',
  dropName: 'text',
  campaignId: 'text',
  campaignName: 'text',
  gameName: 'text',
} as const;
const channel = { channelId: 'text', login: 'text' } as const;
const confirmationSources = ['socket', 'current-session', 'inventory'] as const;
const idleReasons = reasonCodes.filter((code) => code.startsWith('idle-'));

/** Every kind of fact with its fields: a fact that is added to the core does not compile until it is here. */
export const factFields: FactFields = {
  deviceCodeIssued: { userCode: 'text', verificationUri: 'text', expiresAt: 'number' },
  signedIn: { userId: 'text', login: 'text' },
  signInFailed: {
    reason: ['refused', 'denied', 'expired', 'unreachable'],
    detail: 'text',
    retryAt: 'number',
  },
  sessionRevoked: { detail: 'text' },
  signedOut: { login: 'text' },
  campaignsDiscovered: { count: 'number', active: 'number', upcoming: 'number', bySource: 'closed' },
  campaignAppeared: {
    campaignId: 'text',
    campaignName: 'text',
    gameName: 'text',
    startsAt: 'number',
    endsAt: 'number',
  },
  planMade: {
    onTrack: 'number',
    atRisk: 'number',
    givenUp: 'number',
    impossible: 'number',
    plannedMinutes: 'number',
    nextCampaignId: 'text',
    nextCampaignName: 'text',
    nextStartsAt: 'number',
  },
  planSwitched: {
    fromCampaignId: 'text',
    fromCampaignName: 'text',
    toCampaignId: 'text',
    toCampaignName: 'text',
    why: 'text',
    said: 'closed',
  },
  dropGivenUp: { ...drop, wish: ['must', 'want', 'fill'], forCampaignNames: 'texts' },
  channelsFound: { live: 'number', total: 'number' },
  channelChosen: { ...channel, game: 'text', campaignName: 'text', why: 'text', transport: 'text' },
  channelLeft: { ...channel, why: 'text' },
  channelWentLive: { ...channel, game: 'text' },
  channelWentOffline: channel,
  becameIdle: { why: idleReasons },
  minuteConfirmed: {
    ...drop,
    minutes: 'number',
    requiredMinutes: 'number',
    gainedMinutes: 'number',
    by: confirmationSources,
  },
  minuteEstimated: { ...drop, estimatedMinutes: 'number' },
  progressContradicted: {
    ...drop,
    confirmedMinutes: 'number',
    reportedMinutes: 'number',
    by: confirmationSources,
    accepted: 'yesNo',
  },
  dropBecameClaimable: drop,
  dropClaimed: { ...drop, benefitNames: 'texts', attempts: 'number', by: ['claim', 'inventory'] },
  claimFailed: { ...drop, attempts: 'number', detail: 'text', retryAt: 'number' },
  claimHandedOver: { ...drop, link: 'text' },
  claimExpired: drop,
  transportChanged: { from: 'text', to: 'text', why: 'text' },
  transportProved: { transport: 'text' },
  reasonRaised: { code: reasonCodes, sentence: 'text', todo: 'text', detail: 'closed' },
  reasonCleared: { code: reasonCodes, lastedMs: 'number' },
  itemQuarantined: { what: 'text', id: 'text', name: 'text', problem: 'text', retryAt: 'number' },
  itemReleased: { what: 'text', id: 'text', name: 'text' },
  inputRejected: { input: 'text', problem: 'text' },
  campaignRested: {
    campaignId: 'text',
    campaignName: 'text',
    gameName: 'text',
    linked: ['linked', 'unlinked', 'unknown'],
    until: 'number',
  },
  manualStarted: { login: 'text' },
  manualEnded: { why: 'text' },
  stopped: { claimed: 'number', confirmedMinutes: 'number' },
};

export type ObservedKind = ObservedFact['kind'];

/** A fact with what is known of it; all the rest is `null`. */
export function observe<Kind extends ObservedKind>(
  kind: Kind,
  known: Partial<Omit<Extract<ObservedFact, { readonly kind: Kind }>, 'kind'>> = {},
): ObservedFact {
  const unknown = Object.fromEntries(Object.keys(factFields[kind]).map((field) => [field, null]));
  // The table has every field of the kind, and `known` has no other.
  return { kind, ...unknown, ...known } as unknown as ObservedFact;
}
