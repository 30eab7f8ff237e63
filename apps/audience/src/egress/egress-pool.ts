import type { EgressSettings } from '../config/run-settings.ts';
import type { ByteMeter } from '../wire/transport.ts';
import { Egress } from './egress.ts';
import { directName } from './parse-proxy.ts';
import { planEgress } from './plan-egress.ts';

export interface EgressPoolOptions {
  readonly settings: EgressSettings;
  /** At once, in the whole run. */
  readonly viewers: number;
  readonly seed: number;
  /** This process's part of the viewers: those whose index is `index` modulo `count`. */
  readonly shard: { readonly index: number; readonly count: number };
  readonly meterOf: (name: string) => ByteMeter;
  readonly now: () => number;
}

/** All ways out of one shard. */
export interface EgressPool {
  /** Direct first, then the proxies in their order. */
  readonly all: readonly Egress[];
  /**
   * Always the same way for the same viewer. Where losing a proxy means to move, one who joins, or joins again,
   * while it is out takes another proxy that is in use; with none, or where it is only reported, his own.
   */
  vantageOf(viewerIndex: number): Egress;
}

export function createEgressPool(options: EgressPoolOptions): EgressPool {
  const { settings, viewers, seed } = options;
  const plan = planEgress(settings, viewers, seed);
  const all = createWays(options, countHere(plan.egressOf, options), plan.counts);
  const [direct] = all;
  const own = (viewerIndex: number): Egress => all[plan.egressOf(viewerIndex)] ?? direct;
  if (settings.onProxyLoss === 'report') return { all, vantageOf: own };
  return { all, vantageOf: (viewerIndex) => takeUsable(own(viewerIndex), all, viewerIndex) };
}

type Ways = readonly [Egress, ...Egress[]];

function createWays(options: EgressPoolOptions, here: readonly number[], everywhere: readonly number[]): Ways {
  const { settings, shard, meterOf, now } = options;
  const direct = new Egress({ name: directName, proxy: null, budgetBytes: null, meter: meterOf(directName), now });
  const proxies = settings.proxies.map(({ name, budgetBytes, scheme, host, port, credentials }, index) => {
    const share = shareOf(here[index + 1] ?? 0, everywhere[index + 1] ?? 0, shard.count);
    const part = budgetBytes === null ? null : Math.floor(budgetBytes * share);
    return new Egress({
      name,
      proxy: { scheme, host, port, credentials },
      budgetBytes: part,
      meter: meterOf(name),
      now,
    });
  });
  return [direct, ...proxies];
}

function countHere(
  egressOf: (viewerIndex: number) => number,
  { settings, viewers, shard }: EgressPoolOptions,
): number[] {
  const counts = new Array<number>(settings.proxies.length + 1).fill(0);
  for (let index = shard.index; index < viewers; index += shard.count) {
    const way = egressOf(index);
    counts[way] = (counts[way] ?? 0) + 1;
  }
  return counts;
}

/**
 * Shards do not tell each other what they let through: each has the part of a budget that its viewers are. One is
 * added everywhere, so that a shard whose first viewer on a proxy comes later has something for him; the parts
 * still make the whole.
 */
function shareOf(here: number, everywhere: number, shards: number): number {
  return (here + 1) / (everywhere + shards);
}

/** The other proxies; never the direct way, which is what they are measured against. */
function takeUsable(own: Egress, all: Ways, viewerIndex: number): Egress {
  // Not `isOpen`: whoever asks that is the probe of a proxy that is being tried again, and that is the viewer.
  if (own.state === 'closed') return own;
  const others = all.filter((egress) => egress !== own && egress.proxy !== null && egress.state === 'closed');
  return others[viewerIndex % Math.max(1, others.length)] ?? own;
}
