import { isFinished } from '../drops/eligibility.ts';
import { clear } from './conditions.ts';
import { isPausedNow, schedulePause } from './pausing.ts';
import type { IdleReason } from './state.ts';
import { patch, startTimer, type Turn, tell } from './turn.ts';
import { stopWatching } from './watching.ts';

/** Nobody live: how often the directories are looked at again. */
const idleLookMs = 10 * 60_000;

const idleReasons: readonly IdleReason[] = [
  'idle-no-campaigns',
  'idle-nothing-wanted',
  'idle-all-earned',
  'idle-no-live-channel',
  'idle-paused',
];

export function becomeIdle(turn: Turn, why: IdleReason): void {
  const { phase } = turn.state;
  stopWatching(turn, why);
  const since = phase.kind === 'idle' && phase.why === why ? phase.since : turn.now;
  patch(turn, { phase: { kind: 'idle', why, since } });
  for (const other of idleReasons) if (other !== why) clear(turn, other);
  if (turn.state.conditions[why] === undefined) {
    patch(turn, {
      conditions: {
        ...turn.state.conditions,
        [why]: { since: turn.now, renewedAt: turn.now, sources: ['idle'], detail: {} },
      },
    });
    tell(turn, { kind: 'becameIdle', why });
  }
  if (why === 'idle-no-live-channel') startTimer(turn, 'retryChannels', idleLookMs);
}

/** Something is watched again. */
export function clearIdle(turn: Turn): void {
  for (const code of idleReasons) clear(turn, code);
}

/** A pause ends the watching at once, whatever stage waits for Twitch; claims and the inventory go on. */
export function obeyPause(turn: Turn): void {
  schedulePause(turn);
  if (isPausedNow(turn)) stopWatching(turn, 'idle-paused');
}

/** Why there is nothing to watch. */
export function idleReason(turn: Turn): IdleReason {
  if (isPausedNow(turn)) return 'idle-paused';
  const campaigns = Object.values(turn.state.campaigns);
  const open = campaigns.filter((campaign) => campaign.endsAt > turn.now && !campaign.expired);
  if (open.length === 0) return 'idle-no-campaigns';
  if (turn.state.wantedGameIds.length > 0) return 'idle-no-live-channel';
  const linked = open.filter((campaign) => campaign.linked === 'linked' && campaign.startsAt <= turn.now);
  if (linked.length > 0 && linked.every((campaign) => isFinished(campaign))) return 'idle-all-earned';
  return 'idle-nothing-wanted';
}
