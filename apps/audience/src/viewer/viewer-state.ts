/** Where a viewer stands; `ended`, `failed` and `lost` are final. */
export const viewerStates = ['joining', 'playing', 'stalled', 'ended', 'failed', 'lost'] as const;
export type ViewerState = (typeof viewerStates)[number];

/** How many viewers of a shard are in which state, kept as they move. */
export class ViewerCounts {
  joining = 0;
  playing = 0;
  stalled = 0;
  ended = 0;
  failed = 0;
  lost = 0;

  join(): void {
    this.joining++;
  }

  move(from: ViewerState, to: ViewerState): void {
    this[from]--;
    this[to]++;
  }

  /** Those that are there now. */
  get present(): number {
    return this.joining + this.playing + this.stalled;
  }
}
