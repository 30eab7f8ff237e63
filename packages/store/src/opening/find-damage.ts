import type { Connection } from '../connection.ts';
import { query } from '../query-builder.ts';

/** What SQLite finds wrong with the file; null = nothing. Throws where it cannot even begin to look. */
export function findDamage(connection: Connection): string | null {
  const [row] = connection.database.prepare('pragma quick_check(1)').all();
  const found = row === undefined ? 'ok' : String(Object.values(row)[0]);
  return found === 'ok' ? null : found.replaceAll('\n', ' ');
}

/** The version a database says it has: 0 = it is empty, null = it is a database of something else. */
export function readVersion(connection: Connection): number | null {
  const tables = connection.database
    .prepare(`select name from sqlite_schema where type = 'table' and name not like 'sqlite\\_%' escape '\\'`)
    .all()
    .map(({ name }) => name);
  if (tables.length === 0) return 0;
  if (!tables.includes('migrations')) return null;
  const newest = connection.get(query.selectFrom('migrations').select(({ fn }) => fn.max('version').as('version')));
  return newest?.version ?? 0;
}
