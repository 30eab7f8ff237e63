import { isDeepStrictEqual } from 'node:util';
import { settingDefinitions } from '@dropwise/core';
import type { Clock } from '@dropwise/kit';
import type { LoadedSettings } from '@dropwise/runtime';
import type { StoreReader, StoreWriter } from '@dropwise/store';
import type { AuditLog } from '../auth/audit-log.ts';
import type { Who } from '../auth/who.ts';
import { ownValues } from './settings-view.ts';
import { shownValue } from './shown-value.ts';

export interface TrailOptions {
  readonly clock: Pick<Clock, 'now'>;
  readonly history: {
    readonly writer: Pick<StoreWriter, 'addSettings'>;
    readonly reader: Pick<StoreReader, 'settings'>;
  };
  readonly audit: AuditLog;
  readonly log: (sentence: string) => void;
}

export interface SettingsStep {
  readonly before: LoadedSettings;
  readonly after: LoadedSettings;
  readonly keys: readonly string[];
  readonly who: Who;
  /** `settings.change` in the console, `settings.edit` in the file. */
  readonly action: 'settings.change' | 'settings.edit';
}

/** What the settings were, and who made them so. Secrets are left out of the one and replaced in the other. */
export class SettingsTrail {
  readonly #options: TrailOptions;

  constructor(options: TrailOptions) {
    this.#options = options;
  }

  /** What was changed while no console ran belongs to the history too. */
  start(loaded: LoadedSettings, by: string): void {
    const [last] = this.#options.history.reader.settings({ limit: 1 }).items;
    if (!isDeepStrictEqual(last?.values ?? {}, ownValues(loaded))) this.#keep(loaded, by);
  }

  note({ before, after, keys, who, action }: SettingsStep): void {
    this.#keep(after, who.name);
    for (const definition of settingDefinitions.filter(({ key }) => keys.includes(key))) {
      const shownIn = ({ values }: LoadedSettings): unknown =>
        shownValue(definition, values.get(definition.key)?.value);
      this.#options.audit.record({
        who,
        action,
        target: definition.key,
        before: shownIn(before),
        after: shownIn(after),
      });
    }
  }

  /** A history that cannot be written does not undo a change. */
  #keep(loaded: LoadedSettings, by: string): void {
    const { clock, history, log } = this.#options;
    try {
      history.writer.addSettings({ at: clock.now(), by, values: ownValues(loaded) });
    } catch (error) {
      const found = error instanceof Error ? error.message : String(error);
      log(`The settings are in force, but their history could not be written: ${found}.`);
    }
  }
}
