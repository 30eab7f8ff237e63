import { type Crediting, type CreditMoment, creditChosen } from './crediting.ts';
import { stepMinutes } from './live-blocks.ts';
import { earnedDrops, isEarned, isWatchable, type World, type WorldCampaign } from './world.ts';

/** What a mode may know at a step; nothing of it is the future. */
export interface Moment extends CreditMoment {
  /** Campaigns that the history has seen by now, that have not ended and still have drops to earn, by index. */
  readonly known: readonly WorldCampaign[];
  /** The same with those of which everything is earned. */
  readonly listed: readonly WorldCampaign[];
}

/** Names what to watch for the next step: one that `isWatchable`; null = nothing. */
export type Mode = (moment: Moment) => WorldCampaign | null;

export interface Replayed {
  readonly drops: number;
  /** By the campaign's index. */
  readonly watchedMinutes: Int32Array;
  readonly idleMinutes: number;
  /** How often another campaign was credited than in the step before. */
  readonly switches: number;
}

/** Lives through the world once. Throws when the mode watches what cannot be watched. */
export function replay(world: World, mode: Mode, crediting: Crediting = creditChosen): Replayed {
  const watchedMinutes = new Int32Array(world.campaigns.length);
  const arrivals = world.campaigns.toSorted((a, b) => a.knownMinute - b.knownMinute || a.index - b.index);
  let [listed, known, arrived]: [WorldCampaign[], WorldCampaign[], number] = [[], [], 0];
  let [idleMinutes, switches]: [number, number] = [0, 0];
  let credited: WorldCampaign | null = null;
  const isDone = (campaign: WorldCampaign): boolean => isEarned(campaign, watchedMinutes[campaign.index] ?? 0);
  for (let minute = 0; minute < world.minutes; minute += stepMinutes) {
    const hasEnded = ({ endMinute }: WorldCampaign): boolean => endMinute <= minute;
    const before = listed.length;
    for (let next = arrivals[arrived]; next !== undefined && next.knownMinute <= minute; next = arrivals[++arrived]) {
      listed.push(next);
    }
    const changed = listed.length > before || listed.some(hasEnded);
    if (changed) listed = listed.filter((each) => !hasEnded(each)).sort((a, b) => a.index - b.index);
    if (changed || known.some(isDone)) known = listed.filter((each) => !isDone(each));
    const moment: Moment = { minute, known, listed, watchedMinutes, credited };
    const chosen = mode(moment);
    if (chosen !== null) assertWatchable(chosen, minute);
    const now = chosen === null ? null : crediting(chosen, moment);
    if (now === null) idleMinutes += stepMinutes;
    else watchedMinutes[now.index] = (watchedMinutes[now.index] ?? 0) + stepMinutes;
    if (now !== null && now !== credited) switches++;
    credited = now;
  }
  const drops = world.campaigns.reduce((sum, each) => sum + earnedDrops(each, watchedMinutes[each.index] ?? 0), 0);
  return { drops, watchedMinutes, idleMinutes, switches };
}

function assertWatchable(campaign: WorldCampaign, minute: number): void {
  if (isWatchable(campaign, minute) && campaign.knownMinute <= minute) return;
  throw new Error(`expected a campaign that can be watched at minute ${minute}, found ${campaign.id}; mend the mode`);
}
