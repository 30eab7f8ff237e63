import type { ObservedFact } from '@dropwise/contract';
import type { ConfirmationSource } from '@dropwise/core';
import { observe } from './fact-fields.ts';

export interface MinutesHeard {
  readonly drop: Partial<
    Pick<
      Extract<ObservedFact, { readonly kind: 'dropBecameClaimable' }>,
      'dropId' | 'dropName' | 'campaignId' | 'campaignName' | 'gameName'
    >
  >;
  readonly minutes: number;
  readonly requiredMinutes: number;
  /** Null = the miner's own counting. */
  readonly by: ConfirmationSource | null;
}

/** Turns “the drop is at 17 of 60 minutes” into facts: what was gained, what is believed, what is complete. */
export interface MinuteBook {
  /** Empty where it says nothing new. */
  note(heard: MinutesHeard): readonly ObservedFact[];
  /** Where a drop stands when it is first seen: nobody earned that under our eyes. */
  seed(drop: MinutesHeard['drop'], minutes: number): void;
  /** What a report of `minutes` confirms beyond the one before; null = it is the first. */
  gained(drop: MinutesHeard['drop'], minutes: number): number | null;
}

interface Known {
  readonly confirmed: number | null;
  readonly shown: number;
  readonly isComplete: boolean;
}

/** Beyond that the drop that was heard of longest ago is forgotten: its next report then counts as the first. */
const maxDrops = 500;

export function createMinuteBook(): MinuteBook {
  const drops = new Map<string, Known>();
  const keep = (key: string, known: Known): void => {
    drops.delete(key);
    drops.set(key, known);
    const oldest = drops.keys().next().value;
    if (drops.size > maxDrops && oldest !== undefined) drops.delete(oldest);
  };
  return {
    note: (heard) => {
      const key = keyOf(heard.drop);
      const before = drops.get(key) ?? null;
      const isComplete = heard.requiredMinutes > 0 && heard.minutes >= heard.requiredMinutes;
      const confirmed = heard.by === null ? (before?.confirmed ?? null) : heard.minutes;
      // The miner's own counting shows what Twitch has not said: only Twitch's word makes a drop complete.
      const completed = isComplete && heard.by !== null;
      keep(key, { confirmed, shown: heard.minutes, isComplete: completed });
      const facts = heard.by === null ? estimated(heard, before) : confirmedBy(heard, heard.by, before);
      const isNews = completed && before?.isComplete !== true;
      return isNews ? [...facts, observe('dropBecameClaimable', heard.drop)] : facts;
    },
    seed: (drop, minutes) => {
      if (!drops.has(keyOf(drop))) keep(keyOf(drop), { confirmed: null, shown: minutes, isComplete: false });
    },
    gained: (drop, minutes) => {
      const before = drops.get(keyOf(drop));
      keep(keyOf(drop), { confirmed: minutes, shown: minutes, isComplete: before?.isComplete ?? false });
      return gainSince(before?.confirmed ?? null, minutes);
    },
  };
}

function confirmedBy(heard: MinutesHeard, by: ConfirmationSource, before: Known | null): ObservedFact[] {
  const earlier = before?.confirmed ?? null;
  if (earlier === heard.minutes) return [];
  const { minutes, requiredMinutes } = heard;
  const gainedMinutes = gainSince(earlier, minutes);
  return [observe('minuteConfirmed', { ...heard.drop, minutes, requiredMinutes, gainedMinutes, by })];
}

function keyOf(drop: MinutesHeard['drop']): string {
  return drop.dropId ?? JSON.stringify([drop.dropName ?? null, drop.gameName ?? null]);
}

/** What was there before the first report was not gained under our eyes. */
function gainSince(earlier: number | null, minutes: number): number | null {
  return earlier === null ? null : Math.max(0, minutes - earlier);
}

function estimated(heard: MinutesHeard, before: Known | null): ObservedFact[] {
  if (before !== null && heard.minutes <= before.shown) return [];
  // On top of what is confirmed, as our own miner counts; where nothing is, all of it is a belief.
  const estimatedMinutes = Math.max(0, heard.minutes - (before?.confirmed ?? 0));
  return [observe('minuteEstimated', { ...heard.drop, estimatedMinutes })];
}
