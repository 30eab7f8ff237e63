import type { Campaign, Drop } from '../../drops/campaign.ts';
import { claimGraceMs } from '../../drops/campaign.ts';
import { isActive, isUpcoming } from '../../drops/eligibility.ts';
import { mergeReports } from '../../drops/merge-reports.ts';
import type { CampaignReport, ClaimedBenefits } from '../../drops/report.ts';
import { unexplainedAwards } from '../../drops/unexplained-awards.ts';
import { claimEverything, noteClaimed } from '../claims.ts';
import { clear, noteFailure, noteSuccess, raise, reasonsOfDrops } from '../conditions.ts';
import type { Input } from '../input.ts';
import { proceed } from '../pipeline.ts';
import { quarantine, releaseSeen } from '../quarantine.ts';
import { scheduleReload } from '../schedule.ts';
import { nameDrop, patch, saveMemory, startTimer, type Turn, tell, without } from '../turn.ts';
import { noteConfirmed } from '../watching.ts';

type Arrived = Extract<Input, { kind: 'inventoryArrived' }>;

const minuteMs = 60_000;

export function onInventoryArrived(turn: Turn, input: Arrived): void {
  const { phase } = turn.state;
  if (phase.kind !== 'inventoryFetch' || phase.requestId !== input.requestId) return;
  clear(turn, 'twitch-slow', 'inventoryFetch');
  for (const operation of input.succeeded) noteSuccess(turn, operation);
  for (const failure of input.failures) noteFailure(turn, failure);
  if (input.succeeded.length === 0) {
    // Nothing answered: asking for channels now would only add to it. What is known goes on.
    retryLater(turn);
    proceed(turn, 'channelSwitch');
    return;
  }
  absorb(turn, input, phase.depth === 'full');
  noteCatalogue(turn, input);
  patch(turn, {
    inventory: {
      fetchedAt: turn.now,
      attemptedAt: turn.now,
      failures: input.failures.length === 0 ? 0 : turn.state.inventory.failures,
      catalogue: input.catalogue === 'unasked' ? turn.state.inventory.catalogue : input.catalogue,
    },
  });
  if (input.failures.some((failure) => failure.kind !== 'integrity')) retryLater(turn);
  if (phase.depth === 'full') {
    clear(turn, 'stream-not-online');
    patch(turn, { announced: turn.state.announced.filter((id) => turn.state.channels[id] !== undefined) });
    tellDiscovery(turn);
  }
  if (phase.depth !== 'progress') scheduleReload(turn);
  saveMemory(turn);
  if (phase.depth === 'full') patch(turn, { fetchedPlan: null });
  claimEverything(turn);
  proceed(turn, 'gamesUpdate');
}

function retryLater(turn: Turn): void {
  const failures = turn.state.inventory.failures + 1;
  patch(turn, { inventory: { ...turn.state.inventory, failures } });
  startTimer(turn, 'retryInventory', Math.min(minuteMs * 2 ** Math.min(failures - 1, 8), 15 * minuteMs));
}

function absorb(turn: Turn, input: Arrived, full: boolean): void {
  if (input.claimedBenefits !== null) patch(turn, { claimedBenefits: input.claimedBenefits });
  const seen = new Set<string>();
  const awards = unexplainedAwards(Object.values(turn.state.campaigns), turn.state.claimedBenefits);
  for (const [id, reports] of groupById(input.reports)) {
    seen.add(id);
    absorbCampaign(turn, id, reports, awards);
  }
  const rejected = new Set<string>();
  for (const item of input.rejected) {
    const id = item.id ?? 'without id';
    rejected.add(`${item.what}:${id}`);
    quarantine(turn, item.what, id, id, item.problem);
  }
  if (full) {
    releaseSeen(turn, seen, rejected);
    forgetGone(turn, seen, input);
  }
}

function groupById(reports: readonly CampaignReport[]): Map<string, CampaignReport[]> {
  const groups = new Map<string, CampaignReport[]>();
  for (const report of reports) {
    const group = groups.get(report.id);
    if (group === undefined) groups.set(report.id, [report]);
    else group.push(report);
  }
  return groups;
}

/** Takes what the sources say of one campaign. One of which no source has told the drops yet waits for them. */
export function absorbCampaign(
  turn: Turn,
  id: string,
  reports: readonly CampaignReport[],
  awards: ClaimedBenefits,
): void {
  const known = (turn.state.campaigns as Readonly<Record<string, Campaign>>)[id] ?? null;
  if (known === null && reports.every((report) => report.drops === undefined)) return;
  const merged = mergeReports(known, reports, awards, turn.now);
  if (!merged.ok) {
    quarantine(turn, 'campaign', id, reports[0]?.name ?? id, merged.failure.problem);
    return;
  }
  const campaign = merged.value;
  patch(turn, { campaigns: { ...turn.state.campaigns, [id]: campaign } });
  if (known === null) {
    tell(turn, {
      kind: 'campaignAppeared',
      campaignId: campaign.id,
      campaignName: campaign.name,
      gameName: campaign.game.name,
      startsAt: campaign.startsAt,
      endsAt: campaign.endsAt,
    });
    return;
  }
  for (const drop of campaign.drops) {
    const before = known.drops.find((candidate) => candidate.id === drop.id);
    if (before !== undefined) tellChange(turn, campaign, before, drop);
  }
}

/** What the inventory knew better: minutes, both ways, and claims made elsewhere or by hand. */
function tellChange(turn: Turn, campaign: Campaign, before: Drop, drop: Drop): void {
  clear(turn, 'progress-contradicted', drop.id);
  clear(turn, 'progress-out-of-order', drop.id);
  if (drop.claim.kind === 'claimed') {
    const isNews = before.claim.kind !== 'claimed' && drop.claim.inferred !== true;
    if (isNews) noteClaimed(turn, campaign, before, drop, 'inventory');
    return;
  }
  if (before.claim.kind === 'unclaimed' && drop.claim.kind === 'ready') {
    tell(turn, { kind: 'dropBecameClaimable', ...nameDrop(campaign, drop) });
  }
  const gainedMinutes = drop.progress.confirmedMinutes - before.progress.confirmedMinutes;
  if (gainedMinutes === 0) return;
  if (gainedMinutes < 0) {
    tell(turn, {
      kind: 'progressContradicted',
      ...nameDrop(campaign, drop),
      confirmedMinutes: before.progress.confirmedMinutes,
      reportedMinutes: drop.progress.confirmedMinutes,
      by: 'inventory',
      accepted: true,
    });
    return;
  }
  patch(turn, {
    totals: { ...turn.state.totals, confirmedMinutes: turn.state.totals.confirmedMinutes + gainedMinutes },
  });
  tell(turn, {
    kind: 'minuteConfirmed',
    ...nameDrop(campaign, drop),
    minutes: drop.progress.confirmedMinutes,
    requiredMinutes: drop.requiredMinutes,
    gainedMinutes,
    by: 'inventory',
  });
  if (turn.state.watching?.campaignId === campaign.id) noteConfirmed(turn, campaign.id);
}

/** A complete list that leaves a campaign out means that it is gone; an incomplete one means nothing. */
function forgetGone(turn: Turn, seen: ReadonlySet<string>, input: Arrived): void {
  const listIsComplete = input.catalogue === 'complete' && input.failures.length === 0;
  const [kept, gone]: [Campaign[], Campaign[]] = [[], []];
  for (const campaign of Object.values(turn.state.campaigns)) {
    const isKept =
      seen.has(campaign.id) || campaign.drops.some(waitsForClaim)
        ? campaign.endsAt + claimGraceMs > turn.now
        : !listIsComplete && campaign.endsAt > turn.now;
    (isKept ? kept : gone).push(campaign);
  }
  if (gone.length === 0) return;
  patch(turn, { campaigns: Object.fromEntries(kept.map((campaign) => [campaign.id, campaign])) });
  for (const campaign of gone) forgetCampaign(turn, campaign);
}

function waitsForClaim({ claim }: Drop): boolean {
  return claim.kind === 'ready' || claim.kind === 'byHand';
}

/** What was said of it is over, and a claim that nobody made in time is told. */
function forgetCampaign(turn: Turn, campaign: Campaign): void {
  patch(turn, { uncounted: without(turn.state.uncounted, campaign.id) });
  for (const drop of campaign.drops) {
    patch(turn, { claims: without(turn.state.claims, drop.id) });
    for (const code of reasonsOfDrops) clear(turn, code, drop.id);
    if (waitsForClaim(drop)) tell(turn, { kind: 'claimExpired', ...nameDrop(campaign, drop) });
  }
}

function noteCatalogue(turn: Turn, input: Arrived): void {
  if (input.catalogue === 'unasked') return;
  if (input.catalogue === 'null') raise(turn, 'catalogue-null', 'dashboard');
  else clear(turn, 'catalogue-null', 'dashboard');
}

function tellDiscovery(turn: Turn): void {
  const campaigns = Object.values(turn.state.campaigns);
  const bySource: Record<string, number> = {};
  for (const campaign of campaigns) {
    const source = campaign.sources[0] ?? 'unknown';
    bySource[source] = (bySource[source] ?? 0) + 1;
  }
  tell(turn, {
    kind: 'campaignsDiscovered',
    count: campaigns.length,
    active: campaigns.filter((campaign) => isActive(campaign, turn.now)).length,
    upcoming: campaigns.filter((campaign) => isUpcoming(campaign, turn.now)).length,
    bySource,
  });
}
