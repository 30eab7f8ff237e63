import type { ModeName } from '../planner/replay-case.ts';
import type { Trace } from '../planner/trace.ts';
import { readTrace, sampleFolder } from '../planner/trace-folder.ts';
import { createWorld, type GameCount, type World } from '../planner/world.ts';

/** Which month of the sample is lived through, and how. */
export interface MonthAsked {
  readonly month: string;
  readonly games: GameCount;
  readonly seed: number;
  readonly mode: ModeName;
}

/** Longer allow lists are cut to the first ones: the miner can listen to 199 channels, the replay to all. */
const mostListed = 8;

/** The replay's world of that month: what the miner and the replay both live through. */
export async function monthWorld({ month, games, seed }: Omit<MonthAsked, 'mode'>): Promise<World> {
  return createWorld(withShortLists(await readTrace(sampleFolder, month)), games, seed);
}

function withShortLists(trace: Trace): Trace {
  const campaigns = trace.campaigns.map((each) => ({ ...each, channels: each.channels.slice(0, mostListed) }));
  return { ...trace, campaigns };
}
