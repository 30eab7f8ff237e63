import type { WatchTransportName } from '@dropwise/twitch/definitions';

/** A world to start from, as data. Times are epoch ms. Ids are Twitch's forms: numeric strings, UUIDs. */
export interface Scenario {
  readonly name: string;
  /** One sentence for `--help` and the ready line's reader. */
  readonly about: string;
  /** The clock's first instant. */
  readonly startAt: number;
  readonly account: {
    readonly userId: string;
    readonly login: string;
    /** Games whose campaigns are linked to the account. */
    readonly linkedGameIds: readonly string[];
    /** Rewards of the past: benefit id → awarded at. */
    readonly claimedBenefits: readonly {
      readonly benefitId: string;
      readonly name: string;
      readonly awardedAt: number;
    }[];
    /** Progress that exists before the start. */
    readonly progress: readonly {
      readonly dropId: string;
      readonly minutes: number;
      readonly claimed: boolean;
    }[];
  };
  readonly games: readonly ScenarioGame[];
  readonly campaigns: readonly ScenarioCampaign[];
  readonly channels: readonly ScenarioChannel[];
  /** Ways of watching that count. Protocol 0.2 `watchCredit`. */
  readonly watchCredit: readonly WatchTransportName[];
  /** How often a listened live channel sends `viewcount`; 0 = never. */
  readonly viewcountIntervalMs: number;
  readonly switches: ScenarioSwitches;
}

/** The switches of protocol 0.2: what the real service has refused since September 2026. */
export interface ScenarioSwitches {
  /** Client names whose device login answers 400 `invalid client`. */
  readonly deviceLoginRefusedFor: readonly string[];
  /** Client names that get `dropCampaigns: null`. */
  readonly nullCatalogueFor: readonly string[];
  /** Client names whose tokens are refused (`ERR_BADAUTH`) on `user-drop-events`. */
  readonly dropEventsRefusedFor: readonly string[];
  /** Operation names that answer `failed integrity check`. */
  readonly integrityRequiredFor: readonly string[];
}

export interface ScenarioGame {
  readonly id: string;
  readonly name: string;
  readonly slug: string;
}

export interface ScenarioCampaign {
  readonly id: string;
  readonly name: string;
  readonly gameId: string;
  readonly startAt: number;
  readonly endAt: number;
  /** When the lists first show it; before the start it is `UPCOMING`. */
  readonly listedAt: number;
  /** Channel ids; null = every channel of the game. */
  readonly allowedChannelIds: readonly string[] | null;
  readonly drops: readonly ScenarioDrop[];
}

export interface ScenarioDrop {
  readonly id: string;
  readonly name: string;
  readonly startAt: number;
  readonly endAt: number;
  /** 0 = by subscription only. */
  readonly requiredMinutes: number;
  readonly requiredSubs: number;
  readonly preconditionIds: readonly string[];
  readonly benefits: readonly {
    readonly id: string;
    readonly name: string;
    /** `DIRECT_ENTITLEMENT`, `BADGE`, `EMOTE`, `CODE`, or one that nobody knows. */
    readonly distributionType: string;
  }[];
}

export interface ScenarioChannel {
  readonly id: string;
  readonly login: string;
  readonly displayName: string;
  /** What it plays when it is live. */
  readonly gameId: string;
  /** Typical viewers; the world varies them. */
  readonly viewers: number;
  readonly schedule: ChannelSchedule;
}

export type ChannelSchedule =
  | { readonly kind: 'always' }
  | { readonly kind: 'never' }
  /** On `share` of the days (by seed, channel and day) one block of `minHours` to `maxHours`. */
  | { readonly kind: 'dailyBlock'; readonly share: number; readonly minHours: number; readonly maxHours: number }
  /** Live in each [from, to), epoch ms. */
  | { readonly kind: 'windows'; readonly windows: readonly { readonly from: number; readonly to: number }[] };
