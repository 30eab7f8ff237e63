import { assertNever } from '@dropwise/kit';
import { noteFailure } from './conditions.ts';
import type { Effect } from './effect.ts';
import type { Fact } from './fact.ts';
import { followPlan } from './follow-plan.ts';
import {
  onDeviceCodeIssued,
  onLoginRetried,
  onSessionRevoked,
  onSignedIn,
  onSignInFailed,
  onSignOutRequested,
  onStarted,
  onStopRequested,
} from './handlers/on-account.ts';
import {
  onAvailableDropsArrived,
  onBroadcastChanged,
  onChannelChecked,
  onChannelCheckFailed,
  onChannelsArrived,
  onSomeChannelsArrived,
  onStreamWentDown,
  onStreamWentUp,
  onViewersCounted,
} from './handlers/on-channels.ts';
import { onClaimAnswered, onDropBecameClaimable, onRewardReminded } from './handlers/on-claims.ts';
import { onInventoryArrived } from './handlers/on-inventory-arrived.ts';
import {
  onChannelSelected,
  onManualEnded,
  onProtocolChanged,
  onReloadRequested,
  onSettingsChanged,
  onSettingsJudged,
} from './handlers/on-owner.ts';
import { onMessageRejected, onSocketChanged, onTopicAccepted, onTopicRefused } from './handlers/on-socket.ts';
import { onTimerFired } from './handlers/on-timer-fired.ts';
import { onCurrentSessionArrived, onDropProgressed, onWatchAnswered } from './handlers/on-watching.ts';
import type { Input } from './input.ts';
import type { MinerState } from './state.ts';
import type { Turn } from './turn.ts';

export interface Step {
  readonly state: MinerState;
  readonly effects: readonly Effect[];
  readonly facts: readonly Fact[];
}

/**
 * The miner: what it knows, what happened, when → what it knows now, what it asks for, what is worth telling.
 * Pure: the same inputs give the same effects. After `exit` nothing has any effect.
 */
export function step(state: MinerState, input: Input, now: number): Step {
  const turn: Turn = { now, state, effects: [], facts: [], planIsDue: false };
  if (state.phase.kind !== 'exit') {
    handle(turn, input);
    followPlan(turn);
  }
  return { state: turn.state, effects: turn.effects, facts: turn.facts };
}

function handle(turn: Turn, input: Input): void {
  switch (input.kind) {
    case 'started':
      return onStarted(turn, input);
    case 'stopRequested':
      return onStopRequested(turn);
    case 'deviceCodeIssued':
      return onDeviceCodeIssued(turn, input);
    case 'signedIn':
      return onSignedIn(turn, input);
    case 'signInFailed':
      return onSignInFailed(turn, input);
    case 'sessionRevoked':
      return onSessionRevoked(turn, input);
    case 'inventoryArrived':
      return onInventoryArrived(turn, input);
    case 'channelsArrived':
      return onChannelsArrived(turn, input);
    case 'someChannelsArrived':
      return onSomeChannelsArrived(turn, input);
    case 'channelChecked':
      return onChannelChecked(turn, input);
    case 'channelCheckFailed':
      return onChannelCheckFailed(turn, input);
    case 'availableDropsArrived':
      return onAvailableDropsArrived(turn, input);
    case 'watchAnswered':
      return onWatchAnswered(turn, input);
    case 'currentSessionArrived':
      return onCurrentSessionArrived(turn, input);
    case 'currentSessionFailed':
      return noteFailure(turn, input.failure);
    case 'claimAnswered':
      return onClaimAnswered(turn, input);
    case 'dropProgressed':
      return onDropProgressed(turn, input);
    case 'dropBecameClaimable':
      return onDropBecameClaimable(turn, input);
    case 'rewardReminded':
      return onRewardReminded(turn, input);
    case 'streamWentUp':
      return onStreamWentUp(turn, input.channelId);
    case 'streamWentDown':
      return onStreamWentDown(turn, input.channelId);
    case 'viewersCounted':
      return onViewersCounted(turn, input);
    case 'broadcastChanged':
      return onBroadcastChanged(turn, input.channelId);
    case 'topicRefused':
      return onTopicRefused(turn, input);
    case 'topicAccepted':
      return onTopicAccepted(turn, input);
    case 'messageRejected':
      return onMessageRejected(turn, input);
    case 'socketChanged':
      return onSocketChanged(turn, input);
    case 'settingsChanged':
      return onSettingsChanged(turn, input);
    case 'settingsJudged':
      return onSettingsJudged(turn, input);
    case 'protocolChanged':
      return onProtocolChanged(turn);
    case 'reloadRequested':
      return onReloadRequested(turn);
    case 'channelSelected':
      return onChannelSelected(turn, input);
    case 'manualEnded':
      return onManualEnded(turn);
    case 'loginRetried':
      return onLoginRetried(turn);
    case 'signOutRequested':
      return onSignOutRequested(turn);
    case 'timerFired':
      return onTimerFired(turn, input.key);
    default:
      assertNever(input);
  }
}
