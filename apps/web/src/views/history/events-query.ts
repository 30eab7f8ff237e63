import type { ToldFact } from './event-words.ts';
import type { Page } from './paged.svelte.ts';

export interface ToldEvent {
  readonly seq: number;
  readonly at: number;
  readonly childId: string;
  readonly fact: ToldFact;
}

export interface EventChoice {
  readonly kinds: readonly string[];
  readonly text: string;
  readonly since: number;
}

/** The API takes so many kinds at once, and there are more. */
const maxKinds = 50;

export function eventAddresses(
  { kinds, text, since }: EventChoice,
  before: number | null,
  limit: number,
): readonly string[] {
  const questions = Array.from({ length: Math.ceil(kinds.length / maxKinds) }, (_, index) =>
    kinds.slice(index * maxKinds, (index + 1) * maxKinds),
  );
  return questions.map((some) => {
    const query = new URLSearchParams({
      since: String(Math.max(0, Math.round(since))),
      limit: String(limit),
      kind: some.join(','),
    });
    if (text !== '') query.set('text', text.slice(0, 200));
    if (before !== null) query.set('before', String(before));
    return `api/history?${query}`;
  });
}

/** Pages of several questions as one, newest first: down to where each of them reaches. */
export function mergedPages<Item extends { readonly seq: number }>(pages: readonly Page<Item>[]): Page<Item> {
  const next = Math.max(-1, ...pages.map((page) => page.next ?? -1));
  const items = pages.flatMap((page) => page.items).sort((a, b) => b.seq - a.seq);
  return next === -1 ? { items, next: null } : { items: items.filter(({ seq }) => seq >= next), next };
}
