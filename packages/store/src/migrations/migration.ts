/** A step from one shape of the database to the next. Once released it is never changed: the next step is another file. */
export interface Migration {
  /** 1, 2, 3, … without a gap. */
  readonly version: number;
  readonly name: string;
  /** Run in one transaction together with the note that it was run. */
  readonly sql: string;
}
