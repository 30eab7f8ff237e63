import {
  claimsAnswer,
  claimsQuery,
  historyAnswer,
  historyQuery,
  maxMoves,
  maxPageItems,
  minutesAnswer,
  minutesQuery,
  movesAnswer,
  movesQuery,
} from '@dropwise/contract';
import type { Clock } from '@dropwise/kit';
import type { StoreReader } from '@dropwise/store';
import type { App } from '../app.ts';
import { ProblemError } from '../problem-error.ts';
import { acceptsCsv } from './accepts-csv.ts';
import { type DayOf, shiftDay } from './day.ts';
import { moveViewOf, streamMovesCsv } from './moves-csv.ts';
import { problems } from './problems.ts';
import { readPages } from './read-pages.ts';
import { streamedText } from './streamed-text.ts';

export interface HistoryDeps {
  readonly reader: Pick<StoreReader, 'facts' | 'claims' | 'minutes' | 'moves'>;
  readonly clock: Pick<Clock, 'now'>;
  readonly dayOf: DayOf;
}

const maxMinuteDays = 3_660;

/** What happened: facts, and what follows from them. */
export function registerHistoryRoutes(app: App, deps: HistoryDeps): void {
  const { reader } = deps;
  const config = { scope: 'read' } as const;
  const about = { tags: ['history'] };
  app.get(
    '/api/history',
    {
      config,
      schema: {
        ...about,
        summary: 'Everything that happened, by kind, child and words.',
        querystring: historyQuery,
        response: { 200: historyAnswer, ...problems() },
      },
    },
    ({ query: { child, kind, ...query } }) =>
      reader.facts({
        ...query,
        ...(kind === undefined ? {} : { kinds: kind }),
        ...(child === undefined ? {} : { childId: child }),
      }),
  );
  app.get(
    '/api/history/claims',
    {
      config,
      schema: {
        ...about,
        summary: 'Drops that were claimed.',
        querystring: claimsQuery,
        response: { 200: claimsAnswer, ...problems() },
      },
    },
    ({ query: { child, ...query } }) => reader.claims({ ...query, ...(child === undefined ? {} : { childId: child }) }),
  );
  app.get(
    '/api/history/minutes',
    {
      config,
      schema: {
        ...about,
        summary: 'Minutes by day, game and campaign: confirmed ones, and estimated ones apart.',
        querystring: minutesQuery,
        response: { 200: minutesAnswer, ...problems() },
      },
    },
    ({ query }) => {
      const to = query.to ?? deps.dayOf(deps.clock.now());
      const from = query.from ?? shiftDay(to, -29);
      checkDays(from, to);
      return { from, to, items: [...reader.minutes({ fromDay: from, toDay: to })] };
    },
  );
  registerMoves(app, reader);
}

function registerMoves(app: App, reader: Pick<StoreReader, 'moves'>): void {
  app.get(
    '/api/history/moves',
    {
      config: { scope: 'read' },
      schema: {
        tags: ['history'],
        summary: 'Changes of channel, as JSON or (format=csv, or Accept: text/csv) as CSV.',
        querystring: movesQuery,
        response: {
          200: {
            content: { 'application/json': { schema: movesAnswer }, 'text/csv': { schema: streamedText } },
          },
          ...problems(),
        },
      },
    },
    ({ query: { child, format, limit, ...query }, headers }, reply) => {
      const filter = { ...query, ...(child === undefined ? {} : { childId: child }) };
      reply.header('vary', 'Accept');
      if (format === 'csv' || (format === undefined && acceptsCsv(headers.accept))) {
        const pages = readPages((page) => reader.moves(page), { after: 0, ...filter }, limit ?? maxMoves);
        reply.type('text/csv; charset=utf-8').header('content-disposition', 'attachment; filename="moves.csv"');
        return streamMovesCsv(pages);
      }
      const page = reader.moves({ ...filter, limit: Math.min(limit ?? 100, maxPageItems) });
      return { items: page.items.map(moveViewOf), next: page.next };
    },
  );
}

function checkDays(from: string, to: string): void {
  if (from > to) throw new ProblemError('badRequest', `Expected a first day before the last, found ${from} to ${to}.`);
  if (shiftDay(from, maxMinuteDays) < to)
    throw new ProblemError('badRequest', `Expected at most ${maxMinuteDays} days, found ${from} to ${to}.`);
}
