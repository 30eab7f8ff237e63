import { stepMinutes } from './live-blocks.ts';
import { earnedDrops, isWatchable, type World, type WorldCampaign } from './world.ts';

/** What a mode may know at a step; nothing of it is the future. */
export interface Moment {
  readonly minute: number;
  /** Campaigns that the history has seen by now, that have not ended and still have drops to earn, by index. */
  readonly known: readonly WorldCampaign[];
  /** The same with those of which everything is earned. */
  readonly listed: readonly WorldCampaign[];
  /** By the campaign's index. */
  readonly watchedMinutes: Int32Array;
}

/** Names what to watch for the next step: one that `isWatchable`; null = nothing. */
export type Mode = (moment: Moment) => WorldCampaign | null;

export interface Replayed {
  readonly drops: number;
  readonly idleMinutes: number;
  /** How often another campaign was watched than in the step before. */
  readonly switches: number;
}

/** Lives through the world once. Throws when the mode watches what cannot be watched. */
export function replay(world: World, mode: Mode): Replayed {
  const watchedMinutes = new Int32Array(world.campaigns.length);
  const arrivals = world.campaigns.toSorted((a, b) => a.knownMinute - b.knownMinute || a.index - b.index);
  let [listed, known, arrived]: [WorldCampaign[], WorldCampaign[], number] = [[], [], 0];
  let [idleMinutes, switches]: [number, number] = [0, 0];
  let last: WorldCampaign | null = null;
  const isEarned = ({ index, thresholds }: WorldCampaign): boolean =>
    (watchedMinutes[index] ?? 0) >= (thresholds.at(-1) ?? 0);
  for (let minute = 0; minute < world.minutes; minute += stepMinutes) {
    const hasEnded = ({ endMinute }: WorldCampaign): boolean => endMinute <= minute;
    const before = listed.length;
    for (let next = arrivals[arrived]; next !== undefined && next.knownMinute <= minute; next = arrivals[++arrived]) {
      listed.push(next);
    }
    const changed = listed.length > before || listed.some(hasEnded);
    if (changed) listed = listed.filter((each) => !hasEnded(each)).sort((a, b) => a.index - b.index);
    if (changed || known.some(isEarned)) known = listed.filter((each) => !isEarned(each));
    const chosen = mode({ minute, known, listed, watchedMinutes });
    if (chosen !== null) watch(chosen, minute, watchedMinutes);
    else idleMinutes += stepMinutes;
    if (chosen !== null && chosen !== last) switches++;
    last = chosen;
  }
  const drops = world.campaigns.reduce((sum, each) => sum + earnedDrops(each, watchedMinutes[each.index] ?? 0), 0);
  return { drops, idleMinutes, switches };
}

function watch(campaign: WorldCampaign, minute: number, watchedMinutes: Int32Array): void {
  if (!isWatchable(campaign, minute) || campaign.knownMinute > minute) {
    throw new Error(`expected a campaign that can be watched at minute ${minute}, found ${campaign.id}; mend the mode`);
  }
  watchedMinutes[campaign.index] = (watchedMinutes[campaign.index] ?? 0) + stepMinutes;
}
