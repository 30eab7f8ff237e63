import type { Fact } from '../mining/fact.ts';

/** The miner's facts that a rule reads. */
const minerKinds = [
  'deviceCodeIssued',
  'signedIn',
  'signInFailed',
  'sessionRevoked',
  'campaignAppeared',
  'dropGivenUp',
  'channelChosen',
  'channelLeft',
  'becameIdle',
  'minuteConfirmed',
  'dropClaimed',
  'claimHandedOver',
  'reasonRaised',
  'reasonCleared',
  'manualStarted',
  'manualEnded',
  'stopped',
] as const satisfies readonly Fact['kind'][];

/** A fact of a miner with `null` where its source cannot know: the shape of the contract's `ObservedFact`. */
type Observed<Of extends { readonly kind: string }> = Of extends { readonly kind: infer Kind }
  ? { readonly kind: Kind } & { readonly [Key in Exclude<keyof Of, 'kind'>]: Of[Key] | null }
  : never;

/** The console's facts that a rule reads, by the shape of the contract's `ConsoleFact`. */
type NotableConsoleFact =
  | { readonly kind: 'childBecameReady' }
  | { readonly kind: 'childEnded'; readonly sentence: string; readonly wanted: boolean }
  | { readonly kind: 'childGivenUp'; readonly why: string; readonly deaths: number }
  | { readonly kind: 'childPhaseChanged'; readonly to: string }
  | { readonly kind: 'backupFailed'; readonly problem: string }
  | { readonly kind: 'updateFound'; readonly version: string; readonly link: string };

const consoleKinds = [
  'childBecameReady',
  'childEnded',
  'childGivenUp',
  'childPhaseChanged',
  'backupFailed',
  'updateFound',
] as const satisfies readonly NotableConsoleFact['kind'][];

export type NotableFact = Observed<Extract<Fact, { readonly kind: (typeof minerKinds)[number] }>> | NotableConsoleFact;

const notableKinds: ReadonlySet<string> = new Set<string>([...minerKinds, ...consoleKinds]);

/** Whether any rule reads facts of this kind. What remains fits `NotableFact` by its shape. */
export function isNotable<Of extends { readonly kind: string }>(
  fact: Of,
): fact is Extract<Of, { readonly kind: NotableFact['kind'] }> {
  return notableKinds.has(fact.kind);
}
