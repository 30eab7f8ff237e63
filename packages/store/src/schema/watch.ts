/** What each child watches, as its moves need it: `WatchState` as JSON. */
export interface WatchTable {
  readonly child_id: string;
  readonly state: string;
}
