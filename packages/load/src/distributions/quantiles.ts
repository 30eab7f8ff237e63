import type { Random } from '@dropwise/kit';

/** As measured: quantiles in even steps from the shortest to the longest, straight lines between. */
export function quantileStay(quantilesMs: readonly number[], random: Random): () => number {
  const last = quantilesMs.length - 1;
  return () => {
    const place = random() * last;
    const below = Math.floor(place);
    const from = quantilesMs[below] ?? 0;
    const to = quantilesMs[below + 1] ?? from;
    return from + (to - from) * (place - below);
  };
}
