import type { Campaign, Drop } from '../drops/campaign.ts';
import { claimGraceMs } from '../drops/campaign.ts';
import { isClaimable } from '../drops/eligibility.ts';
import { clear, raise } from './conditions.ts';
import {
  emit,
  findDrop,
  nameDrop,
  patch,
  putDrop,
  saveMemory,
  startTimer,
  stopTimer,
  type Turn,
  tell,
  without,
} from './turn.ts';

const firstRetryMs = 60_000;
const longestRetryMs = 30 * 60_000;

/** Twitch's own page where a drop can be claimed by hand. */
export const inventoryPageUrl = 'https://www.twitch.tv/drops/inventory';

export function claimEverything(turn: Turn): void {
  for (const campaign of Object.values(turn.state.campaigns)) {
    for (const drop of campaign.drops) if (drop.claim.kind === 'ready') claim(turn, campaign, drop);
  }
}

/** Claims at once, unless a claim is under way or waits for its next try. */
export function claim(turn: Turn, campaign: Campaign, drop: Drop): void {
  if (drop.claim.kind !== 'ready') return;
  const attempt = turn.state.claims[drop.id];
  if (attempt !== undefined && (attempt.inFlight || attempt.nextAt > turn.now)) return;
  if (!isClaimable(campaign, drop, turn.now)) return;
  const attempts = (attempt?.attempts ?? 0) + 1;
  patch(turn, { claims: { ...turn.state.claims, [drop.id]: { attempts, inFlight: true, nextAt: turn.now } } });
  emit(turn, { kind: 'claimDrop', dropId: drop.id, instanceId: drop.claim.instanceId });
}

export function retryClaim(turn: Turn, dropId: string): void {
  const found = findDrop(turn.state, dropId);
  if (found !== null) claim(turn, found.campaign, found.drop);
}

/** `before`: the drop as it was known until now. */
export function noteClaimed(turn: Turn, campaign: Campaign, before: Drop, drop: Drop, by: 'claim' | 'inventory'): void {
  tellLastMinutes(turn, campaign, before, drop, by);
  const attempts = turn.state.claims[drop.id]?.attempts ?? 0;
  patch(turn, {
    claims: without(turn.state.claims, drop.id),
    totals: { ...turn.state.totals, claimed: turn.state.totals.claimed + 1 },
    lastClaimedAt: turn.now,
  });
  stopTimer(turn, `claim:${drop.id}`);
  clear(turn, 'claim-failing', drop.id);
  clear(turn, 'claim-by-hand', drop.id);
  tell(turn, {
    kind: 'dropClaimed',
    ...nameDrop(campaign, drop),
    benefitNames: drop.benefits.map((benefit) => benefit.name),
    attempts,
    by,
  });
  saveMemory(turn);
}

/** A claim is proof of the whole requirement (protocol 3.6): it confirms the minutes that no report told of. */
function tellLastMinutes(turn: Turn, campaign: Campaign, before: Drop, drop: Drop, by: 'claim' | 'inventory'): void {
  const gainedMinutes = drop.progress.confirmedMinutes - before.progress.confirmedMinutes;
  if (gainedMinutes <= 0) return;
  const { totals } = turn.state;
  patch(turn, { totals: { ...totals, confirmedMinutes: totals.confirmedMinutes + gainedMinutes } });
  tell(turn, {
    kind: 'minuteConfirmed',
    ...nameDrop(campaign, drop),
    minutes: drop.progress.confirmedMinutes,
    requiredMinutes: drop.requiredMinutes,
    gainedMinutes,
    by,
  });
}

/** Later and later, but never past the last instant at which Twitch still takes the claim. */
export function scheduleClaimRetry(turn: Turn, campaign: Campaign, drop: Drop, detail: string): void {
  const attempts = turn.state.claims[drop.id]?.attempts ?? 1;
  const lastAt = campaign.endsAt + claimGraceMs;
  if (turn.now >= lastAt) {
    expireClaim(turn, campaign, drop);
    return;
  }
  const delayMs = Math.min(firstRetryMs * 2 ** Math.min(attempts - 1, 10), longestRetryMs);
  const retryAt = Math.max(turn.now + 1_000, Math.min(turn.now + delayMs, lastAt - 5_000));
  patch(turn, { claims: { ...turn.state.claims, [drop.id]: { attempts, inFlight: false, nextAt: retryAt } } });
  startTimer(turn, `claim:${drop.id}`, retryAt - turn.now);
  raise(turn, 'claim-failing', drop.id, { drop: drop.name, campaign: campaign.name, detail });
  tell(turn, { kind: 'claimFailed', ...nameDrop(campaign, drop), attempts, detail, retryAt });
}

function expireClaim(turn: Turn, campaign: Campaign, drop: Drop): void {
  patch(turn, { claims: without(turn.state.claims, drop.id) });
  clear(turn, 'claim-failing', drop.id);
  tell(turn, { kind: 'claimExpired', ...nameDrop(campaign, drop) });
}

/** Twitch wants a person for this claim: name it, link it, go on. */
export function handOver(turn: Turn, campaign: Campaign, drop: Drop): void {
  const instanceId = drop.claim.kind === 'ready' || drop.claim.kind === 'byHand' ? drop.claim.instanceId : null;
  patch(turn, { claims: without(turn.state.claims, drop.id) });
  putDrop(turn, campaign.id, {
    ...drop,
    claim: { kind: 'byHand', instanceId, since: turn.now, link: inventoryPageUrl },
  });
  raise(turn, 'claim-by-hand', drop.id, { drop: drop.name, campaign: campaign.name, link: inventoryPageUrl });
  tell(turn, { kind: 'claimHandedOver', ...nameDrop(campaign, drop), link: inventoryPageUrl });
  saveMemory(turn);
}
