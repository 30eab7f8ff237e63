import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import type { Compilable, InsertQueryBuilder, InsertResult } from 'kysely';
import { query } from './query-builder.ts';
import type { Database } from './schema/database.ts';

type Insert<Table extends keyof Database> = InsertQueryBuilder<Database, Table, InsertResult>;

/** Statements that are kept ready; the one that was not used longest goes first. */
const maxStatements = 200;
/** How long another program’s lock is waited for. All stands still meanwhile: whoever writes tries again later. */
const busyTimeoutMs = 250;

/** One connection; runs what the query builder wrote. Everything throws SQLite's own errors, see `storeTroubleOf`. */
export class Connection implements Disposable {
  readonly database: DatabaseSync;
  readonly #statements = new Map<string, StatementSync>();

  constructor(path: string, { readOnly = false }: { readonly readOnly?: boolean } = {}) {
    this.database = new DatabaseSync(path, { timeout: busyTimeoutMs, readOnly });
  }

  all<Row>(compilable: Compilable<Row>): Row[] {
    const { sql, parameters } = compilable.compile();
    return this.#prepare(sql).all(...(parameters as SQLInputValue[])) as Row[];
  }

  get<Row>(compilable: Compilable<Row>): Row | undefined {
    return this.all(compilable)[0];
  }

  /** Gives back how many rows it changed. */
  run(compilable: Compilable<unknown>): number {
    const { sql, parameters } = compilable.compile();
    return Number(this.#prepare(sql).run(...(parameters as SQLInputValue[])).changes);
  }

  /** The same query again and again, with other values in the order in which they stand in it; written only once. */
  repeat<Row>(compilable: Compilable<Row>): (...values: readonly SQLInputValue[]) => Row | undefined {
    const statement = this.#prepare(compilable.compile().sql);
    return (...values) => statement.get(...values) as Row | undefined;
  }

  /** The one number that a pragma answers with. */
  pragma(name: 'page_count' | 'page_size' | 'freelist_count' | 'user_version' | 'application_id'): number {
    return Number(Object.values(this.database.prepare(`pragma ${name}`).get() ?? {})[0] ?? 0);
  }

  /** All of `work` is kept or, when it throws, none. */
  transaction<Result>(work: () => Result): Result {
    this.database.exec('begin immediate');
    try {
      const result = work();
      this.database.exec('commit');
      return result;
    } catch (error) {
      // A full disk may have ended it already.
      if (this.database.isTransaction) this.database.exec('rollback');
      throw error;
    }
  }

  /**
   * An insert that is compiled once; rows are bound by `columns`. Gives back the number of the new row, or null when it was
   * left out because `extend` said so for a conflict.
   */
  inserter<Row extends object, Table extends keyof Database & string>(
    table: Table,
    columns: readonly (keyof Row & string)[],
    extend: (insert: Insert<Table>) => Compilable<unknown> = (insert) => insert,
  ): (row: Row) => number | null {
    const sample = Object.fromEntries(columns.map((column) => [column, null]));
    const insert = query.insertInto(table).values(sample as never) as unknown as Insert<Table>;
    const { sql, parameters } = extend(insert).compile();
    if (parameters.length !== columns.length) {
      throw new Error(`Expected an insert into ${table} to take its columns and nothing else, found: ${sql}`);
    }
    const statement = this.database.prepare(sql);
    return (row) => {
      const { changes, lastInsertRowid } = statement.run(...columns.map((column) => row[column] as SQLInputValue));
      return Number(changes) === 0 ? null : Number(lastInsertRowid);
    };
  }

  [Symbol.dispose](): void {
    this.#statements.clear();
    if (this.database.isOpen) this.database.close();
  }

  #prepare(sql: string): StatementSync {
    const known = this.#statements.get(sql);
    const statement = known ?? this.database.prepare(sql);
    this.#statements.delete(sql);
    this.#statements.set(sql, statement);
    if (this.#statements.size > maxStatements) {
      const [oldest] = this.#statements.keys();
      if (oldest !== undefined) this.#statements.delete(oldest);
    }
    return statement;
  }
}
