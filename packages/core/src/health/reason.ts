/** How much of the miner's work a reason leaves standing, best first. */
export const reasonLevels = ['working', 'idle', 'starting', 'degraded', 'broken'] as const;
export type ReasonLevel = (typeof reasonLevels)[number];

export interface Reason {
  readonly level: ReasonLevel;
  /** What is so. `{words}` are filled from a reason's detail. */
  readonly sentence: string;
  /** The one step that fits; empty when there is nothing to do. */
  readonly todo: string;
  /** What goes on all the same; empty when everything or nothing does. */
  readonly stillWorks: string;
}
