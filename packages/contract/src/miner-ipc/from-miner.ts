import type { Campaign, Channel, Fact, MinerState, Said, Sighted } from '@dropwise/core';
import type { LineLevel } from '../views/log-line.ts';
import type { Art, ArtProblem } from './art.ts';

/** Both ends compare it in `hello`: a console and a miner of different versions say so and do not guess. */
export const minerIpcVersion = 1;

/** Node's IPC channel with `serialization: 'advanced'`, which keeps `Infinity`. In order, at most once. */
export type MinerMessage =
  | Hello
  | { readonly kind: 'facts'; readonly facts: readonly KeyedFact[] }
  | { readonly kind: 'statePatched'; readonly now: number; readonly patch: StatePatch }
  | { readonly kind: 'linesLogged'; readonly lines: readonly MinerLine[]; readonly droppedCount: number }
  | { readonly kind: 'sessionDescribed'; readonly session: SessionFacts }
  | SettingsTaken
  | { readonly kind: 'commandAnswered'; readonly id: number; readonly problem: string | null }
  | ArtFetched
  /** Every few real seconds, whatever else is sent: silence means that it hangs. */
  | { readonly kind: 'heartbeat'; readonly now: number };

/** Either a picture, or why there is none. */
export interface ArtFetched {
  readonly kind: 'artFetched';
  readonly id: number;
  readonly art: Art | null;
  readonly problem: ArtProblem | null;
}

export interface Hello {
  readonly kind: 'hello';
  readonly ipcVersion: number;
  readonly version: string;
  readonly pid: number;
  /** Of this life of the miner; part of the keys of its facts. */
  readonly runId: string;
  /** Null = the miner's clock is the machine's. Else it shows `startMs` at `realStartMs` and runs `speed` times as fast. */
  readonly clock: { readonly speed: number; readonly startMs: number; readonly realStartMs: number } | null;
}

/**
 * A fact with a name of its own. Those that matter are kept by the miner until the console says that they are stored, also
 * over the death of either: they may come twice, with the same key.
 */
export interface KeyedFact {
  /** `<run id>:<number>`. */
  readonly key: string;
  readonly at: number;
  readonly fact: Fact;
}

/** What of the miner's state is another than when it was last sent; the first patch of a life is the whole. */
export interface StatePatch {
  readonly changed: Partial<Omit<MinerState, PatchedRecord>>;
  readonly campaigns: PatchedMap<Campaign>;
  readonly channels: PatchedMap<Channel>;
  /** Up to a thousand channels' weeks, of which a look changes a few. */
  readonly sightings: PatchedMap<Sighted>;
}

/** What of the state is sent entry by entry. */
export type PatchedRecord = 'campaigns' | 'channels' | 'sightings';

/** Entries by id; nothing depends on their order. */
export interface PatchedMap<Item> {
  readonly set: Readonly<Record<string, Item>>;
  readonly removedIds: readonly string[];
}

export interface MinerLine {
  readonly at: number;
  readonly level: LineLevel;
  readonly source: string;
  readonly text: string;
}

/** About the stored login, without anything of it that is secret. */
export interface SessionFacts {
  readonly clientName: string | null;
  readonly lastValidatedAt: number | null;
  /** Null = Twitch does not say when it ends. */
  readonly expiresAt: number | null;
  readonly cookiesValid: boolean;
  readonly limits: readonly string[];
  /** The same by their codes; an older miner has none. */
  readonly limitsSaid?: Said;
}

/** After every reading of the settings: what became of them. */
export interface SettingsTaken {
  readonly kind: 'settingsTaken';
  /** By dotted key, secrets left out: what the miner now works with. */
  readonly values: Readonly<Record<string, unknown>>;
  /** Keys whose new value takes effect at the next start only. */
  readonly restartKeys: readonly string[];
  readonly problems: readonly string[];
}
