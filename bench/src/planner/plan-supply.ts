import type { Supply } from '@dropwise/core';
import { liveShare, stepMinutes } from './live-blocks.ts';
import type { WorldCampaign } from './world.ts';

/** How fast what is seen now stops saying anything about later: most blocks last 3 to 7 hours. */
const memoryMinutes = 200;
/** By then nothing is left of it; the last hour holds for the rest. */
const hoursAhead = 24;

/**
 * What a miner without any memory of the channels can say: those that are live now are likely to stay for a while, the
 * others come on as often as channels do. It knows which ones are live now, and nothing of the future.
 */
export function createSupplyPrior(): (campaign: WorldCampaign, minute: number) => Supply {
  const known = new Map<string, Float64Array>();
  return ({ channels, liveChannels }, minute) => {
    if (liveChannels === null) return { kind: 'always' };
    const live = liveChannels[minute / stepMinutes] ?? 0;
    const pattern = `${live}/${channels.length}`;
    const hourly = known.get(pattern) ?? chancesOf(live, channels.length);
    known.set(pattern, hourly);
    return { kind: 'chance', liveNow: live > 0, hourly };
  };
}

/** The chance that at least one channel is live in the middle of each hour from now. */
export function chancesOf(live: number, channels: number): Float64Array {
  return Float64Array.from({ length: hoursAhead }, (_, hour) => {
    const remembered = Math.exp(-(hour * 60 + 30) / memoryMinutes);
    const staysLive = liveShare + (1 - liveShare) * remembered;
    const comesLive = liveShare * (1 - remembered);
    return 1 - (1 - staysLive) ** live * (1 - comesLive) ** (channels - live);
  });
}
