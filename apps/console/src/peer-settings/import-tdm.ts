import type { MiningMode } from '@dropwise/core';
import { sayOfImport } from './import-sayings.ts';
import { collect, type Taken, takeNames, takeWithin } from './take-value.ts';

/** TDM's numbers: peers 1.1. */
const modes: readonly MiningMode[] = ['priority_only', 'ending_soonest', 'low_availability'];

/** Ours, by TDM's own name. Each value fits its field. */
const counterparts: Readonly<Record<string, (value: unknown) => Taken>> = {
  priority: (value) => takeNames('mining.priority', value),
  exclude: (value) => takeNames('mining.exclude.games', value),
  priority_mode: (value) => ({ changes: { 'mining.mode': modes[Number(value)] } }),
  proxy: (value) => ({ changes: { 'network.proxy': value } }),
  enable_badges_emotes: (value) => ({
    changes: { 'mining.badgesAndEmotesUnlinked': value },
    notes: value === true ? [] : [sayOfImport('import-badges')],
  }),
  available_drops_check: (value) => ({ changes: { 'discovery.availableDrops': value } }),
  connection_quality: (value) => takeWithin('network.connectionQuality', value, 1, 6),
  language: () => ({ notes: [sayOfImport('import-window-only', { name: 'language' })] }),
  dark_mode: () => ({ notes: [sayOfImport('import-window-only', { name: 'dark_mode' })] }),
  autostart_tray: () => ({ notes: [sayOfImport('import-autostart')] }),
  tray_notifications: () => ({
    notes: [sayOfImport('import-tray')],
  }),
};

export function importTdm(values: ReadonlyMap<string, unknown>): Taken {
  return collect(values, counterparts);
}
