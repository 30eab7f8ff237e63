import { type LoadPlan, peakOf } from './load-plan.ts';

/** Part `shard` of `shards`: every viewer is in exactly one, and each part has the shape of the whole. */
export function takeShard(plan: LoadPlan, shard: number, shards: number): LoadPlan {
  if (!Number.isInteger(shards) || !Number.isInteger(shard) || shard < 0 || shard >= shards) {
    throw new RangeError(`there is no shard ${shard} of ${shards}: they are counted from 0`);
  }
  const viewers = plan.viewers.filter(({ index }) => index % shards === shard);
  return {
    ...plan,
    viewers,
    peakViewers: peakOf(viewers),
    turnedAwayAtMs: plan.turnedAwayAtMs.filter((_, index) => index % shards === shard),
  };
}
