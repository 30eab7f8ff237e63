import type { DropId } from '@dropwise/kit';
import type { MiningSettings } from '../mining/settings.ts';
import type { Campaign, ConfirmationSource, Drop, Progress } from './campaign.ts';
import { isCreditable } from './credit.ts';
import { isDropOpen } from './eligibility.ts';

export { isComplete } from './credit.ts';

export type ProgressChange = 'advanced' | 'repeated' | 'regressed' | 'unknown-drop';

export interface ConfirmedProgress {
  /** The same object when nothing changed. */
  readonly campaign: Campaign;
  readonly change: ProgressChange;
  /** Confirmed minutes that were added; below zero when the inventory took some back, 0 when a report was not believed. */
  readonly gainedMinutes: number;
}

export const noProgress: Progress = { confirmedMinutes: 0, confirmedAt: null, confirmedBy: null, estimatedMinutes: 0 };

/**
 * Takes a report of a drop's total minutes. The inventory is the truth and may take minutes back; a lower number from
 * the socket or the current session is late or wrong and changes nothing. Siblings that Twitch credits at the same
 * time advance by estimate, never by confirmation. Protocol 5.4, 5.5.
 */
export function confirmProgress(
  campaign: Campaign,
  dropId: DropId,
  minutes: number,
  by: ConfirmationSource,
  now: number,
): ConfirmedProgress {
  const drop = campaign.drops.find((each) => each.id === dropId);
  if (drop === undefined) return { campaign, change: 'unknown-drop', gainedMinutes: 0 };
  const progress = confirmedAs(drop, minutes, by, now);
  const gainedMinutes = progress.confirmedMinutes - drop.progress.confirmedMinutes;
  if (gainedMinutes <= 0) {
    const change =
      wholeMinutes(minutes, drop.requiredMinutes) < drop.progress.confirmedMinutes ? 'regressed' : 'repeated';
    return { campaign: withDrop(campaign, drop, progress), change, gainedMinutes };
  }
  // What the siblings were already believed to have gained with this drop is not gained twice.
  const newsMinutes = gainedMinutes - drop.progress.estimatedMinutes;
  const drops = campaign.drops.map((each) => {
    if (each === drop) return { ...each, progress };
    return isCreditable(campaign, each, now) ? withEstimate(each, each.progress.estimatedMinutes + newsMinutes) : each;
  });
  return { campaign: { ...campaign, drops }, change: 'advanced', gainedMinutes };
}

/**
 * The progress of a drop after a report. Unchanged when the report says nothing new or is not believed, but for the
 * inventory: what it does not confirm was not earned, so the estimate goes.
 */
export function confirmedAs(drop: Drop, minutes: number, by: ConfirmationSource, now: number): Progress {
  const { progress } = drop;
  const reported = wholeMinutes(minutes, drop.requiredMinutes);
  const claimed = drop.claim.kind === 'claimed';
  if (
    reported > progress.confirmedMinutes ||
    (by === 'inventory' && reported < progress.confirmedMinutes && !claimed)
  ) {
    return { confirmedMinutes: reported, confirmedAt: now, confirmedBy: by, estimatedMinutes: 0 };
  }
  if (by !== 'inventory' || progress.estimatedMinutes === 0) return progress;
  return { ...progress, estimatedMinutes: 0 };
}

function wholeMinutes(minutes: number, requiredMinutes: number): number {
  return Number.isNaN(minutes) ? 0 : Math.floor(Math.min(Math.max(minutes, 0), requiredMinutes));
}

/** One more minute believed on each open drop, never past its requirement. For a minute that was watched but not reported. */
export function estimateMinute(campaign: Campaign, settings: MiningSettings, now: number): Campaign {
  return mapDrops(campaign, (drop) =>
    isDropOpen(campaign, drop, settings, now) ? withEstimate(drop, drop.progress.estimatedMinutes + 1) : drop,
  );
}

export function clearEstimates(campaign: Campaign): Campaign {
  return mapDrops(campaign, (drop) => withEstimate(drop, 0));
}

/** Minutes to draw: the confirmed ones and, hatched, the estimated ones on top. */
export function shownMinutes(drop: Drop): number {
  return Math.min(drop.requiredMinutes, drop.progress.confirmedMinutes + drop.progress.estimatedMinutes);
}

function withEstimate(drop: Drop, minutes: number): Drop {
  const room = Math.max(0, drop.requiredMinutes - drop.progress.confirmedMinutes);
  const estimatedMinutes = Math.min(room, Math.max(0, minutes));
  if (estimatedMinutes === drop.progress.estimatedMinutes) return drop;
  return { ...drop, progress: { ...drop.progress, estimatedMinutes } };
}

function withDrop(campaign: Campaign, drop: Drop, progress: Progress): Campaign {
  if (progress === drop.progress) return campaign;
  return mapDrops(campaign, (each) => (each === drop ? { ...each, progress } : each));
}

function mapDrops(campaign: Campaign, change: (drop: Drop) => Drop): Campaign {
  const drops = campaign.drops.map(change);
  return drops.every((drop, index) => drop === campaign.drops[index]) ? campaign : { ...campaign, drops };
}
