import { Connection } from './connection.ts';
import { copyDatabase } from './copy-database.ts';
import { createDayOf } from './day-of.ts';
import { migrations } from './migrations/index.ts';
import { openDatabase } from './opening/open-database.ts';
import { createReader } from './reading/create-reader.ts';
import type { Store } from './store.ts';
import { createTrimmer } from './trimming/create-trimmer.ts';
import { createWriter } from './writing/create-writer.ts';
import { IdCache } from './writing/id-cache.ts';

export interface StoreOptions {
  /** `dropwise.db`; its folder exists. */
  readonly path: string;
  /** Epoch ms, for the name of a database that is set aside. */
  now(): number;
  /** The day that minutes are counted to; instead of `timeZone`. */
  dayOf?(atMs: number): string;
  /** `Europe/Berlin`; nothing or the empty text = the machine's. */
  readonly timeZone?: string;
}

/** Names that writing keeps in memory. */
const maxSubjects = 20_000;
const maxOrigins = 2_000;

/**
 * Opens the memory of the console, or begins one. What cannot be read is set aside and replaced, see `Store.opening`. Throws
 * `StoreOpenError`, whose message is for a person, when the file cannot be used and is to be left as it is.
 */
export async function openStore(options: StoreOptions): Promise<Store> {
  const dayOf = options.dayOf ?? createDayOf(options.timeZone);
  const { connection, ...opening } = await openDatabase({ path: options.path, now: options.now, migrations });
  try {
    const readConnection = new Connection(options.path);
    readConnection.database.exec('pragma query_only = on');
    const subjects = new IdCache(maxSubjects);
    return {
      writer: createWriter({ connection, dayOf, subjects, origins: new IdCache(maxOrigins) }),
      reader: createReader(readConnection, dayOf),
      opening,
      copyTo: (path) => copyDatabase(options.path, path),
      trim: createTrimmer(connection, subjects),
      [Symbol.dispose]: () => close(connection, readConnection),
    };
  } catch (error) {
    connection[Symbol.dispose]();
    throw error;
  }
}

/** The last to close writes the journal into the database: it is one file again. */
function close(writing: Connection, reading: Connection): void {
  reading[Symbol.dispose]();
  writing[Symbol.dispose]();
}
