import { assertNever, type Random, randomInt } from '@dropwise/kit';
import type { FactQuery, LineQuery, PageQuery, StoreReader } from '@dropwise/store';
import { gameName, historyEnd } from './history.ts';

/** What is asked for; a server has an address for each. */
export type PageRequest =
  | { readonly of: 'facts'; readonly query: FactQuery }
  | { readonly of: 'lines'; readonly query: LineQuery }
  | { readonly of: 'claims'; readonly query: PageQuery }
  | { readonly of: 'moves'; readonly query: PageQuery }
  | { readonly of: 'minutes'; readonly query: { readonly fromDay: string; readonly toDay: string } };

/** Reads a page and gives back how many entries it has. From the store itself, or over HTTP from a console. */
export type ReadPage = (request: PageRequest) => number | Promise<number>;

export function readFromStore(reader: StoreReader): ReadPage {
  return (request) => {
    switch (request.of) {
      case 'facts':
        return reader.facts(request.query).items.length;
      case 'lines':
        return reader.lines(request.query).items.length;
      case 'claims':
        return reader.claims(request.query).items.length;
      case 'moves':
        return reader.moves(request.query).items.length;
      case 'minutes':
        return reader.minutes(request.query).length;
      default:
        return assertNever(request);
    }
  };
}

export interface PageKind {
  readonly name: string;
  readonly make: (random: Random) => PageRequest;
}

const limit = 100;
const dayMs = 86_400_000;

/** Pages as a person turns them, and the worst that can be asked for. */
export function pageKindsOf(lastFactSeq: number): readonly PageKind[] {
  const before = (random: Random): number => randomInt(random, 1, lastFactSeq);
  const facts = (name: string, make: (random: Random) => Partial<FactQuery>): PageKind => ({
    name,
    make: (random) => ({ of: 'facts', query: { limit, ...make(random) } }),
  });
  return [
    facts('first page', () => ({})),
    facts('deep page', (random) => ({ before: before(random) })),
    facts('from the beginning', (random) => ({ after: before(random) })),
    facts('page of 1,000', (random) => ({ before: before(random), limit: 1_000 })),
    facts('of a day', (random) => {
      const since = historyEnd - randomInt(random, 2, 360) * dayMs;
      return { since, until: since + dayMs };
    }),
    facts('of a kind', (random) => ({ kinds: ['dropClaimed'], before: before(random) })),
    facts('of many kinds', (random) => ({
      kinds: ['dropClaimed', 'channelChosen', 'signedIn'],
      before: before(random),
    })),
    facts('of a kind that never was', () => ({ kinds: ['sessionRevoked'] })),
    facts('text: a game', (random) => ({ text: gameName(randomInt(random, 0, 299)), before: before(random) })),
    facts('text: most names', (random) => ({ text: 'a', before: before(random) })),
    facts('text: one channel', (random) => ({ text: `streamer_${randomInt(random, 1_000, 4_999)}` })),
    facts('text: the needle', () => ({ text: 'needle' })),
    facts('text: nowhere', () => ({ text: 'nowhere to be found' })),
    facts('text and kind', (random) => ({ text: 'campaign 1', kinds: ['dropClaimed'], before: before(random) })),
    { name: 'claims', make: () => ({ of: 'claims', query: { limit } }) },
    { name: 'moves', make: () => ({ of: 'moves', query: { limit } }) },
    {
      name: 'minutes, 90 days',
      make: () => ({ of: 'minutes', query: { fromDay: '2025-12-01', toDay: '2026-03-01' } }),
    },
    { name: 'lines, first page', make: () => ({ of: 'lines', query: { limit } }) },
    { name: 'lines, errors', make: () => ({ of: 'lines', query: { limit, levels: ['error'] } }) },
    { name: 'lines, text', make: () => ({ of: 'lines', query: { limit, text: 'nowhere to be found' } }) },
  ];
}
