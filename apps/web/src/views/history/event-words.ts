import type { AnyFact } from '@dropwise/contract';

/** A fact as the API sends it: which fields it has depends on its kind, and a source may not know them all. */
export interface ToldFact {
  readonly kind: string;
  readonly [field: string]: unknown;
}

/** What a person filters by. */
export const eventGroups = [
  'drops',
  'progress',
  'channels',
  'streams',
  'plan',
  'campaigns',
  'health',
  'signIn',
  'programs',
  'steps',
] as const;
export type EventGroup = (typeof eventGroups)[number];

/** Every kind of fact has its group: the compiler asks for new ones. */
const groups: Readonly<Record<AnyFact['kind'], EventGroup>> = {
  dropClaimed: 'drops',
  dropBecameClaimable: 'drops',
  claimFailed: 'drops',
  claimHandedOver: 'drops',
  claimExpired: 'drops',
  dropGivenUp: 'plan',
  minuteConfirmed: 'progress',
  minuteEstimated: 'progress',
  progressContradicted: 'progress',
  transportChanged: 'progress',
  transportProved: 'progress',
  channelsFound: 'channels',
  channelChosen: 'channels',
  channelLeft: 'channels',
  channelWentLive: 'streams',
  channelWentOffline: 'streams',
  becameIdle: 'channels',
  manualStarted: 'channels',
  manualEnded: 'channels',
  planMade: 'plan',
  planSwitched: 'plan',
  campaignRested: 'plan',
  campaignsDiscovered: 'campaigns',
  campaignAppeared: 'campaigns',
  itemQuarantined: 'campaigns',
  itemReleased: 'campaigns',
  reasonRaised: 'health',
  reasonCleared: 'health',
  inputRejected: 'health',
  ingestBroken: 'health',
  resourceWarned: 'health',
  deviceCodeIssued: 'signIn',
  signedIn: 'signIn',
  signInFailed: 'signIn',
  sessionRevoked: 'signIn',
  signedOut: 'signIn',
  stopped: 'programs',
  consoleStarted: 'programs',
  consoleStopped: 'programs',
  childStarted: 'programs',
  childBecameReady: 'programs',
  childEnded: 'programs',
  childRestartPlanned: 'programs',
  childGivenUp: 'programs',
  childDegraded: 'programs',
  childRecovered: 'programs',
  childWentSilent: 'programs',
  childKilled: 'programs',
  orphanFound: 'programs',
  childPhaseChanged: 'steps',
  settingsPushed: 'programs',
  settingsTaken: 'programs',
  settingsNotTaken: 'programs',
  backupMade: 'programs',
  backupFailed: 'programs',
  backupRestored: 'programs',
  restoreFailed: 'programs',
  updateFound: 'programs',
};

export function groupOf(kind: string): EventGroup | null {
  return Object.hasOwn(groups, kind) ? groups[kind as AnyFact['kind']] : null;
}

export function kindsOf(chosen: readonly EventGroup[]): readonly string[] {
  return Object.entries(groups).flatMap(([kind, group]) => (chosen.includes(group) ? [kind] : []));
}

const quietGroups: readonly EventGroup[] = ['progress', 'streams', 'steps'];

/** Minute by minute, who goes live and every step are more than one wants to read at first: everything else is shown. */
export const usualGroups: readonly EventGroup[] = eventGroups.filter((group) => !quietGroups.includes(group));

/** From the address: `show=drops,plan`. */
export function groupsFrom(query: URLSearchParams): readonly EventGroup[] {
  const named = query.get('show')?.split(',') ?? [];
  const known = eventGroups.filter((group) => named.includes(group));
  return known.length === 0 ? usualGroups : known;
}

export interface WordsOf {
  readonly duration: (ms: number) => string;
  readonly list: (items: readonly string[]) => string;
  readonly date: (at: number) => string;
  readonly unknown: string;
}

/**
 * The fields of a fact as values of its message: times and lists in words, what the source does not know as such. A message
 * that reads otherwise without a field asks for it by `<field>Known`.
 */
export function valuesOf(fact: ToldFact, words: WordsOf): Readonly<Record<string, string | number>> {
  const values: Record<string, string | number> = {};
  for (const [field, value] of Object.entries(fact)) {
    if (field === 'kind') continue;
    values[field] = shownValue(field, value, words);
    values[`${field}Known`] = isKnown(value) ? 'yes' : 'no';
  }
  return values;
}

/** Reasons of the miner's own that say something to a person; others are sentences already, or say nothing. */
const whys = {
  plan: 'plan',
  'higher-game': 'higherGame',
  'allow-listed': 'allowListed',
  'current-unwatchable': 'unwatchable',
  'by-hand': 'byHand',
  'by-hand-game': 'byHandGame',
  'idle-paused': 'paused',
  stopping: 'stopping',
  'the session ended': 'sessionEnded',
  'you signed out': 'signedOut',
  'you ended it': 'ended',
  'Twitch knows no such channel': 'noChannel',
  'it could not be looked at': 'notReached',
  'the channel went offline': 'offline',
  'nothing can be earned there any more': 'nothingLeft',
} as const;

/** The message that stands for it; null = none. */
export function whyKey(why: unknown): `history.why.${(typeof whys)[keyof typeof whys]}` | null {
  if (typeof why !== 'string' || !Object.hasOwn(whys, why)) return null;
  return `history.why.${whys[why as keyof typeof whys]}`;
}

function isKnown(value: unknown): boolean {
  return value !== null && value !== undefined && !(Array.isArray(value) && value.length === 0);
}

const durations = ['lastedMs', 'ranMs', 'tookMs', 'delayMs', 'silentMs'];
const instants = ['retryAt', 'startsAt', 'endsAt', 'expiresAt', 'until', 'nextStartsAt'];

function shownValue(field: string, value: unknown, words: WordsOf): string | number {
  if (!isKnown(value)) return words.unknown;
  if (typeof value === 'number') {
    if (durations.includes(field)) return words.duration(value);
    return instants.includes(field) ? words.date(value) : value;
  }
  if (typeof value === 'boolean') return String(value);
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return words.list(value.map(String));
  return words.unknown;
}
