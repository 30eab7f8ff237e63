import type { Random } from '@dropwise/kit';

/** Many short stays and a long tail, as viewing times are found to be. The mean is `medianMs * exp(sigma² / 2)`. */
export function lognormalStay(medianMs: number, sigma: number, random: Random): () => number {
  return () => medianMs * Math.exp(sigma * standardNormal(random));
}

/** Box and Muller, one of the pair. */
function standardNormal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}
