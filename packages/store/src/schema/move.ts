/** A change of channel: the mission's log line. */
export interface MoveTable {
  /** Of the fact that completed it. */
  readonly seq: number;
  readonly at: number;
  readonly child_id: string;
  readonly event_type: string;
  readonly from_channel: string | null;
  readonly to_channel: string | null;
  readonly reason: string | null;
  readonly duration_seconds: number | null;
}
