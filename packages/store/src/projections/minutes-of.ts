import type { AnyFact } from '@dropwise/contract';
import type { MinutesTable } from '../schema/minutes.ts';

/**
 * The minutes that a fact adds. Confirmed are those that Twitch has added; a miner that cannot say how many adds none. An
 * estimate is told minute by minute.
 */
export function minutesOf(
  { at, childId, fact }: { readonly at: number; readonly childId: string; readonly fact: AnyFact },
  dayOf: (atMs: number) => string,
): MinutesTable | null {
  if (fact.kind !== 'minuteConfirmed' && fact.kind !== 'minuteEstimated') return null;
  const confirmed = fact.kind === 'minuteConfirmed' ? wholeMinutes(fact.gainedMinutes) : 0;
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

function wholeMinutes(minutes: number | null): number {
  return minutes !== null && Number.isFinite(minutes) ? Math.max(0, Math.round(minutes)) : 0;
}
