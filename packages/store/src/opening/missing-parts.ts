import { Connection } from '../connection.ts';
import { migrate } from '../migrations/migrate.ts';
import type { Migration } from '../migrations/migration.ts';

/** Tables and indices that the migrations make and this database lacks, or has in another shape. */
export function findMissingParts(connection: Connection, migrations: readonly Migration[]): readonly string[] {
  if (migrations.length === 0) return [];
  using fresh = new Connection(':memory:');
  migrate(fresh, migrations, 0, 0);
  const found = readParts(connection);
  return [...readParts(fresh)].filter(([name, sql]) => found.get(name) !== sql).map(([name]) => name);
}

function readParts(connection: Connection): ReadonlyMap<string, string | null> {
  const rows = connection.database.prepare('select type, name, sql from sqlite_schema').all();
  return new Map(
    rows
      .filter(({ name }) => !String(name).startsWith('sqlite_'))
      .map(({ type, name, sql }) => [`${type} ${name}`, sql === null ? null : String(sql)]),
  );
}
