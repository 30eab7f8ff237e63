import type { CampaignView } from '@dropwise/contract';

/** A game that can be put on the list. */
export interface GameChoice {
  readonly name: string;
  readonly boxArtUrl: string | null;
  readonly campaignCount: number;
  readonly dropCount: number;
  readonly unlinked: boolean;
}

/** Names are compared as the miner does: without case and blanks around them. */
export function comparable(name: string): string {
  return name.trim().toLowerCase();
}

/** Games with campaigns that run or are to come; those with the most drops to earn first. */
export function choicesOf(campaigns: Readonly<Record<string, CampaignView>>): readonly GameChoice[] {
  const games = new Map<string, GameChoice>();
  for (const { game, boxArtUrl, state, drops, linked } of Object.values(campaigns)) {
    if (state === 'expired') continue;
    const known = games.get(comparable(game));
    games.set(comparable(game), {
      name: known?.name ?? game,
      boxArtUrl: known?.boxArtUrl ?? boxArtUrl,
      campaignCount: (known?.campaignCount ?? 0) + 1,
      dropCount: (known?.dropCount ?? 0) + drops.filter(({ claim }) => claim === 'unclaimed').length,
      unlinked: known?.unlinked === true || linked === 'unlinked',
    });
  }
  return [...games.values()].toSorted((a, b) => b.dropCount - a.dropCount || (a.name < b.name ? -1 : 1));
}

/** What is not on the list yet and has the text in its name. */
export function findChoices(
  choices: readonly GameChoice[],
  listed: readonly string[],
  text: string,
): readonly GameChoice[] {
  const taken = new Set(listed.map(comparable));
  const wanted = comparable(text);
  return choices.filter(({ name }) => !taken.has(comparable(name)) && comparable(name).includes(wanted));
}

/** A name that is typed and that no campaign has: it can be listed all the same, for what is to come. Null = no such. */
export function newName(choices: readonly GameChoice[], listed: readonly string[], text: string): string | null {
  const name = text.trim();
  if (name === '') return null;
  const known = [...listed, ...choices.map((choice) => choice.name)].map(comparable);
  return known.includes(comparable(name)) ? null : name;
}

export function withGame(listed: readonly string[], name: string): readonly string[] {
  return listed.some((each) => comparable(each) === comparable(name)) ? listed : [...listed, name];
}

export function withoutGame(listed: readonly string[], name: string): readonly string[] {
  return listed.filter((each) => comparable(each) !== comparable(name));
}

/** Takes one out and puts it in at `to`, within the list’s bounds. */
export function moved(listed: readonly string[], from: number, to: number): readonly string[] {
  const name = listed[from];
  if (name === undefined) return listed;
  const rest = listed.toSpliced(from, 1);
  return rest.toSpliced(Math.max(0, Math.min(rest.length, to)), 0, name);
}
