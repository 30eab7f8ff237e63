import { createRandom } from '@dropwise/kit';
import type { EgressSettings } from '../config/run-settings.ts';

/** Who goes which way, known before the first request. */
export interface EgressPlan {
  /** 0 = direct, n = proxy n - 1 of the settings. */
  egressOf(viewerIndex: number): number;
  /** Of `viewers` in a row, how many go each way: direct, then the proxies in their order. */
  readonly counts: readonly number[];
}

/** The golden ratio's fraction: its multiples fall evenly, and keep step with no number of shards. */
const goldenFraction = (Math.sqrt(5) - 1) / 2;

/**
 * Shares the viewers out by weight, a part of them direct as the baseline. Any `viewers` in a row are shared out
 * exactly, so that those who follow others go the same ways; proxies alternate from the first viewers on.
 */
export function planEgress(
  settings: Pick<EgressSettings, 'proxies' | 'directShare'>,
  viewers: number,
  seed: number,
): EgressPlan {
  const block = Math.max(1, viewers);
  const counts = countEgress(settings, block);
  const offset = createRandom(seed)();
  const keys = Float64Array.from({ length: block }, (_, index) => (offset + index * goldenFraction) % 1);
  const byKey = Array.from(keys.keys()).sort((a, b) => (keys[a] ?? 0) - (keys[b] ?? 0));
  const ways = new Uint16Array(block);
  let from = 0;
  for (const [way, count] of counts.entries()) {
    for (const index of byKey.slice(from, from + count)) ways[index] = way;
    from += count;
  }
  return { egressOf: (viewerIndex) => ways[viewerIndex % block] ?? 0, counts };
}

function countEgress(
  { proxies, directShare }: Pick<EgressSettings, 'proxies' | 'directShare'>,
  viewers: number,
): number[] {
  if (proxies.length === 0) return [viewers];
  const direct = countDirect(directShare, viewers);
  return [
    direct,
    ...shareOut(
      viewers - direct,
      proxies.map(({ weight }) => weight),
    ),
  ];
}

/** One viewer is no baseline: at least two where there are four, unless none is wanted. */
function countDirect(share: number, viewers: number): number {
  if (share <= 0) return 0;
  const least = viewers >= 4 ? 2 : 0;
  return Math.min(viewers, Math.max(least, Math.round(share * viewers)));
}

/** By the largest remainder: the parts add up, and none is more than one from its due. */
function shareOut(total: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((all, weight) => all + weight, 0);
  const dues = weights.map((weight) => (total * weight) / sum);
  const parts = dues.map(Math.floor);
  const left = total - parts.reduce((all, part) => all + part, 0);
  const byRemainder = Array.from(dues.keys()).sort((a, b) => remainder(dues[b]) - remainder(dues[a]) || a - b);
  for (const index of byRemainder.slice(0, left)) parts[index] = (parts[index] ?? 0) + 1;
  return parts;
}

function remainder(due: number | undefined): number {
  return (due ?? 0) % 1;
}
