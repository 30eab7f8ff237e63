import type { Connection } from '../connection.ts';
import { query } from '../query-builder.ts';
import type { Migration } from './migration.ts';

const migrationsTable = `
  create table if not exists migrations (
    version integer primary key,
    name text not null,
    at integer not null
  ) strict;
`;

/** Runs what is newer than `fromVersion`, each in a transaction of its own, and gives back the version that is reached. */
export function migrate(
  connection: Connection,
  migrations: readonly Migration[],
  fromVersion: number,
  now: number,
): number {
  let version = fromVersion;
  for (const migration of migrations) {
    if (migration.version <= fromVersion) continue;
    connection.transaction(() => {
      connection.database.exec(migrationsTable);
      connection.database.exec(migration.sql);
      const { version, name } = migration;
      connection.run(query.insertInto('migrations').values({ version, name, at: now }));
    });
    version = migration.version;
  }
  return version;
}
