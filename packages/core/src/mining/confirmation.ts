import type { ChannelId, DropId } from '@dropwise/kit';
import type { Campaign, ConfirmationSource, Drop } from '../drops/campaign.ts';
import { canEarnOn } from '../drops/eligibility.ts';
import { exclusionOf } from '../drops/exclusion.ts';
import { confirmProgress, isComplete } from '../drops/progress.ts';
import { clear, raise } from './conditions.ts';
import { findDrop, nameDrop, needPlan, patch, putCampaign, putDrop, startTimer, type Turn, tell } from './turn.ts';
import { noteConfirmed, noteCounted } from './watching.ts';

const minuteMs = 60_000;

export interface ProgressReport {
  readonly dropId: DropId;
  /** Null when the report does not say. */
  readonly channelId: ChannelId | null;
  readonly minutes: number;
  readonly by: Exclude<ConfirmationSource, 'inventory' | 'claim'>;
}

/** One report of minutes, from the socket or the query, with all that can be odd about it. Protocol 5.4, 5.5. */
export function takeProgress(turn: Turn, report: ProgressReport): void {
  const found = findDrop(turn.state, report.dropId);
  if (found === null) {
    if (isHere(turn, report))
      raise(turn, 'wrong-drop-credited', 'unknown', {
        drop: report.dropId,
        campaign: 'a campaign that the list does not show',
      });
    return;
  }
  const { campaign, drop } = believed(turn, found, report);
  const outcome = confirmProgress(campaign, drop.id, report.minutes, report.by, turn.now);
  switch (outcome.change) {
    case 'unknown-drop':
      return;
    case 'regressed':
      contradict(turn, campaign, drop, report);
      noteRising(turn, report);
      return;
    case 'repeated':
      noteElsewhere(turn, report, false);
      noteRepeated(turn, campaign, drop);
      return;
    case 'advanced':
      break;
  }
  putCampaign(turn, outcome.campaign);
  patch(turn, {
    totals: { ...turn.state.totals, confirmedMinutes: turn.state.totals.confirmedMinutes + outcome.gainedMinutes },
  });
  clear(turn, 'progress-contradicted', drop.id);
  clear(turn, 'progress-out-of-order', drop.id);
  tell(turn, {
    kind: 'minuteConfirmed',
    ...nameDrop(campaign, drop),
    minutes: drop.progress.confirmedMinutes + outcome.gainedMinutes,
    requiredMinutes: drop.requiredMinutes,
    gainedMinutes: outcome.gainedMinutes,
    by: report.by,
  });
  afterAdvance(turn, outcome.campaign, drop.id, report);
}

/** Minutes for a drop that was only inferred to be claimed: it is not. Protocol 3.6. */
function believed(turn: Turn, found: Found, report: ProgressReport): Found {
  const { claim } = found.drop;
  if (claim.kind !== 'claimed' || claim.inferred !== true || report.minutes === 0) return found;
  putDrop(turn, found.campaign.id, { ...found.drop, claim: { kind: 'unclaimed' } });
  return findDrop(turn.state, report.dropId) ?? found;
}

type Found = NonNullable<ReturnType<typeof findDrop>>;

function afterAdvance(turn: Turn, campaign: Campaign, dropId: DropId, report: ProgressReport): void {
  const drop = campaign.drops.find((candidate) => candidate.id === dropId);
  if (isNewsToPlan(turn, campaign, drop ?? null)) needPlan(turn);
  if (!noteElsewhere(turn, report, true)) {
    if (isUnwanted(turn, campaign, drop ?? null)) {
      raise(turn, 'wrong-drop-credited', campaign.id, { drop: drop?.name ?? dropId, campaign: campaign.name });
    } else if (turn.state.watching !== null) noteConfirmed(turn, campaign.id);
  }
  if (drop !== undefined && isComplete(drop) && drop.claim.kind === 'unclaimed')
    startTimer(turn, 'awaitClaim', minuteMs);
}

/** A plan that saw this minute coming stays as it is for a while. */
const plannedForMs = 10 * minuteMs;

/** A finished drop, another campaign than was to be credited, or several minutes at once. */
function isNewsToPlan({ state, now }: Turn, campaign: Campaign, drop: Drop | null): boolean {
  const { plan, watching } = state;
  if (plan === null || now - plan.madeAt >= plannedForMs) return true;
  return campaign.id !== watching?.campaignId || (drop !== null && isComplete(drop));
}

/** Credited, on our channel, but to a campaign that the owner ruled out or that cannot be earned here. */
function isUnwanted(turn: Turn, campaign: Campaign, drop: Drop | null): boolean {
  const { watching, settings } = turn.state;
  if (watching === null || campaign.id === watching.campaignId) return false;
  if (exclusionOf(campaign, drop, settings) !== null) return true;
  const channel = turn.state.channels[watching.channelId];
  return channel !== undefined && !canEarnOn(campaign, channel, turn.now, settings);
}

function isHere(turn: Turn, report: ProgressReport): boolean {
  const { watching } = turn.state;
  return watching !== null && (report.channelId === null || report.channelId === watching.channelId);
}

/** True when the minutes belong to another channel: somebody watches on this account. Right after a switch it may still be us. */
function noteElsewhere(turn: Turn, report: ProgressReport, advanced: boolean): boolean {
  const { watching } = turn.state;
  if (watching === null || report.channelId === null) return false;
  if (report.channelId === watching.channelId) {
    clear(turn, 'watched-elsewhere');
    return false;
  }
  if (advanced && turn.now - watching.since > 3 * minuteMs) {
    const login = turn.state.channels[report.channelId]?.login ?? `channel ${report.channelId}`;
    raise(turn, 'watched-elsewhere', 'session', { channel: login });
  }
  return true;
}

/** The same number for minutes on end: accepted, answered, and not counted. */
function noteRepeated(turn: Turn, campaign: Campaign, drop: Drop): void {
  const since = turn.state.watching?.unconfirmedSince ?? null;
  if (since === null || turn.now - since < 6 * minuteMs || isComplete(drop)) return;
  const reported = String(drop.progress.confirmedMinutes);
  raise(turn, 'progress-repeated', 'watching', { drop: drop.name, campaign: campaign.name, reported });
}

/**
 * Fewer minutes than were confirmed, yet more than the last report had: Twitch counts, from a lower start than we
 * knew. The way of watching is not to blame; the inventory is asked for the truth.
 */
function noteRising(turn: Turn, report: ProgressReport): void {
  const { watching } = turn.state;
  if (watching === null || !isHere(turn, report)) return;
  const { lastReport } = watching;
  const rises = lastReport?.dropId === report.dropId && report.minutes > lastReport.minutes;
  patch(turn, { watching: { ...watching, lastReport: { dropId: report.dropId, minutes: report.minutes } } });
  if (!rises) return;
  noteCounted(turn);
  startTimer(turn, 'awaitTruth', minuteMs);
}

/** Fewer minutes than were confirmed: late, doubled or wrong. Kept as they were; the inventory will decide. */
function contradict(turn: Turn, campaign: Campaign, drop: Drop, report: ProgressReport): void {
  const { confirmedAt, confirmedMinutes } = drop.progress;
  const late = confirmedAt !== null && turn.now - confirmedAt < 2 * minuteMs && confirmedMinutes - report.minutes <= 2;
  raise(turn, late ? 'progress-out-of-order' : 'progress-contradicted', drop.id, {
    drop: drop.name,
    confirmed: String(drop.progress.confirmedMinutes),
    reported: String(report.minutes),
  });
  tell(turn, {
    kind: 'progressContradicted',
    ...nameDrop(campaign, drop),
    confirmedMinutes: drop.progress.confirmedMinutes,
    reportedMinutes: report.minutes,
    by: report.by,
    accepted: false,
  });
}
