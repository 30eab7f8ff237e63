/** A channel went live or offline. */
export interface SightingTable {
  /** Of the fact. */
  readonly seq: number;
  readonly at: number;
  readonly channel_id: string | null;
  /** Compared without case. */
  readonly login: string;
  readonly live: 0 | 1;
  readonly game: string | null;
}
