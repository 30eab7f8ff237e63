/** The most minutes of a drop that were ever told of. Never removed. */
export interface DropMinutesTable {
  readonly child_id: string;
  readonly drop_id: string;
  readonly minutes: number;
}
