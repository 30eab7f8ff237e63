import type { LiveState } from '@dropwise/contract/live';

/** A name that could be meant: `value` is what is saved, `label` says what it stands for. */
export interface KnownName {
  readonly value: string;
  readonly label: string;
}

const maxNames = 300;

/** What a setting may name, from what the console knows now. */
export function knownNamesFor(key: string, state: LiveState | null): readonly KnownName[] {
  if (state === null) return [];
  const campaigns = Object.values(state.campaigns);
  if (/(?:\.|^)(?:priority|games)$/.test(key)) {
    const channels = Object.values(state.channels);
    const games = new Set([...campaigns.map(({ game }) => game), ...channels.map(({ game }) => game ?? '')]);
    games.delete('');
    return [...games]
      .sort(compare)
      .slice(0, maxNames)
      .map((game) => ({ value: game, label: game }));
  }
  if (/\.campaigns$/.test(key))
    return campaigns.map(({ id, name, game }) => ({ value: id, label: `${name} · ${game}` })).slice(0, maxNames);
  if (/\.drops$/.test(key)) {
    const drops = campaigns.flatMap((campaign) =>
      campaign.drops.map(({ id, name }) => ({ value: id, label: `${name} · ${campaign.name}` })),
    );
    return drops.slice(0, maxNames);
  }
  return [];
}

/** What an id stands for; the text itself where it is none. */
export function nameOf(value: string, known: readonly KnownName[]): string {
  return known.find((each) => each.value === value)?.label ?? value;
}

/** A person may type what they read. */
export function valueMeant(typed: string, known: readonly KnownName[]): string {
  const text = typed.trim();
  return known.find(({ label }) => label.toLowerCase() === text.toLowerCase())?.value ?? text;
}

function compare(a: string, b: string): number {
  return a.localeCompare(b);
}
