import type { SettingsView } from '@dropwise/contract';
import type { Said, Settings } from '@dropwise/core';
import type { Result } from '@dropwise/kit';
import type { Who } from '../auth/who.ts';

/** The settings of miner and console: `config/settings.json` under environment and flags. */
export interface SettingsService {
  /** What is in force, defaults filled in. Holds secrets. */
  readonly values: Settings;
  /** For people: secrets replaced. */
  readonly view: SettingsView;
  /**
   * Checks all, writes all or nothing (atomically, readable by the owner alone), tells whoever listens, pushes what is the
   * miner's to its child and waits for its word. `null` takes a key out of the file. Fails with a sentence a key.
   */
  change(changes: Readonly<Record<string, unknown>>, who: Who): Promise<Result<PushOutcome, readonly SettingProblem[]>>;
  /** The file was changed by hand. */
  reload(who: Who): Promise<PushOutcome>;
  /** Called after every change, with the keys that changed. */
  onChange(listener: (keys: readonly string[]) => void): Disposable;
}

export interface SettingProblem {
  readonly key: string;
  readonly sentence: string;
}

/** What became of a change. */
export interface PushOutcome {
  readonly keys: readonly string[];
  /** `taken`: the miner said so; `saved`: no miner runs, or none of it is its business; `notTaken`: it did not, and why. */
  readonly state: 'taken' | 'saved' | 'notTaken';
  readonly sentence: string;
  /** The same by its code; absent = it has none. */
  readonly said?: Said;
  /** Keys that take effect at the next start of the miner or of the console. */
  readonly restartKeys: readonly string[];
  readonly warnings: readonly string[];
}
