import type { ChannelView } from '@dropwise/contract';

export const columns = ['best', 'name', 'game', 'viewers'] as const;
export type SortBy = (typeof columns)[number];
export const kinds = ['all', 'live', 'drops', 'allowed'] as const;
export type ShownKind = (typeof kinds)[number];

/** What is shown and in which order; lives in the address. */
export interface ChannelFilter {
  readonly text: string;
  readonly game: string | null;
  readonly kind: ShownKind;
  readonly sort: SortBy;
  readonly isDescending: boolean;
}

export function filterFrom(query: URLSearchParams): ChannelFilter {
  const sort = columns.find((each) => each === query.get('sort')) ?? 'best';
  return {
    text: query.get('q') ?? '',
    game: query.get('game') || null,
    kind: kinds.find((each) => each === query.get('show')) ?? 'all',
    sort,
    isDescending: query.get('order') === 'down' || (query.get('order') === null && sort === 'viewers'),
  };
}

export function isFiltering({ text, game, kind }: ChannelFilter): boolean {
  return text !== '' || game !== null || kind !== 'all';
}

/** The order as the address says it, when a column's head is pressed: the other way round the second time. */
export function orderAfter(filter: ChannelFilter, sort: SortBy): { readonly sort: string; readonly order: string } {
  const isDescending = filter.sort === sort ? !filter.isDescending : sort === 'viewers';
  return { sort, order: isDescending ? 'down' : 'up' };
}

export function fits(channel: ChannelView, { text, game, kind }: ChannelFilter): boolean {
  if (game !== null && channel.game !== game) return false;
  if (!isOfKind(channel, kind)) return false;
  if (text === '') return true;
  const words = text.toLowerCase();
  return [channel.displayName, channel.login, channel.game, channel.title].some((each) =>
    each?.toLowerCase().includes(words),
  );
}

function isOfKind({ live, drops, allowListed }: ChannelView, kind: ShownKind): boolean {
  switch (kind) {
    case 'all':
      return true;
    case 'live':
      return live;
    case 'drops':
      return live && drops === true;
    case 'allowed':
      return allowListed;
  }
}

/** Every game that is played or was seen, for the choice. */
export function gamesOf(channels: readonly ChannelView[], chosen: string | null): readonly string[] {
  const games = channels.flatMap(({ game }) => (game === null ? [] : [game]));
  return [...new Set(chosen === null ? games : [...games, chosen])].sort((a, b) => a.localeCompare(b));
}

/** Ids in the order that was asked for. */
export function sorted(channels: readonly ChannelView[], { sort, isDescending }: ChannelFilter): readonly string[] {
  const way = isDescending ? -1 : 1;
  return [...channels].sort((a, b) => way * compare(a, b, sort) || compareBest(a, b)).map(({ id }) => id);
}

/**
 * The same order as before, so that nothing moves under a pointer or a reader: who went is left out, who came stands at the
 * end until it is sorted again.
 */
export function kept(before: readonly string[], channels: readonly ChannelView[]): readonly string[] {
  const present = new Set(channels.map(({ id }) => id));
  const known = new Set(before);
  return [...before.filter((id) => present.has(id)), ...[...present].filter((id) => !known.has(id))];
}

export function isSameOrder(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((id, index) => id === b[index]);
}

function compare(a: ChannelView, b: ChannelView, sort: SortBy): number {
  switch (sort) {
    case 'best':
      return compareBest(a, b);
    case 'name':
      return a.displayName.localeCompare(b.displayName);
    case 'game':
      return (a.game ?? '\uffff').localeCompare(b.game ?? '\uffff');
    case 'viewers':
      return (a.viewers ?? -1) - (b.viewers ?? -1);
  }
}

/** The one that is watched, then live ones with drops, then the rest; most viewers first. */
function compareBest(a: ChannelView, b: ChannelView): number {
  return rank(a) - rank(b) || (b.viewers ?? 0) - (a.viewers ?? 0) || (a.login < b.login ? -1 : 1);
}

function rank({ watching, live, drops }: ChannelView): number {
  if (watching) return 0;
  if (!live) return 3;
  return drops === true ? 1 : 2;
}

/** Twitch's own page of a channel. The login is a stranger's word: it is one part of a path, whatever it holds. */
export function twitchAddress(login: string): string {
  return `https://www.twitch.tv/${encodeURIComponent(login)}`;
}
