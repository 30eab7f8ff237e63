import { closeSync, existsSync, openSync } from 'node:fs';
import { Connection } from '../connection.ts';
import { migrate } from '../migrations/migrate.ts';
import type { Migration } from '../migrations/migration.ts';
import { describeStoreTrouble, StoreOpenError, storeTroubleOf } from '../store-trouble.ts';
import { findDamage, readVersion } from './find-damage.ts';
import { findMissingParts } from './missing-parts.ts';
import { setDatabaseAside } from './set-aside.ts';

export interface OpenedDatabase {
  /** The writing connection. */
  readonly connection: Connection;
  readonly setAside: string | null;
  readonly problem: string | null;
  readonly fromVersion: number;
  readonly version: number;
}

export interface DatabaseOptions {
  readonly path: string;
  readonly now: () => number;
  readonly migrations: readonly Migration[];
}

/** The WAL goes back to this size after a burst. */
const walSizeLimitBytes = 16 * 1024 * 1024;

/**
 * Opens the database and brings it to the newest version. One that is damaged is set aside and replaced; one that cannot be
 * reached, or that a newer Dropwise has written, is left as it is: throws `StoreOpenError`.
 */
export async function openDatabase(options: DatabaseOptions): Promise<OpenedDatabase> {
  try {
    const found = openFound(options);
    if (typeof found !== 'string') return { ...found, setAside: null, problem: null };
    const setAside = await setDatabaseAside(options.path, options.now());
    const fresh = openFound(options);
    if (typeof fresh === 'string') throw new StoreOpenError(`Expected a new database to be usable, found: ${fresh}.`);
    const problem = `Expected a database of Dropwise at ${options.path}, found ${found}. It was kept as ${setAside}, and a new one was begun.`;
    return { ...fresh, setAside, problem };
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? '';
    const trouble = storeTroubleOf(error) ?? (/^E[A-Z]+$/.test(code) ? 'disk' : null);
    if (trouble === null) throw error;
    const why = describeStoreTrouble(trouble, error);
    throw new StoreOpenError(`Expected to open the database ${options.path}, found that ${why}.`, { cause: error });
  }
}

/** A text says why the database that is there cannot be used. */
function openFound(options: DatabaseOptions): Omit<OpenedDatabase, 'setAside' | 'problem'> | string {
  const { path, migrations, now } = options;
  // Made by us, so that nobody else may read it; SQLite gives its companions the same rights.
  if (!existsSync(path)) closeSync(openSync(path, 'a', 0o600));
  const fromVersion = judge(path, migrations);
  if (typeof fromVersion === 'string') return fromVersion;
  const connection = new Connection(path);
  try {
    prepare(connection);
    return { connection, fromVersion, version: migrate(connection, migrations, fromVersion, now()) };
  } catch (error) {
    connection[Symbol.dispose]();
    if (storeTroubleOf(error) === 'broken') return damagedBy((error as Error).message);
    throw error;
  }
}

/**
 * The version of a database that is sound, or a text that says what is wrong with it. Looks without touching: what a newer
 * Dropwise wrote stays as it is, and SQLite throws away the journal of a damaged database that it may write to.
 */
function judge(path: string, migrations: readonly Migration[]): number | string {
  try {
    using connection = new Connection(path, { readOnly: true });
    const damage = findDamage(connection);
    if (damage !== null) return damagedBy(damage);
    const version = readVersion(connection);
    if (version === null) return 'a database of another program';
    refuseNewer(path, version, migrations);
    const missing = findMissingParts(
      connection,
      migrations.filter((migration) => migration.version <= version),
    );
    return missing.length === 0 ? version : `that parts are missing or changed (${missing.slice(0, 3).join(', ')})`;
  } catch (error) {
    if (storeTroubleOf(error) === 'broken') return damagedBy((error as Error).message);
    throw error;
  }
}

function damagedBy(what: string): string {
  return `a file that is damaged (${what})`;
}

function refuseNewer(path: string, version: number, migrations: readonly Migration[]): void {
  const known = Math.max(...migrations.map((migration) => migration.version));
  if (version <= known) return;
  throw new StoreOpenError(
    `Expected a database of version ${known} or older at ${path}, found version ${version}: a newer Dropwise has written it, and it is left as it is. Start that version, or choose another data directory.`,
  );
}

function prepare({ database }: Connection): void {
  // Only an empty database takes it: pages that become free can be given back a few at a time.
  database.exec('pragma auto_vacuum = incremental');
  database.exec('pragma journal_mode = wal');
  database.exec('pragma synchronous = normal');
  database.exec('pragma foreign_keys = on');
  database.exec(`pragma journal_size_limit = ${walSizeLimitBytes}`);
}
