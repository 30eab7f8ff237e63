/** Drops that were claimed. Never removed. */
export interface ClaimTable {
  /** Of the fact that told it first. */
  readonly seq: number;
  readonly at: number;
  readonly child_id: string;
  /** Unique for the child: two facts with the same one tell of one claim. */
  readonly identity: string;
  readonly drop_id: string | null;
  readonly drop_name: string;
  readonly campaign_id: string | null;
  readonly campaign_name: string | null;
  readonly game_name: string | null;
  /** A JSON list. */
  readonly benefit_names: string;
  /** Lower case, one a line, to search in. */
  readonly names: string;
}
