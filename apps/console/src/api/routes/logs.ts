import { type LineLevel, logsAnswer, logsDownloadQuery, logsQuery } from '@dropwise/contract';
import type { LineQuery, StoreReader } from '@dropwise/store';
import type { App } from '../app.ts';
import { streamLines } from './logs-text.ts';
import { problems } from './problems.ts';
import { readPages } from './read-pages.ts';
import { streamedText } from './streamed-text.ts';

export interface LogsDeps {
  readonly reader: Pick<StoreReader, 'lines'>;
}

/** What the programs said. */
export function registerLogsRoutes(app: App, { reader }: LogsDeps): void {
  app.get(
    '/api/logs',
    {
      config: { scope: 'read' },
      schema: {
        tags: ['logs'],
        summary: 'Lines of the programs’ logs, by child, level, source and words.',
        querystring: logsQuery,
        response: { 200: logsAnswer, ...problems() },
      },
    },
    ({ query: { child, level, source, ...page } }) => reader.lines({ ...page, ...filterOf({ child, level, source }) }),
  );
  app.get(
    '/api/logs/download',
    {
      config: { scope: 'read' },
      schema: {
        tags: ['logs'],
        summary: 'The newest lines that fit, oldest first, as text or NDJSON.',
        querystring: logsDownloadQuery,
        response: {
          200: {
            content: { 'text/plain': { schema: streamedText }, 'application/x-ndjson': { schema: streamedText } },
          },
          ...problems(),
        },
      },
    },
    async ({ query: { child, level, source, format, limit, ...range } }, reply) => {
      const query = { ...range, ...filterOf({ child, level, source }) };
      const after = await seqBefore(reader, query, limit);
      const pages = readPages((page: LineQuery) => reader.lines(page), { ...query, after }, limit);
      const [type, name] =
        format === 'text' ? ['text/plain; charset=utf-8', 'log.txt'] : ['application/x-ndjson', 'log.ndjson'];
      reply.type(type).header('content-disposition', `attachment; filename="${name}"`);
      return streamLines(pages, format);
    },
  );
}

type LineFilter = Pick<LineQuery, 'childId' | 'levels' | 'sources'>;

function filterOf(query: {
  readonly child: string | undefined;
  readonly level: readonly LineLevel[] | undefined;
  readonly source: readonly string[] | undefined;
}): LineFilter {
  const { child, level, source } = query;
  return {
    ...(child === undefined ? {} : { childId: child }),
    ...(level === undefined ? {} : { levels: level }),
    ...(source === undefined ? {} : { sources: source }),
  };
}

/** The place in the log after which the newest `limit` fitting lines stand. Pages are read and let go. */
async function seqBefore(reader: LogsDeps['reader'], query: Omit<LineQuery, 'limit'>, limit: number): Promise<number> {
  let oldest: number | null = null;
  for await (const page of readPages((each: LineQuery) => reader.lines(each), query, limit))
    oldest = page.at(-1)?.seq ?? oldest;
  return oldest === null ? Number.MAX_SAFE_INTEGER : oldest - 1;
}
