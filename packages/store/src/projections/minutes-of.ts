import type { AnyFact } from '@dropwise/contract';
import type { DropMinutesTable } from '../schema/drop-minutes.ts';
import type { MinutesTable } from '../schema/minutes.ts';

interface Placed {
  readonly at: number;
  readonly childId: string;
  readonly fact: AnyFact;
}

/** How many minutes a drop has, as a fact tells; null = its miner cannot say, or not of which drop. */
export function dropMinutesOf({ childId, fact }: Pick<Placed, 'childId' | 'fact'>): DropMinutesTable | null {
  if (fact.kind !== 'minuteConfirmed') return null;
  if (fact.dropId === null || fact.minutes === null || fact.gainedMinutes === null) return null;
  return { child_id: childId, drop_id: fact.dropId, minutes: wholeMinutes(fact.minutes) };
}

/**
 * The minutes that a fact adds. Confirmed are those that Twitch has added; a miner that cannot say how many adds none. An
 * estimate is told minute by minute. `toldMinutes`: the most that was told of this drop before; null = nothing was.
 */
export function minutesOf(
  placed: Placed,
  dayOf: (atMs: number) => string,
  toldMinutes: number | null,
): MinutesTable | null {
  const { at, childId, fact } = placed;
  if (fact.kind !== 'minuteConfirmed' && fact.kind !== 'minuteEstimated') return null;
  const confirmed = fact.kind === 'minuteConfirmed' ? gainedMinutes(placed, fact.gainedMinutes, toldMinutes) : 0;
  const estimated = fact.kind === 'minuteEstimated' ? 1 : 0;
  if (confirmed + estimated === 0) return null;
  return {
    day: dayOf(at),
    child_id: childId,
    game_name: fact.gameName ?? '',
    campaign_id: fact.campaignId ?? '',
    campaign_name: fact.campaignName ?? '',
    confirmed_minutes: confirmed,
    estimated_minutes: estimated,
  };
}

/**
 * A miner that was killed remembers less than it told, and tells minutes again when it finds them in the inventory; minutes
 * that came while none was up it may not call gained. What the drop has above all that was told before is what is new.
 */
function gainedMinutes(placed: Placed, gained: number | null, toldMinutes: number | null): number {
  const minutes = dropMinutesOf(placed)?.minutes ?? null;
  return wholeMinutes(minutes === null || toldMinutes === null ? gained : minutes - toldMinutes);
}

function wholeMinutes(minutes: number | null): number {
  return minutes !== null && Number.isFinite(minutes) ? Math.max(0, Math.round(minutes)) : 0;
}
