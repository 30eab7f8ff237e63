import type { ResourceSample } from '@dropwise/contract';
import { sql } from 'kysely';
import type { Connection } from '../connection.ts';
import { query } from '../query-builder.ts';

/** Means of equal spans of time, each at the middle of its samples. Spans without a sample are left out. */
export function readSamples(
  connection: Connection,
  asked: { readonly childId: string; readonly since: number; readonly until: number; readonly maxPoints: number },
): readonly ResourceSample[] {
  const { childId, since, until, maxPoints } = asked;
  if (until <= since || maxPoints < 1) return [];
  const spanMs = Math.max(1, Math.ceil((until - since) / Math.floor(maxPoints)));
  const rows = connection.all(
    query
      .selectFrom('samples')
      .select(({ fn }) => [
        sql<number>`cast(avg(at) as integer)`.as('at'),
        fn.avg<number>('cpu_percent').as('cpuPercent'),
        sql<number>`cast(avg(rss_bytes) as integer)`.as('rssBytes'),
      ])
      .where('child_id', '=', childId)
      .where('at', '>=', since)
      .where('at', '<', until)
      .groupBy(sql`cast((at - ${since}) / ${spanMs} as integer)`)
      .orderBy('at'),
  );
  return rows.map((row) => ({ ...row }));
}
