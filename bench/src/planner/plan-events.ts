import type { Moment } from './replay.ts';
import { earnedDrops, isWatchable, type WorldCampaign } from './world.ts';

/** Why a plan is made again. */
export type PlanEvent =
  | 'campaign appeared'
  | 'campaign started'
  | 'campaign ended'
  | 'drop finished'
  | 'went live'
  | 'went offline'
  | 'time passed';

export const planEvents: readonly PlanEvent[] = [
  'campaign appeared',
  'campaign started',
  'campaign ended',
  'drop finished',
  'went live',
  'went offline',
  'time passed',
];

/** A plan is not older than this, whatever happens. */
const oldestMinutes = 15;

interface Seen {
  readonly campaign: WorldCampaign;
  readonly started: boolean;
  readonly watchable: boolean;
  readonly earned: number;
}

/** Compares each moment with the one before: the first event of the list that speaks for a new plan, null = none does. */
export function createEventWatch(): (moment: Moment) => PlanEvent | null {
  let before = new Map<number, Seen>();
  let plannedMinute = -Infinity;
  return (moment) => {
    const now = new Map(moment.known.map((campaign) => [campaign.index, look(campaign, moment)]));
    const found = new Set<PlanEvent>();
    for (const [index, seen] of now) for (const event of eventsBetween(before.get(index), seen)) found.add(event);
    for (const [index, { campaign }] of before) {
      if (now.has(index)) continue;
      found.add(campaign.endMinute <= moment.minute ? 'campaign ended' : 'drop finished');
    }
    if (moment.minute - plannedMinute >= oldestMinutes) found.add('time passed');
    before = now;
    const event = planEvents.find((each) => found.has(each)) ?? null;
    if (event !== null) plannedMinute = moment.minute;
    return event;
  };
}

function look(campaign: WorldCampaign, { minute, watchedMinutes }: Moment): Seen {
  return {
    campaign,
    started: campaign.startMinute <= minute,
    watchable: isWatchable(campaign, minute),
    earned: earnedDrops(campaign, watchedMinutes[campaign.index] ?? 0),
  };
}

function* eventsBetween(before: Seen | undefined, now: Seen): Iterable<PlanEvent> {
  if (before === undefined) {
    yield 'campaign appeared';
    return;
  }
  if (now.started && !before.started) yield 'campaign started';
  if (now.earned > before.earned) yield 'drop finished';
  if (now.started === before.started && now.watchable !== before.watchable) {
    yield now.watchable ? 'went live' : 'went offline';
  }
}
