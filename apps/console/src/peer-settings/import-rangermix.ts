import { sayOfImport } from './import-sayings.ts';
import { collect, type Taken, takeNames, takeWithin } from './take-value.ts';

/** Ours, by rangermix' own name. Each value fits its field. */
const counterparts: Readonly<Record<string, (value: unknown) => Taken>> = {
  games_to_watch: takeGames,
  mining_benefits: (value) => ({
    changes: Object.fromEntries(
      Object.entries(value as Readonly<Record<string, boolean>>).map(([kind, wanted]) => [
        `mining.benefits.${kind}`,
        wanted,
      ]),
    ),
    notes: [sayOfImport('import-code-rewards')],
  }),
  minimum_refresh_interval_minutes: (value) => takeWithin('maintenance.reloadMinutes', value, 15, 1_440),
  proxy: (value) => ({ changes: { 'network.proxy': value } }),
  connection_quality: (value) => takeWithin('network.connectionQuality', value, 1, 6),
  language: () => ({ notes: [sayOfImport('import-page-only', { name: 'language' })] }),
  dark_mode: () => ({ notes: [sayOfImport('import-page-only', { name: 'dark_mode' })] }),
  inventory_filters: () => ({ notes: [sayOfImport('import-page-only', { name: 'inventory_filters' })] }),
  inventory_list_view: () => ({ notes: [sayOfImport('import-page-only', { name: 'inventory_list_view' })] }),
};

export function importRangermix(values: ReadonlyMap<string, unknown>): Taken {
  return collect(values, counterparts);
}

/** It mines what is on its list and nothing else: peers 2.1. */
function takeGames(value: unknown): Taken {
  const games = takeNames('mining.priority', value);
  const isEmpty = Array.isArray(value) && value.length === 0;
  return {
    changes: { ...games.changes, 'mining.mode': 'priority_only' },
    notes: [...(games.notes ?? []), ...(isEmpty ? [sayOfImport('import-no-games')] : [])],
  };
}
