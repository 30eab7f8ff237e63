import type { CampaignId, ChannelId } from '@dropwise/kit';
import type { Channel } from '../channels/channel.ts';
import type { Campaign, Drop } from '../drops/campaign.ts';
import type { Effect } from './effect.ts';
import type { DropName, Fact } from './fact.ts';
import type { TimerKey } from './input.ts';
import { memoryOf } from './memory.ts';
import type { MinerState } from './state.ts';

/** One step being worked out: the state so far, and what the step will ask for and tell. Never leaves `step`. */
export interface Turn {
  readonly now: number;
  state: MinerState;
  readonly effects: Effect[];
  readonly facts: Fact[];
  /** Something happened that a plan depends on; the step ends with a new one. */
  planIsDue: boolean;
}

export function patch(turn: Turn, change: Partial<MinerState>): void {
  turn.state = { ...turn.state, ...change };
}

/** Several reasons in one step make one plan. */
export function needPlan(turn: Turn): void {
  turn.planIsDue = true;
}

export function emit(turn: Turn, effect: Effect): void {
  turn.effects.push(effect);
}

export function tell(turn: Turn, fact: Fact): void {
  turn.facts.push(fact);
}

export function startTimer(turn: Turn, key: TimerKey, delayMs: number): void {
  emit(turn, { kind: 'startTimer', key, at: turn.now + Math.max(0, delayMs) });
}

export function stopTimer(turn: Turn, key: TimerKey): void {
  emit(turn, { kind: 'stopTimer', key });
}

export function saveMemory(turn: Turn): void {
  emit(turn, { kind: 'saveMemory', memory: memoryOf(turn.state, turn.now) });
}

export function takeRequestId(turn: Turn): number {
  const requestId = turn.state.lastRequestId + 1;
  patch(turn, { lastRequestId: requestId });
  return requestId;
}

export function putCampaign(turn: Turn, campaign: Campaign): void {
  patch(turn, { campaigns: { ...turn.state.campaigns, [campaign.id]: campaign } });
}

export function putDrop(turn: Turn, campaignId: CampaignId, drop: Drop): void {
  const campaign = turn.state.campaigns[campaignId];
  if (campaign === undefined) return;
  putCampaign(turn, { ...campaign, drops: campaign.drops.map((other) => (other.id === drop.id ? drop : other)) });
}

export function putChannel(turn: Turn, channel: Channel): void {
  patch(turn, { channels: { ...turn.state.channels, [channel.id]: channel } });
}

export function findChannel(turn: Turn, channelId: ChannelId): Channel | null {
  return turn.state.channels[channelId] ?? null;
}

/** Null = nothing is watched, or nothing is known of it any more. */
export function watchedChannel(turn: Turn): Channel | null {
  return turn.state.watching === null ? null : findChannel(turn, turn.state.watching.channelId);
}

export function findDrop(state: MinerState, dropId: string): { campaign: Campaign; drop: Drop } | null {
  for (const campaign of Object.values(state.campaigns)) {
    const drop = campaign.drops.find((candidate) => candidate.id === dropId);
    if (drop !== undefined) return { campaign, drop };
  }
  return null;
}

export function nameDrop(campaign: Campaign, drop: Drop): DropName {
  return {
    dropId: drop.id,
    dropName: drop.name,
    campaignId: campaign.id,
    campaignName: campaign.name,
    gameName: campaign.game.name,
  };
}

/** A copy of `record` without `key`. */
export function without<Value>(record: Readonly<Record<string, Value>>, key: string): Record<string, Value> {
  const { [key]: _gone, ...rest } = record;
  return rest;
}
