import type { SettingsTaken } from '@dropwise/contract/miner-ipc';
import { isConsoleSetting, settingDefinitions } from '@dropwise/core';
import type { LoadedSettings } from '@dropwise/runtime';

const ownDefinitions = settingDefinitions.filter((definition) => !isConsoleSetting(definition));

/** What became of the settings: `loaded` is how they were read now, `atStart` how they were when this life began. */
export function settingsTakenOf(atStart: LoadedSettings, loaded: LoadedSettings): SettingsTaken {
  const valueIn = (settings: LoadedSettings, key: string): unknown => settings.values.get(key)?.value;
  const restartKeys = ownDefinitions
    .filter(({ key, restart }) => restart === true && !isSame(valueIn(atStart, key), valueIn(loaded, key)))
    .map(({ key }) => key);
  const shown = ownDefinitions.filter(({ secret }) => secret !== true);
  return {
    kind: 'settingsTaken',
    values: Object.fromEntries(
      shown.map(({ key }) => [key, valueIn(restartKeys.includes(key) ? atStart : loaded, key)]),
    ),
    restartKeys,
    problems: loaded.problems.map(({ sentence }) => sentence),
  };
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
