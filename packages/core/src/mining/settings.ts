import type { BenefitKind } from '../drops/campaign.ts';
import type { PlanGoal, Wishes } from '../planning/wish.ts';

/** What decides what is watched: the plan of all drops, or one fixed order of games. */
export type MiningMode = 'plan' | 'priority_only' | 'ending_soonest' | 'low_availability' | 'random';
export const miningModes: readonly MiningMode[] = [
  'plan',
  'priority_only',
  'ending_soonest',
  'low_availability',
  'random',
];

/** What of the settings the step reads. */
export interface MiningSettings {
  readonly mode: MiningMode;
  /** Game names, most wanted first; compared without case. */
  readonly priority: readonly string[];
  readonly exclude: {
    /** Game names, without case. */
    readonly games: readonly string[];
    /** Campaign ids or exact names, without case. */
    readonly campaigns: readonly string[];
    /** Drop ids. */
    readonly drops: readonly string[];
    /** Parts of a campaign's or drop's name, without case. */
    readonly keywords: readonly string[];
  };
  /** Benefit kinds that make a drop wanted. */
  readonly benefits: Readonly<Record<BenefitKind, boolean>>;
  /** Badges and emotes are Twitch's own and need no linked account: mine them unlinked too. */
  readonly badgesAndEmotesUnlinked: boolean;
  /** Ask `AvailableDrops` of live channels of wanted games, as a third source of campaigns. */
  readonly availableDrops: boolean;
  /** Ask the community catalogue, as a source of campaigns that Twitch does not show this client. */
  readonly catalogue: boolean;
  readonly reloadMinutes: number;
  /** Seed of mode `random`. */
  readonly seed: number;
  /** Ways of watching, in the order they are tried. */
  readonly watchTransports: readonly string[];
  /** How much games, campaigns and drops are wanted, where the owner said so. */
  readonly wishes: Wishes;
  readonly planGoal: PlanGoal;
  /** When nothing is mined: `22:00-07:00`, `Mon-Fri 09:00-17:00`; see `planning/paused-hours.ts`. */
  readonly pausedHours: readonly string[];
  /** In which the paused hours are read: a name that `Intl` knows; without paused hours it need not be the owner’s. */
  readonly timeZone: string;
}
