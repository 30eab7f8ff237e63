import { stepMinutes } from './live-blocks.ts';
import type { World, WorldCampaign } from './world.ts';

export const cellMinutes = 60;

/** From when the bound may watch a campaign: once the history has seen it, or already from its start. */
export type BoundFrom = 'known' | 'start';

/** An hour, or several alike taken together. */
export interface Cell {
  readonly minutes: number;
  /** How long each campaign can be watched in it; those that cannot be are left out. */
  readonly offers: readonly CellOffer[];
}

export interface CellOffer {
  readonly campaign: WorldCampaign;
  readonly minutes: number;
}

/** The world's hours in which something can be watched. */
export function hoursOf(world: World, from: BoundFrom): readonly Cell[] {
  const hours: Cell[] = [];
  for (let start = 0; start < world.minutes; start += cellMinutes) {
    const end = Math.min(world.minutes, start + cellMinutes);
    const offers = world.campaigns.flatMap((campaign) => {
      const minutes = offeredMinutes(campaign, start, end, from);
      return minutes === 0 ? [] : [{ campaign, minutes }];
    });
    if (offers.length > 0) hours.push({ minutes: end - start, offers });
  }
  return hours;
}

/**
 * Equal hours as one. A program over the merged cells has the optimum that one over the hours has: what is watched in a
 * merged cell can be spread over its hours evenly, and none then holds more than it may.
 */
export function mergeCells(cells: readonly Cell[]): readonly Cell[] {
  const alike = Map.groupBy(cells, ({ minutes, offers }) =>
    [minutes, ...offers.map((offer) => `${offer.campaign.index}:${offer.minutes}`)].join(),
  );
  return [...alike.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const offers = first.offers.map(({ campaign, minutes }) => ({ campaign, minutes: minutes * group.length }));
    return [{ minutes: first.minutes * group.length, offers }];
  });
}

function offeredMinutes(campaign: WorldCampaign, start: number, end: number, from: BoundFrom): number {
  const { startMinute, endMinute, knownMinute, liveChannels } = campaign;
  const first = Math.max(start, startMinute, from === 'known' ? knownMinute : 0);
  const last = Math.min(end, endMinute);
  if (last <= first) return 0;
  if (liveChannels === null) return last - first;
  let minutes = 0;
  for (let minute = first; minute < last; minute += stepMinutes) {
    if ((liveChannels[minute / stepMinutes] ?? 0) > 0) minutes += stepMinutes;
  }
  return minutes;
}
