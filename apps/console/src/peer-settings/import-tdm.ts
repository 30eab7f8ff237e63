import type { MiningMode } from '@dropwise/core';
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
    notes:
      value === true
        ? []
        : [
            'TDM mines no campaign with a badge or an emote at all while enable_badges_emotes is off. Here such a campaign is left only where no account is linked; switch off mining.benefits.BADGE and mining.benefits.EMOTE for more.',
          ],
  }),
  available_drops_check: (value) => ({ changes: { 'discovery.availableDrops': value } }),
  connection_quality: (value) => takeWithin('network.connectionQuality', value, 1, 6),
  language: () => ({ notes: ['language is about TDM’s window and has no counterpart.'] }),
  dark_mode: () => ({ notes: ['dark_mode is about TDM’s window and has no counterpart.'] }),
  autostart_tray: () => ({ notes: ['autostart_tray has no counterpart: Dropwise starts as a service.'] }),
  tray_notifications: () => ({
    notes: ['tray_notifications has no counterpart: notifications go out over the channels you set up.'],
  }),
};

export function importTdm(values: ReadonlyMap<string, unknown>): Taken {
  return collect(values, counterparts);
}
