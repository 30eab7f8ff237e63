import { assertNever } from '@dropwise/kit';
import { isComplete } from '../../drops/progress.ts';
import { retryClaim } from '../claims.ts';
import { noteFailure } from '../conditions.ts';
import { obeyPause } from '../idle.ts';
import type { TimerKey } from '../input.ts';
import { proceed, request } from '../pipeline.ts';
import { nextHourPeek, scheduleReload } from '../schedule.ts';
import { noteKnownChannels } from '../sighting.ts';
import { emit, needPlan, patch, startTimer, type Turn } from '../turn.ts';
import { actOnSilence, beat, checkConfirmation } from '../watching.ts';
import { onChannelTimer } from './on-channels.ts';
import { onSocketDownTimer } from './on-socket.ts';

const minuteMs = 60_000;
/** A reminder within this of a claim is about that claim. */
const reminderSlackMs = 5 * minuteMs;
const busyDelayMs = 15_000;
/** Full fetches that nobody asked for keep this distance. */
const minFetchSpacingMs = 3 * minuteMs;

export function onTimerFired(turn: Turn, key: TimerKey): void {
  if (isKeyed(key, 'claim:')) return retryClaim(turn, key.slice('claim:'.length));
  if (isKeyed(key, 'channel:')) return onChannelTimer(turn, key.slice('channel:'.length));
  switch (key) {
    case 'signIn':
      if (turn.state.account.kind !== 'signedIn') emit(turn, { kind: 'signIn', fresh: false });
      return;
    case 'watch':
      return beat(turn);
    case 'confirm':
      return onConfirm(turn);
    case 'reload':
      scheduleReload(turn);
      return request(turn, 'inventoryFetch');
    case 'peek':
      return peek(turn);
    case 'uncounted':
    case 'boundary':
      return request(turn, 'gamesUpdate');
    case 'plan':
      noteKnownChannels(turn);
      return needPlan(turn);
    case 'pause':
      obeyPause(turn);
      return request(turn, 'gamesUpdate');
    case 'retryInventory':
      return request(turn, 'inventoryFetch');
    case 'retryChannels':
      patch(turn, { fetchedPlan: null });
      return request(turn, 'channelsFetch');
    case 'fetchDeadline':
      return giveUpFetch(turn);
    case 'awaitClaim':
      return awaitClaim(turn);
    case 'awaitTruth':
      return awaitTruth(turn);
    case 'socketDown':
      return onSocketDownTimer(turn);
    default:
      assertNever(key);
  }
}

function isKeyed<Prefix extends 'claim:' | 'channel:'>(key: TimerKey, prefix: Prefix): key is `${Prefix}${string}` {
  return key.startsWith(prefix);
}

function onConfirm(turn: Turn): void {
  checkConfirmation(turn);
  if (actOnSilence(turn)) request(turn, 'gamesUpdate');
}

/** While another stage waits for Twitch the look is put off, but not by much: what starts on the hour should be seen. */
function peek(turn: Turn): void {
  const { phase } = turn.state;
  if (phase.kind !== 'watching' && phase.kind !== 'idle') {
    startTimer(turn, 'peek', busyDelayMs);
    return;
  }
  startTimer(turn, 'peek', nextHourPeek(turn.now, minuteMs) - turn.now);
  request(turn, 'inventoryFetch', 'peek');
}

/** A fetch that never ended must not hold up everything else. */
function giveUpFetch(turn: Turn): void {
  const { phase } = turn.state;
  if (phase.kind !== 'inventoryFetch' && phase.kind !== 'channelsFetch') return;
  noteFailure(turn, { kind: 'slow', operation: phase.kind, detail: 'no answer for ten minutes', host: null });
  startTimer(turn, phase.kind === 'inventoryFetch' ? 'retryInventory' : 'retryChannels', 5 * minuteMs);
  proceed(turn, 'channelSwitch');
}

/** A drop is complete, or Twitch reminds of one, and no claim explains it: the inventory has the claim id. */
function awaitClaim(turn: Turn): void {
  const { campaigns, lastClaimedAt, remindedAt } = turn.state;
  const complete = Object.values(campaigns).some((campaign) =>
    campaign.drops.some((drop) => drop.requiredMinutes > 0 && drop.claim.kind === 'unclaimed' && isComplete(drop)),
  );
  const explained = remindedAt === null || (lastClaimedAt !== null && remindedAt - lastClaimedAt < reminderSlackMs);
  patch(turn, { remindedAt: null });
  if (!complete && explained) return;
  const waitMs = untilNextFetch(turn);
  if (waitMs > 0) {
    patch(turn, { remindedAt });
    startTimer(turn, 'awaitClaim', waitMs);
  } else request(turn, 'inventoryFetch', 'progress');
}

/** Reports contradict what was confirmed: only the inventory can settle it. */
function awaitTruth(turn: Turn): void {
  const waitMs = untilNextFetch(turn);
  if (waitMs > 0) startTimer(turn, 'awaitTruth', waitMs);
  else request(turn, 'inventoryFetch', 'progress');
}

function untilNextFetch(turn: Turn): number {
  const { attemptedAt } = turn.state.inventory;
  return attemptedAt === null ? 0 : attemptedAt + minFetchSpacingMs - turn.now;
}
