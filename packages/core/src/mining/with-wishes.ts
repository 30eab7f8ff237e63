import { comparableName } from '../drops/comparable-name.ts';
import type { TriedWishes, Wish } from '../planning/wish.ts';
import type { MinerState } from './state.ts';

/**
 * The state as it would be with these wishes, for a "what if": they stand in the place of what the settings say of the same
 * name. What they do not name stays as the settings have it.
 */
export function withWishes(state: MinerState, tried: TriedWishes): MinerState {
  const { wishes } = state.settings;
  const merged = {
    games: inPlaceOf(wishes.games, tried.games),
    campaigns: inPlaceOf(wishes.campaigns, tried.campaigns),
    drops: inPlaceOf(wishes.drops, tried.drops),
  };
  return { ...state, settings: { ...state.settings, wishes: merged } };
}

function inPlaceOf(
  kept: Readonly<Record<string, Wish>>,
  tried: Readonly<Record<string, Wish | null>>,
): Readonly<Record<string, Wish>> {
  const names = new Set(Object.keys(tried).map(comparableName));
  const others = Object.entries(kept).filter(([entry]) => !names.has(comparableName(entry)));
  const said = Object.entries(tried).flatMap(([entry, wish]) => (wish === null ? [] : [[entry, wish] as const]));
  return Object.fromEntries([...others, ...said]);
}
