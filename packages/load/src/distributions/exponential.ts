import type { Random } from '@dropwise/kit';

/** Stays without memory: who has stayed an hour is as likely to leave in the next minute as who came now. */
export function exponentialStay(meanMs: number, random: Random): () => number {
  return () => exponential(meanMs, random);
}

/** A draw by inversion. `random()` is never 1, so that the logarithm is finite. */
export function exponential(mean: number, random: Random): number {
  return -mean * Math.log(1 - random());
}
