/** The migrations that were run on this database. */
export interface MigrationTable {
  readonly version: number;
  readonly name: string;
  readonly at: number;
}
