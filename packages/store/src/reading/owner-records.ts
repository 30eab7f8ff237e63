import type { Connection } from '../connection.ts';
import { query } from '../query-builder.ts';
import type { AuditRow, DeliveryRow, Page, PageQuery, SettingsRow } from '../store.ts';
import { readRecordsPage } from './records-page.ts';

export function readAudit(connection: Connection, asked: PageQuery & { readonly action?: string }): Page<AuditRow> {
  let select = query.selectFrom('audit').selectAll();
  if (asked.action !== undefined) select = select.where('action', '=', asked.action);
  return readRecordsPage(connection, select, 'seq', asked, (row) => ({
    seq: row.seq,
    at: row.at,
    whoKind: row.who_kind,
    whoName: row.who_name,
    address: row.address,
    action: row.action,
    target: row.target,
    before: JSON.parse(row.before) as unknown,
    after: JSON.parse(row.after) as unknown,
  }));
}

export function readSettings(connection: Connection, asked: PageQuery): Page<SettingsRow> {
  const select = query.selectFrom('settings_records').selectAll();
  return readRecordsPage(connection, select, 'seq', asked, ({ seq, at, by, values }) => ({
    seq,
    at,
    by,
    values: JSON.parse(values) as Readonly<Record<string, unknown>>,
  }));
}

export function readDeliveries(
  connection: Connection,
  asked: PageQuery & { readonly channelId?: string },
): Page<DeliveryRow> {
  let select = query.selectFrom('deliveries').selectAll();
  if (asked.channelId !== undefined) select = select.where('channel_id', '=', asked.channelId);
  return readRecordsPage(connection, select, 'id', asked, (row) => ({
    id: row.id,
    at: row.at,
    channelId: row.channel_id,
    rule: row.rule,
    title: row.title,
    text: row.text,
    state: row.state,
    attempts: row.attempts,
    lastAttemptAt: row.last_attempt_at,
    detail: row.detail,
  }));
}
