import { DummyDriver, Kysely, type QueryCreator, SqliteAdapter, SqliteIntrospector, SqliteQueryCompiler } from 'kysely';
import type { Database } from './schema/database.ts';

/**
 * Writes queries and knows their types, and runs none: `node:sqlite` answers at once, and a promise around every answer would
 * let others run in the middle of a transaction.
 */
export const query: QueryCreator<Database> = new Kysely<Database>({
  dialect: {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  },
});
