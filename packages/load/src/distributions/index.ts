import { assertNever, type Random } from '@dropwise/kit';
import type { StaySettings } from '../plan/plan-settings.ts';
import { exponentialStay } from './exponential.ts';
import { fixedStay } from './fixed.ts';
import { lognormalStay } from './lognormal.ts';
import { quantileStay } from './quantiles.ts';

/** A next stay in whole ms, of at least one second: less is no viewer. Infinity = to the end. */
export function createStaySampler(stay: StaySettings, random: Random): () => number {
  const draw = drawOf(stay, random);
  return () => Math.max(shortestStayMs, Math.round(draw()));
}

export const shortestStayMs = 1000;

/** In ms; Infinity = to the end. What a check of a plan's size goes by. */
export function meanStayMs(stay: StaySettings): number {
  switch (stay.kind) {
    case 'to-the-end':
      return Infinity;
    case 'fixed':
      return stay.ms;
    case 'exponential':
      return stay.meanMs;
    case 'lognormal':
      return stay.medianMs * Math.exp(stay.sigma ** 2 / 2);
    case 'quantiles':
      return meanOfQuantiles(stay.quantilesMs);
    default:
      return assertNever(stay);
  }
}

function drawOf(stay: StaySettings, random: Random): () => number {
  switch (stay.kind) {
    case 'to-the-end':
      return fixedStay(Infinity);
    case 'fixed':
      return fixedStay(stay.ms);
    case 'exponential':
      return exponentialStay(stay.meanMs, random);
    case 'lognormal':
      return lognormalStay(stay.medianMs, stay.sigma, random);
    case 'quantiles':
      return quantileStay(stay.quantilesMs, random);
    default:
      return assertNever(stay);
  }
}

/** Straight lines between: the ends count half. */
function meanOfQuantiles(quantilesMs: readonly number[]): number {
  if (quantilesMs.length < 2) return quantilesMs[0] ?? 0;
  let sum = 0;
  for (let i = 1; i < quantilesMs.length; i++) sum += ((quantilesMs[i - 1] ?? 0) + (quantilesMs[i] ?? 0)) / 2;
  return sum / (quantilesMs.length - 1);
}
