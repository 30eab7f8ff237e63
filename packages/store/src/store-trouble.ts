import { assertNever } from '@dropwise/kit';

/** What is wrong when the database throws: it decides whether waiting, a person, or a new database helps. */
export type StoreTrouble =
  /** The file is damaged or no database at all. */
  | 'broken'
  /** The disk, the quota or the allowed size is used up. */
  | 'full'
  /** Somebody else holds it. */
  | 'busy'
  /** The disk does not read or write, or does not let us. */
  | 'disk'
  /** What was to be written does not fit the tables. */
  | 'refused';

/** Null = the error is not the database's. SQLite's result codes: sqlite.org/rescode.html. */
export function storeTroubleOf(error: unknown): StoreTrouble | null {
  if (!(error instanceof Error)) return null;
  const { code, errcode } = error as Error & { code?: unknown; errcode?: unknown };
  if (code === 'ERR_INVALID_ARG_TYPE' || code === 'ERR_INVALID_ARG_VALUE') return 'refused';
  if (code !== 'ERR_SQLITE_ERROR' || typeof errcode !== 'number') return null;
  switch (errcode & 0xff) {
    case 11: // CORRUPT
    case 26: // NOTADB
      return 'broken';
    case 13: // FULL
      return 'full';
    case 5: // BUSY
    case 6: // LOCKED
    case 15: // PROTOCOL: too many tries to lock
      return 'busy';
    case 3: // PERM
    case 8: // READONLY
    case 10: // IOERR
    case 14: // CANTOPEN
    case 22: // NOLFS
    case 23: // AUTH
      return 'disk';
    default:
      return 'refused';
  }
}

/** One sentence for a person, to follow what could not be done. */
export function describeStoreTrouble(trouble: StoreTrouble, error: unknown): string {
  const said = error instanceof Error ? error.message : String(error);
  switch (trouble) {
    case 'broken':
      return `the database is damaged (${said}); a restart sets it aside and begins a new one`;
    case 'full':
      return `the disk or its quota is full (${said}); free some space`;
    case 'busy':
      return `another program holds the database (${said}); end that program`;
    case 'disk':
      return `the disk refuses to read or write the database (${said}); look at the rights of its folder, and at the disk`;
    case 'refused':
      return `the database refuses what was to be written (${said})`;
    default:
      return assertNever(trouble);
  }
}

/** The database cannot be opened, and is left as it is. The message is a sentence that says what to do. */
export class StoreOpenError extends Error {
  override readonly name = 'StoreOpenError';
}
