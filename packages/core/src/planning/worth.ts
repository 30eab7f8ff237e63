import type { Rung } from './ladder.ts';
import type { Price } from './plan-request.ts';
import { type Tier, tiers } from './wish.ts';

/** In the choice of what fits, one drop of a tier outweighs any number of those below it that a plan can hold. */
export const tierWeights: Readonly<Record<Tier, number>> = { must: 1e8, want: 1e4, fill: 1 };
/** In the order of watching the tiers lie closer: a must that can wait lets an urgent want go first. */
const tierUrgencies: Readonly<Record<Tier, number>> = { must: 64, want: 8, fill: 1 };
/** More than any minute can bring: what "no minute to spare" costs. */
export const highestPrice = 1;

/** The highest tier that something is worth in. */
export function topTierOf(worth: Rung['worth']): Tier {
  return tiers.find((tier) => worth[tier] > 0) ?? 'fill';
}

/** Of all tiers alike. */
export function totalWorth({ must, want, fill }: Rung['worth']): number {
  return must + want + fill;
}

/** Worth of the rungs up to each one, less the price of the minutes they take: what the choice makes the most of. */
export function netWorths(rungs: readonly Rung[], price: Price): readonly number[] {
  const nets: number[] = [];
  let net = 0;
  let before: Rung | null = null;
  for (const rung of rungs) {
    let top: Tier = 'fill';
    for (const tier of [...tiers].reverse()) {
      const gained = rung.worth[tier] - (before?.worth[tier] ?? 0);
      if (gained <= 0) continue;
      net += gained * tierWeights[tier];
      top = tier;
    }
    const minutes = rung.needMinutes - (before?.needMinutes ?? 0);
    net -= minutes * Math.min(price[top], highestPrice) * tierWeights[top];
    nets.push(net);
    before = rung;
  }
  return nets;
}

/** What a minute towards this rung brings above what it costs, all tiers in one number. Negative = it costs more. */
export function gainPerMinute(rung: Rung, needMinutes: number, price: Price): number {
  const { must, want, fill } = rung.worth;
  const top = topTierOf(rung.worth);
  const brought = (must * tierUrgencies.must + want * tierUrgencies.want + fill) / Math.max(needMinutes, 1e-9);
  const cost = Math.min(price[top], highestPrice) * tierUrgencies[top];
  // Below the price only what is left over is spent; the order among such is by what they bring.
  return brought > cost ? brought - cost : -1 / (1 + brought);
}
