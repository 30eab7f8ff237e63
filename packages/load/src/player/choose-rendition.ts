import { assertNever } from '@dropwise/kit';

export type RenditionPolicy =
  | { readonly kind: 'adaptive' }
  | { readonly kind: 'lowest' }
  | { readonly kind: 'highest' }
  /** The highest declared bandwidth that is not above it; the lowest where all are. */
  | { readonly kind: 'fixed'; readonly bandwidth: number };

/**
 * Which of the declared bandwidths (bits a second, any order) to load next, as an index; -1 = there are none.
 * @param current index of the one that plays; null = none yet.
 */
export function chooseRendition(
  bandwidths: readonly number[],
  policy: RenditionPolicy,
  estimateBitsPerSecond: number,
  current: number | null,
): number {
  switch (policy.kind) {
    case 'lowest':
      return highestWithin(bandwidths, 0, 0, 0);
    case 'highest':
      return highestWithin(bandwidths, Infinity, Infinity, 0);
    case 'fixed':
      return highestWithin(bandwidths, policy.bandwidth, policy.bandwidth, 0);
    case 'adaptive':
      return highestWithin(
        bandwidths,
        estimateBitsPerSecond * shareToStay,
        estimateBitsPerSecond * shareToGoUp,
        current === null ? 0 : (bandwidths[current] ?? 0),
      );
    default:
      return assertNever(policy);
  }
}

/** Of the estimate: what a rendition may take to be kept or gone down to, and to be gone up to (hls.js). */
const shareToStay = 0.95;
const shareToGoUp = 0.7;

/** The first of the highest that fits its limit, else the first of the lowest. */
function highestWithin(
  bandwidths: readonly number[],
  limit: number,
  limitAboveCurrent: number,
  currentBandwidth: number,
): number {
  let best = -1;
  let lowest = -1;
  for (let i = 0; i < bandwidths.length; i++) {
    const bandwidth = bandwidths[i] ?? 0;
    if (lowest < 0 || bandwidth < (bandwidths[lowest] ?? 0)) lowest = i;
    if (bandwidth > (bandwidth > currentBandwidth ? limitAboveCurrent : limit)) continue;
    if (best < 0 || bandwidth > (bandwidths[best] ?? 0)) best = i;
  }
  return best < 0 ? lowest : best;
}
