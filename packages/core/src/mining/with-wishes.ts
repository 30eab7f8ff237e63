import type { Wishes } from '../planning/wish.ts';
import type { MinerState } from './state.ts';

/** The state as it would be with these wishes, for a "what if": they stand in front of what the settings say of the same name. */
export function withWishes(state: MinerState, tried: Wishes): MinerState {
  const { wishes } = state.settings;
  const merged: Wishes = {
    games: { ...wishes.games, ...tried.games },
    campaigns: { ...wishes.campaigns, ...tried.campaigns },
    drops: { ...wishes.drops, ...tried.drops },
  };
  return { ...state, settings: { ...state.settings, wishes: merged } };
}
