/** Minutes of a day, by child, game and campaign. Never removed. */
export interface MinutesTable {
  readonly day: string;
  readonly child_id: string;
  /** The empty text where it is not known, as in the next two. */
  readonly game_name: string;
  readonly campaign_id: string;
  readonly campaign_name: string;
  readonly confirmed_minutes: number;
  readonly estimated_minutes: number;
}
