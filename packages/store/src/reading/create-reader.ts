import { sql } from 'kysely';
import type { Connection } from '../connection.ts';
import { foldText } from '../projections/names-of.ts';
import { query } from '../query-builder.ts';
import type { ClaimRow, MinutesRow, MoveRow, Page, PageQuery, SightingRow, StoreReader } from '../store.ts';
import { readFactBounds, readFactsPage } from './facts-page.ts';
import { readLineBounds, readLinesPage } from './lines-page.ts';
import { checkedLimit } from './log-page.ts';
import { readAudit, readDeliveries, readSettings } from './owner-records.ts';
import { readRecordsPage } from './records-page.ts';
import { readSamples } from './samples.ts';
import { readTotals } from './totals.ts';

/** On a connection that cannot write. */
export function createReader(connection: Connection, dayOf: (atMs: number) => string): StoreReader {
  return {
    get lastFactSeq() {
      return readFactBounds(connection)?.high ?? 0;
    },
    get lastLineSeq() {
      return readLineBounds(connection)?.high ?? 0;
    },
    facts: (asked) => readFactsPage(connection, asked),
    lines: (asked) => readLinesPage(connection, asked),
    claims: (asked) => readClaims(connection, asked),
    minutes: (range) => readMinutes(connection, range),
    sightings: (asked) => readSightings(connection, asked),
    moves: (asked) => readMoves(connection, asked),
    samples: (asked) => readSamples(connection, asked),
    audit: (asked) => readAudit(connection, asked),
    settings: (asked) => readSettings(connection, asked),
    deliveries: (asked) => readDeliveries(connection, asked),
    totals: (span) => readTotals(connection, span, dayOf),
  };
}

function readClaims(
  connection: Connection,
  asked: PageQuery & { readonly childId?: string; readonly text?: string },
): Page<ClaimRow> {
  let select = query.selectFrom('claims').selectAll();
  if (asked.childId !== undefined) select = select.where('child_id', '=', asked.childId);
  if (asked.text !== undefined && asked.text !== '') {
    select = select.where(sql<number>`instr(names, ${foldText(asked.text)})`, '>', 0);
  }
  return readRecordsPage(connection, select, 'seq', asked, (row) => ({
    seq: row.seq,
    at: row.at,
    childId: row.child_id,
    dropId: row.drop_id,
    dropName: row.drop_name,
    campaignId: row.campaign_id,
    campaignName: row.campaign_name,
    gameName: row.game_name,
    benefitNames: JSON.parse(row.benefit_names) as string[],
  }));
}

function readMinutes(
  connection: Connection,
  { fromDay, toDay, childId }: { readonly fromDay: string; readonly toDay: string; readonly childId?: string },
): readonly MinutesRow[] {
  let select = query
    .selectFrom('minutes')
    .select(({ fn }) => [
      'day',
      'game_name as gameName',
      'campaign_id as campaignId',
      fn.max('campaign_name').as('campaignName'),
      fn.sum<number>('confirmed_minutes').as('confirmedMinutes'),
      fn.sum<number>('estimated_minutes').as('estimatedMinutes'),
    ])
    .where('day', '>=', fromDay)
    .where('day', '<=', toDay);
  if (childId !== undefined) select = select.where('child_id', '=', childId);
  const order = ['day', 'game_name', 'campaign_id'] as const;
  const rows = connection.all(select.groupBy(order).orderBy('day').orderBy('game_name').orderBy('campaign_id'));
  return rows.map((row) => ({ ...row }));
}

/** Newest first. */
function readSightings(
  connection: Connection,
  { login, since, limit }: { readonly login?: string; readonly since: number; readonly limit: number },
): readonly SightingRow[] {
  let select = query.selectFrom('sightings').selectAll().where('at', '>=', since);
  if (login !== undefined) select = select.where('login', '=', login);
  return connection.all(select.orderBy('at', 'desc').orderBy('seq', 'desc').limit(checkedLimit(limit))).map((row) => ({
    at: row.at,
    channelId: row.channel_id,
    login: row.login,
    live: row.live === 1,
    game: row.game,
  }));
}

function readMoves(connection: Connection, asked: PageQuery & { readonly childId?: string }): Page<MoveRow> {
  let select = query.selectFrom('moves').selectAll();
  if (asked.childId !== undefined) select = select.where('child_id', '=', asked.childId);
  return readRecordsPage(connection, select, 'seq', asked, (row) => ({
    seq: row.seq,
    at: row.at,
    childId: row.child_id,
    eventType: row.event_type,
    fromChannel: row.from_channel,
    toChannel: row.to_channel,
    reason: row.reason,
    durationSeconds: row.duration_seconds,
  }));
}
