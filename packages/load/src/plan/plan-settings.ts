/** What a plan is made of. The audience's run settings fit as they are. */
export interface PlanSettings {
  /** At most so many at once. */
  readonly viewers: number;
  /** Of the whole run; null = until it is stopped. */
  readonly durationMs: number | null;
  readonly load: LoadSettings;
}

export type LoadSettings =
  | { readonly shape: 'constant'; readonly joinOverMs: number; readonly stay: StaySettings }
  | { readonly shape: 'ramp'; readonly stages: readonly RampStage[]; readonly stay: StaySettings }
  | { readonly shape: 'arrival-rate'; readonly viewersPerMinute: number; readonly stay: StaySettings };

/** To `viewers` at once, evenly over `overMs`. */
export interface RampStage {
  readonly viewers: number;
  readonly overMs: number;
}

/** How long a viewer stays. Where the shape asks for a number at once, one who leaves is followed by another. */
export type StaySettings =
  | { readonly kind: 'to-the-end' }
  | { readonly kind: 'fixed'; readonly ms: number }
  | { readonly kind: 'exponential'; readonly meanMs: number }
  | { readonly kind: 'lognormal'; readonly medianMs: number; readonly sigma: number }
  /** Quantiles in even steps from the shortest stay to the longest. */
  | { readonly kind: 'quantiles'; readonly quantilesMs: readonly number[] };
