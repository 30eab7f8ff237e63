import type { CampaignId, DropId } from '@dropwise/kit';
import type { Drop } from '../drops/campaign.ts';
import { compareText } from '../drops/compare.ts';
import { isComplete } from '../drops/credit.ts';
import type { MiningTime } from './mining-time.ts';
import type { PlanCampaign, PlanRequest } from './plan-request.ts';
import { type SupplyAhead, supplyAhead } from './supply-ahead.ts';
import type { Tier } from './wish.ts';

/** In `JobDrop.after`: a drop that cannot be earned by watching. */
const nobodyCan = -1;

/** One drop as the planner sees it. All times in mined minutes from now. */
export interface JobDrop {
  readonly id: DropId;
  readonly campaignId: CampaignId;
  /** Position of its campaign in the line. */
  readonly place: number;
  /** Null = earned only because something else needs it first. */
  readonly tier: Tier | null;
  readonly opensAt: number;
  readonly closesAt: number;
  /** Minutes still to be watched. */
  readonly neededMinutes: number;
  /** Positions in the job's drops that must be earned first; -1 = one that nobody can earn. */
  readonly after: readonly number[];
}

/**
 * What one decision to watch works on: a campaign, or the campaigns of one line, of which only the first with something
 * open is credited. Protocol 5.4.
 */
export interface Job {
  readonly drops: readonly JobDrop[];
  readonly supply: SupplyAhead;
  /** Campaigns in the order in which they are credited. */
  readonly campaignIds: readonly CampaignId[];
  readonly watched: boolean;
}

/** The jobs of a request, campaigns with nothing left to watch for left out. */
export function jobsOf(request: PlanRequest, time: MiningTime): readonly Job[] {
  const lines = new Map<string, PlanCampaign[]>();
  for (const planned of request.campaigns) {
    const key = planned.line ?? `campaign ${planned.campaign.id}`;
    const line = lines.get(key);
    if (line === undefined) lines.set(key, [planned]);
    else line.push(planned);
  }
  const jobs: Job[] = [];
  for (const line of lines.values()) {
    const job = jobOf(line.length === 1 ? line : sortLine(line, request), request, time);
    if (job.drops.some((drop) => drop.tier !== null)) jobs.push(job);
  }
  // Ties are settled by name, so that the plan does not depend on how the list arrived.
  return jobs.sort((a, b) => compareText(a.campaignIds[0] ?? '', b.campaignIds[0] ?? ''));
}

function sortLine(line: readonly PlanCampaign[], request: PlanRequest): readonly PlanCampaign[] {
  const isWatched = (planned: PlanCampaign): number => (planned.campaign.id === request.watchingId ? 0 : 1);
  return [...line].sort(
    (a, b) =>
      isWatched(a) - isWatched(b) || a.campaign.endsAt - b.campaign.endsAt || compareText(a.campaign.id, b.campaign.id),
  );
}

function jobOf(line: readonly PlanCampaign[], request: PlanRequest, time: MiningTime): Job {
  const drops: JobDrop[] = [];
  line.forEach((planned, place) => {
    addDrops(drops, planned, place, time);
  });
  const [first] = line;
  if (first === undefined) throw new Error('A line has at least one campaign.');
  return {
    drops,
    supply: supplyAhead(first.supply, request.now, time),
    campaignIds: line.map((planned) => planned.campaign.id),
    watched: line.some((planned) => planned.campaign.id === request.watchingId),
  };
}

function addDrops(into: JobDrop[], planned: PlanCampaign, place: number, time: MiningTime): void {
  const { campaign, wishes, blocks } = planned;
  if (campaign.expired) return;
  const first = into.length;
  const open = campaign.drops
    .map((drop, index) => ({ drop, wish: wishes[index] ?? 'never', block: blocks[index] ?? null }))
    .filter(({ drop, block }) => block === null && isToWatch(drop));
  const positions = new Map(open.map(({ drop }, index) => [drop.id, first + index]));
  for (const { drop, wish } of open) {
    const after: number[] = [];
    for (const id of drop.preconditionIds) {
      const before = campaign.drops.find((other) => other.id === id);
      if (before === undefined || !isEarned(before)) after.push(positions.get(id) ?? nobodyCan);
    }
    into.push({
      id: drop.id,
      campaignId: campaign.id,
      place,
      tier: wish === 'never' ? null : wish,
      opensAt: time.minutesAt(Math.max(campaign.startsAt, drop.startsAt)),
      closesAt: time.minutesAt(Math.min(campaign.endsAt, drop.endsAt)),
      neededMinutes: neededMinutes(drop),
      after,
    });
  }
}

/**
 * Twitch advances all open drops of a campaign and reports one of them: what is believed of the others counts here, or the
 * plan would see them fall behind. Only Twitch's word finishes a drop, so that a minute is always left.
 */
function neededMinutes({ requiredMinutes, progress }: Drop): number {
  return Math.max(1, requiredMinutes - progress.confirmedMinutes - progress.estimatedMinutes);
}

/** Its claim is made or will be; one that waits for the owner's hand may wait for ever. */
function isEarned(drop: Drop): boolean {
  const { kind } = drop.claim;
  return (
    kind === 'claimed' || kind === 'ready' || (kind === 'unclaimed' && drop.requiredMinutes > 0 && isComplete(drop))
  );
}

/** Whether minutes are what it lacks. What is earned and waits for its claim needs none. */
export function isToWatch(drop: Drop): boolean {
  return drop.requiredMinutes > 0 && drop.claim.kind === 'unclaimed' && !isComplete(drop);
}
