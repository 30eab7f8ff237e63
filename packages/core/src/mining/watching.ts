import type { ChannelId } from '@dropwise/kit';
import type { Channel } from '../channels/channel.ts';
import { dropsOpen } from '../drops/eligibility.ts';
import { estimateMinute } from '../drops/progress.ts';
import { creditedCampaign } from './candidates.ts';
import { clear, raise } from './conditions.ts';
import { isPausedNow } from './pausing.ts';
import { maxEstimatedMinutes, type Watching } from './state.ts';
import { beatMsOf, nextTransport, transportOrder } from './transports.ts';
import { emit, nameDrop, patch, putCampaign, putChannel, startTimer, stopTimer, type Turn, tell } from './turn.ts';
import { forgetUncounted, noteUncounted } from './uncounted.ts';

const minuteMs = 60_000;
/** Twitch may report nothing for five minutes after a switch and count all the same. Protocol 5.4. */
export const patienceMs = 7 * minuteMs;
/** Reports come up to a minute after a watch event; only then is Twitch asked. Protocol 5.4. */
const confirmDelayMs = 75_000;
const confirmEveryMs = 60_000;
/** A channel on which nothing counted is left alone this long. */
const doubtMs = 60 * minuteMs;
const maxFailedBeats = 3;

export function startWatching(turn: Turn, channel: Channel, why: string): void {
  stopWatching(turn, why);
  const campaign = creditedCampaign(turn.state, channel, turn.now);
  const transport = transportOrder(turn.state)[0] ?? 'spade';
  patch(turn, {
    watching: {
      channelId: channel.id,
      since: turn.now,
      campaignId: campaign?.id ?? null,
      transport,
      uncountedTransports: [],
      lastBeatAt: null,
      unconfirmedSince: null,
      lastConfirmedAt: null,
      lastSessionQueryAt: null,
      lastCheckAt: null,
      lastReport: null,
      estimatedMinutes: 0,
      lastEstimateAt: null,
      failedBeats: 0,
    },
  });
  tell(turn, {
    kind: 'channelChosen',
    channelId: channel.id,
    login: channel.login,
    game: channel.stream?.game?.name ?? null,
    campaignName: campaign?.name ?? null,
    why,
    transport,
  });
  beat(turn);
}

export function stopWatching(turn: Turn, why: string): void {
  const { watching } = turn.state;
  if (watching === null) return;
  const login = turn.state.channels[watching.channelId]?.login ?? watching.channelId;
  patch(turn, { watching: null });
  stopTimer(turn, 'watch');
  stopTimer(turn, 'confirm');
  clear(turn, 'watched-elsewhere');
  clear(turn, 'wrong-drop-credited');
  clear(turn, 'watch-failing');
  clear(turn, 'progress-repeated');
  tell(turn, { kind: 'channelLeft', channelId: watching.channelId, login, why });
}

/** Sends one watch event and sets the next. */
export function beat(turn: Turn): void {
  const { watching } = turn.state;
  if (watching === null) return;
  // The rhythm goes on while a lost stream waits for the next choice: it may be back by then.
  startTimer(turn, 'watch', beatMsOf(watching.transport));
  if (isPausedNow(turn)) return;
  const channel = turn.state.channels[watching.channelId];
  if (channel?.stream == null) return;
  patch(turn, { watching: { ...watching, lastBeatAt: turn.now } });
  emit(turn, {
    kind: 'watch',
    transport: watching.transport,
    target: {
      channelId: channel.id,
      login: channel.login,
      broadcastId: channel.stream.broadcastId,
      game: channel.stream.game,
    },
  });
}

export function noteAccepted(turn: Turn): void {
  const { watching } = turn.state;
  if (watching === null) return;
  patch(turn, {
    watching: { ...watching, failedBeats: 0, unconfirmedSince: watching.unconfirmedSince ?? turn.now },
  });
  clear(turn, 'watch-failing', watching.transport);
  if (watching.unconfirmedSince === null) startTimer(turn, 'confirm', confirmDelayMs);
}

/** A watch event that did not arrive or was refused. Three in a row, or a dead host, and the next way is tried. */
export function noteBeatFailed(turn: Turn, detail: string, hostIsDead: boolean): void {
  const { watching } = turn.state;
  if (watching === null) return;
  const failedBeats = watching.failedBeats + 1;
  patch(turn, { watching: { ...watching, failedBeats } });
  raise(turn, 'watch-failing', watching.transport, { transport: watching.transport, detail });
  if (failedBeats < (hostIsDead ? 2 : maxFailedBeats)) return;
  if (nextTransport(turn.state, [...watching.uncountedTransports, watching.transport]) !== null) {
    rotateTransport(turn, `watch events over ${watching.transport} fail: ${detail}`);
    return;
  }
  // All fail: the fault is elsewhere. From the start again, so that the best is in use when it ends.
  const transport = transportOrder(turn.state)[0] ?? watching.transport;
  patch(turn, { watching: { ...watching, transport, uncountedTransports: [], failedBeats: 0 } });
}

/** Asks what Twitch counts when nobody has said so: every minute at first, then every other. */
export function checkConfirmation(turn: Turn): void {
  const { watching } = turn.state;
  if (watching === null || watching.unconfirmedSince === null) return;
  const silentMs = turn.now - watching.unconfirmedSince;
  startTimer(turn, 'confirm', confirmEveryMs);
  addEstimate(turn);
  lookAtSilentChannel(turn, silentMs);
  const spacingMs = turn.now - watching.since < 5 * minuteMs ? 50_000 : 110_000;
  const dueAt = (watching.lastSessionQueryAt ?? Number.NEGATIVE_INFINITY) + spacingMs;
  if (turn.now < dueAt) return;
  const latest = turn.state.watching;
  if (latest !== null) patch(turn, { watching: { ...latest, lastSessionQueryAt: turn.now } });
  emit(turn, { kind: 'fetchCurrentSession', channelId: watching.channelId });
}

/** One estimated minute for every minute of accepted events without confirmation, fifteen at the most. */
function addEstimate(turn: Turn): void {
  const { watching } = turn.state;
  if (watching?.campaignId == null || watching.unconfirmedSince === null) return;
  const reference = watching.lastEstimateAt ?? watching.unconfirmedSince;
  if (turn.now - reference < minuteMs - 5_000 || watching.estimatedMinutes >= maxEstimatedMinutes) return;
  const campaign = turn.state.campaigns[watching.campaignId];
  if (campaign === undefined) return;
  putCampaign(turn, estimateMinute(campaign, turn.state.settings, turn.now));
  patch(turn, {
    watching: { ...watching, estimatedMinutes: watching.estimatedMinutes + 1, lastEstimateAt: turn.now },
  });
  const drop = dropsOpen(campaign, turn.state.settings, turn.now)[0];
  if (drop !== undefined) {
    tell(turn, {
      kind: 'minuteEstimated',
      estimatedMinutes: watching.estimatedMinutes + 1,
      ...nameDrop(campaign, drop),
    });
  }
}

/** Accepted but not confirmed for a while: perhaps the stream ended and the socket did not say so. */
function lookAtSilentChannel(turn: Turn, silentMs: number): void {
  const { watching } = turn.state;
  if (watching === null || silentMs < 3 * minuteMs) return;
  if (watching.lastCheckAt !== null && turn.now - watching.lastCheckAt < 5 * minuteMs) return;
  const channel = turn.state.channels[watching.channelId];
  if (channel === undefined) return;
  patch(turn, { watching: { ...watching, lastCheckAt: turn.now } });
  emit(turn, { kind: 'checkChannel', channelId: channel.id, login: channel.login });
}

/** Twitch counts here, though what it counts confirms nothing new: no reason to change anything. */
export function noteCounted(turn: Turn): void {
  const { watching } = turn.state;
  if (watching !== null) patch(turn, { watching: { ...watching, unconfirmedSince: null, uncountedTransports: [] } });
}

/** Twitch said that minutes advanced here: what we do counts, and how we do it is worth remembering. */
export function noteConfirmed(turn: Turn, campaignId: string | null): void {
  const { watching } = turn.state;
  if (watching === null) return;
  const confirmed: Watching = {
    ...watching,
    unconfirmedSince: null,
    lastConfirmedAt: turn.now,
    estimatedMinutes: 0,
    lastEstimateAt: null,
    uncountedTransports: [],
  };
  patch(turn, {
    watching: campaignId === null ? confirmed : { ...confirmed, campaignId: campaignId as Watching['campaignId'] },
  });
  clear(turn, 'not-counting');
  clear(turn, 'progress-repeated');
  clear(turn, 'transport-rotated');
  clear(turn, 'watched-elsewhere');
  clear(turn, 'wrong-drop-credited');
  forgetUncounted(turn, campaignId);
  const { worked } = turn.state.transports;
  patch(turn, { transports: { worked: { name: watching.transport, at: turn.now } } });
  if (worked?.name !== watching.transport) tell(turn, { kind: 'transportProved', transport: watching.transport });
  const channel = turn.state.channels[watching.channelId];
  if (channel !== undefined && channel.doubtfulUntil > 0) putChannel(turn, { ...channel, doubtfulUntil: 0 });
}

/**
 * Accepted events that nobody confirms: the next transport, then the next channel, then the plain truth.
 * Returns true when the channel should be changed.
 */
export function actOnSilence(turn: Turn): boolean {
  const { watching, conditions } = turn.state;
  if (watching === null || watching.unconfirmedSince === null) return false;
  if (turn.now - watching.unconfirmedSince < patienceMs) return false;
  if (conditions['watched-elsewhere'] !== undefined) {
    patch(turn, { watching: { ...watching, unconfirmedSince: turn.now } });
    return false;
  }
  if (conditions['wrong-drop-credited'] === undefined) {
    const tried = [...watching.uncountedTransports, watching.transport];
    if (nextTransport(turn.state, tried) !== null) {
      rotateTransport(turn, `${watching.transport} was accepted but not counted for ${minutesOf(patienceMs)} minutes`);
      return false;
    }
    raise(turn, 'not-counting', 'watching', { transports: tried.join(', ') });
    if (watching.campaignId !== null) noteUncounted(turn, watching.campaignId);
  }
  doubtChannel(turn, watching.channelId);
  const latest = turn.state.watching;
  if (latest !== null) {
    const transport = transportOrder(turn.state)[0] ?? latest.transport;
    patch(turn, { watching: { ...latest, uncountedTransports: [], unconfirmedSince: turn.now, transport } });
  }
  return true;
}

function minutesOf(spanMs: number): number {
  return Math.round(spanMs / minuteMs);
}

function doubtChannel(turn: Turn, channelId: ChannelId): void {
  const channel = turn.state.channels[channelId];
  if (channel !== undefined) putChannel(turn, { ...channel, doubtfulUntil: turn.now + doubtMs });
}

function rotateTransport(turn: Turn, why: string): void {
  const { watching } = turn.state;
  if (watching === null) return;
  const tried = [...watching.uncountedTransports, watching.transport];
  const next = nextTransport(turn.state, tried);
  if (next === null) return;
  patch(turn, {
    watching: { ...watching, transport: next, uncountedTransports: tried, unconfirmedSince: null, failedBeats: 0 },
  });
  raise(turn, 'transport-rotated', 'watching', { from: watching.transport, to: next });
  tell(turn, { kind: 'transportChanged', from: watching.transport, to: next, why });
  beat(turn);
}
