import { isCampaignOpen } from '../../drops/eligibility.ts';
import { claim, handOver, noteClaimed, scheduleClaimRetry } from '../claims.ts';
import { noteFailure, noteSuccess } from '../conditions.ts';
import type { Input } from '../input.ts';
import { request } from '../pipeline.ts';
import {
  emit,
  findDrop,
  nameDrop,
  needPlan,
  patch,
  putDrop,
  saveMemory,
  startTimer,
  type Turn,
  tell,
} from '../turn.ts';

type Of<Kind extends Input['kind']> = Extract<Input, { kind: Kind }>;

const operation = 'DropsPage_ClaimDropRewards';

/** The requirement is met: claim before anything else. Protocol 4.5. */
export function onDropBecameClaimable(turn: Turn, input: Of<'dropBecameClaimable'>): void {
  const found = findDrop(turn.state, input.dropId);
  if (found === null) {
    request(turn, 'inventoryFetch', 'progress');
    return;
  }
  const { campaign, drop } = found;
  if (drop.claim.kind !== 'unclaimed') return;
  const ready = { ...drop, claim: { kind: 'ready', instanceId: input.instanceId, readyAt: turn.now } } as const;
  putDrop(turn, campaign.id, ready);
  tell(turn, { kind: 'dropBecameClaimable', ...nameDrop(campaign, drop) });
  // A campaign whose last drop is claimed leaves the inventory: whoever dies before the answer must know what it asked for.
  saveMemory(turn);
  claim(turn, campaign, ready);
}

export function onClaimAnswered(turn: Turn, input: Of<'claimAnswered'>): void {
  const found = findDrop(turn.state, input.dropId);
  if (found === null) return;
  const { campaign, drop } = found;
  if (drop.claim.kind === 'claimed') return;
  const { outcome } = input;
  switch (outcome.kind) {
    case 'claimed':
    case 'alreadyClaimed': {
      noteSuccess(turn, operation);
      const claimed = claimedDrop(turn, drop);
      putDrop(turn, campaign.id, claimed);
      noteClaimed(turn, campaign, drop, claimed, 'claim');
      needPlan(turn);
      goOnAfterClaim(turn, campaign.id);
      return;
    }
    case 'refused':
      scheduleClaimRetry(turn, campaign, drop, outcome.detail);
      return;
    case 'failed':
      noteFailure(turn, outcome.failure);
      if (outcome.failure.kind === 'integrity') {
        handOver(turn, campaign, drop);
        request(turn, 'gamesUpdate');
      } else scheduleClaimRetry(turn, campaign, drop, outcome.failure.detail);
  }
}

type FoundDrop = NonNullable<ReturnType<typeof findDrop>>['drop'];

function claimedDrop(turn: Turn, drop: FoundDrop): FoundDrop {
  return {
    ...drop,
    claim: { kind: 'claimed', at: turn.now },
    progress: { ...drop.progress, confirmedMinutes: drop.requiredMinutes, estimatedMinutes: 0 },
  };
}

/** The next drop begins only with a new watch event (protocol 5.4), so it is sent early. */
function goOnAfterClaim(turn: Turn, campaignId: string): void {
  const campaign = findCampaign(turn, campaignId);
  const { watching } = turn.state;
  if (watching !== null && campaign !== null && watching.campaignId === campaign.id) {
    if (isCampaignOpen(campaign, turn.state.settings, turn.now)) {
      if (watching.lastBeatAt === null || turn.now - watching.lastBeatAt > 15_000) startTimer(turn, 'watch', 4_000);
      return;
    }
  }
  request(turn, 'gamesUpdate');
}

function findCampaign(turn: Turn, campaignId: string) {
  return Object.values(turn.state.campaigns).find((campaign) => campaign.id === campaignId) ?? null;
}

/** Twitch reminds of a reward: something is ready that the socket did not say. Protocol 4.5. */
export function onRewardReminded(turn: Turn, input: Of<'rewardReminded'>): void {
  emit(turn, { kind: 'deleteNotification', notificationId: input.notificationId });
  patch(turn, { remindedAt: turn.now });
  startTimer(turn, 'awaitClaim', 5_000);
}
