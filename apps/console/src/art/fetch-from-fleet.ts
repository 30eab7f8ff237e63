import type { ArtProblem } from '@dropwise/contract';
import { fail } from '@dropwise/kit';
import type { Fleet } from '../children/fleet.ts';
import type { ArtCacheOptions } from './create-art-cache.ts';

/** The first miner that can be asked is: the console itself never talks to Twitch. */
export function createFetchFromFleet(fleet: Pick<Fleet, 'definitions' | 'session'>): ArtCacheOptions['fetch'] {
  return async (address, signal) => {
    for (const { id } of fleet.definitions) {
      const fetched = fleet.session(id)?.fetchArt?.(address, signal);
      if (fetched !== undefined) return await fetched;
    }
    return fail(nobodyToAsk);
  };
}

const nobodyToAsk: ArtProblem = {
  isLasting: false,
  sentence: "Pictures come through Dropwise's own miner, and none runs. Start it first.",
};
