import { type CampaignId, type ChannelId, slugOf } from '@dropwise/kit';
import type { Channel, ChannelReport } from '../../channels/channel.ts';
import { bestCampaignOn, canWatch, chooseChannel, shouldSwitch, trimChannels } from '../../channels/choose-channel.ts';
import { choiceContext } from '../candidates.ts';
import { clear, noteFailure, noteSuccess, raise } from '../conditions.ts';
import { allowedIds } from '../fetch-plan.ts';
import { clearIdle } from '../idle.ts';
import type { Input } from '../input.ts';
import { isPausedNow } from '../pausing.ts';
import { endManual, listen, proceed, request } from '../pipeline.ts';
import { quarantine } from '../quarantine.ts';
import { noteEmptyDirectories, noteSightings, servesAlone } from '../sighting.ts';
import {
  emit,
  findChannel,
  needPlan,
  patch,
  putChannel,
  startTimer,
  type Turn,
  tell,
  watchedChannel,
} from '../turn.ts';
import { startWatching } from '../watching.ts';
import { absorbCampaign } from './on-inventory-arrived.ts';

type Of<Kind extends Input['kind']> = Extract<Input, { kind: Kind }>;

/** Channels asked for their campaigns after a fetch: enough to see, few enough for one request. Protocol 3.14. */
const maxAvailableDropsQueries = 20;
const queriesPerGame = 2;
const firstRetryMs = 2 * 60_000;
const longestRetryMs = 20 * 60_000;
/** Twitch announces a stream before it can be watched. Protocol 6.5. */
const streamUpDelayMs = 120_000;

export function onChannelsArrived(turn: Turn, input: Of<'channelsArrived'>): void {
  const { phase } = turn.state;
  if (phase.kind !== 'channelsFetch' || phase.requestId !== input.requestId) return;
  clear(turn, 'twitch-slow', 'channelsFetch');
  for (const operation of input.succeeded) noteSuccess(turn, operation);
  for (const failure of input.failures) noteFailure(turn, failure);
  for (const item of input.rejected)
    quarantine(turn, item.what, item.id ?? 'without id', item.id ?? 'a channel', item.problem);
  absorbChannels(turn, input.reports);
  noteEmptyDirectories(turn, input);
  noteSightings(
    turn,
    input.reports.flatMap((report) => findChannel(turn, report.id) ?? []),
  );
  needPlan(turn);
  const kept = keepBest(turn, turn.state.watching?.channelId ?? turn.state.manual?.channelId ?? null);
  tell(turn, {
    kind: 'channelsFound',
    live: kept.filter((channel) => channel.stream !== null).length,
    total: kept.length,
  });
  askAvailableDrops(turn, kept);
  const channelFailures = input.failures.length === 0 ? 0 : turn.state.channelFailures + 1;
  patch(turn, { channelFailures });
  if (channelFailures > 0) {
    startTimer(turn, 'retryChannels', Math.min(firstRetryMs * 2 ** Math.min(channelFailures - 1, 8), longestRetryMs));
  }
  proceed(turn, 'channelSwitch');
}

/** Long enough for the best game's directory to answer first. */
const firstAnswersMs = 1_500;

/**
 * Watching need not wait for all answers of a long fetch: the best game's channels, or after a moment the best so far,
 * will do until the rest is there.
 */
export function onSomeChannelsArrived(turn: Turn, input: Of<'someChannelsArrived'>): void {
  const { phase, watching } = turn.state;
  if (phase.kind !== 'channelsFetch' || phase.requestId !== input.requestId || watching !== null) return;
  if (isPausedNow(turn)) return;
  absorbChannels(turn, input.reports);
  const context = choiceContext(turn.state, turn.now);
  const choice = chooseChannel(Object.values(turn.state.channels), null, context);
  if (choice === null || turn.state.manual !== null) return;
  const isBest = bestCampaignOn(choice.channel, context)?.game.id === turn.state.wantedGameIds[0];
  if (!isBest && turn.now - phase.since < firstAnswersMs) return;
  clearIdle(turn);
  startWatching(turn, choice.channel, choice.why);
}

function absorbChannels(turn: Turn, reports: readonly ChannelReport[]): void {
  const allowed = allowedIds(turn);
  const channels: Record<ChannelId, Channel> = { ...turn.state.channels };
  for (const report of reports) {
    channels[report.id] = { ...channelFrom(turn, report), allowListed: allowed.has(report.id) };
  }
  patch(turn, { channels });
}

function channelFrom(turn: Turn, report: ChannelReport): Channel {
  const known = findChannel(turn, report.id);
  return {
    id: report.id,
    login: report.login,
    displayName: report.displayName,
    stream: report.stream,
    allowListed: known?.allowListed ?? false,
    availableCampaignIds: known?.availableCampaignIds ?? null,
    doubtfulUntil: known?.doubtfulUntil ?? 0,
  };
}

/** A few live channels of every wanted game, and of listed games without a known campaign, name their campaigns. */
function askAvailableDrops(turn: Turn, channels: readonly Channel[]): void {
  const { settings, wantedGameIds, inventory } = turn.state;
  if (!settings.availableDrops) return;
  const listed = new Set(settings.priority.map((name) => slugOf(name)));
  const scouting = inventory.catalogue !== 'complete';
  const perGame = new Map<string, number>();
  const asked: ChannelId[] = [];
  for (const channel of channels) {
    const game = channel.stream?.game;
    if (game == null || asked.length >= maxAvailableDropsQueries) continue;
    if (!wantedGameIds.includes(game.id) && !(scouting && listed.has(slugOf(game.name)))) continue;
    const count = perGame.get(game.id) ?? 0;
    if (count >= queriesPerGame) continue;
    perGame.set(game.id, count + 1);
    asked.push(channel.id);
  }
  if (asked.length > 0) emit(turn, { kind: 'fetchAvailableDrops', channelIds: asked });
}

export function onAvailableDropsArrived(turn: Turn, input: Of<'availableDropsArrived'>): void {
  for (const failure of input.failures) noteFailure(turn, failure);
  if (input.answers.length > 0) noteSuccess(turn, 'DropsHighlightService_AvailableDrops');
  for (const answer of input.answers) {
    const channel = findChannel(turn, answer.channelId);
    if (channel !== null) putChannel(turn, { ...channel, availableCampaignIds: answer.campaignIds });
  }
  const known = new Set(Object.keys(turn.state.campaigns) as CampaignId[]);
  for (const report of input.reports)
    if (!known.has(report.id)) absorbCampaign(turn, report.id, [report], turn.state.claimedBenefits);
  if (Object.keys(turn.state.campaigns).length !== known.size) request(turn, 'gamesUpdate');
  else if (turn.state.phase.kind === 'watching' || turn.state.phase.kind === 'idle') request(turn, 'channelSwitch');
}

/** 6.5: what one channel's new state means for what is being watched. */
export function onChannelChecked(turn: Turn, input: Of<'channelChecked'>): void {
  const { manual } = turn.state;
  const selected = manual !== null && manual.channelId === input.channelId;
  const id = input.report?.id ?? input.channelId;
  // Chosen by its login alone.
  if (selected && id !== manual.channelId) patch(turn, { manual: { ...manual, channelId: id } });
  const before = findChannel(turn, id);
  if (before === null && !selected) return;
  const after =
    input.report === null ? (before === null ? null : { ...before, stream: null }) : channelFrom(turn, input.report);
  if (after === null) {
    endManual(turn, 'Twitch knows no such channel');
    return;
  }
  putChannel(turn, after);
  noteSightings(turn, [after]);
  if (!isSameOffer(before, after) && [before, after].some((each) => each !== null && servesAlone(turn, each)))
    needPlan(turn);
  if (before === null) keepBest(turn, after.id);
  noteAnnounced(turn, after);
  tellLiveness(turn, before, after);
  const watched = turn.state.watching?.channelId === after.id;
  const context = choiceContext(turn.state, turn.now);
  if (selected) request(turn, 'channelSwitch');
  else if (watched) {
    if (!canWatch(after, context)) request(turn, 'channelSwitch');
  } else if (canWatch(after, context)) {
    const current = watchedChannel(turn);
    if (shouldSwitch(current, after, context)) request(turn, 'channelSwitch');
  }
}

/** Nothing else can be earned on it than before. */
function isSameOffer(before: Channel | null, after: Channel): boolean {
  if ((before?.stream == null) !== (after.stream === null)) return false;
  return before?.stream?.game?.id === after.stream?.game?.id;
}

/** As many as the socket has room for, `keepId` among them, and listens to exactly those. Protocol 4.3. */
function keepBest(turn: Turn, keepId: ChannelId | null): readonly Channel[] {
  const kept = trimChannels(Object.values(turn.state.channels), choiceContext(turn.state, turn.now), keepId);
  patch(turn, { channels: Object.fromEntries(kept.map((channel) => [channel.id, channel])) });
  listen(turn);
  return kept;
}

/** An announced stream that is not there after the delay; told until the channel is looked at again. */
function noteAnnounced(turn: Turn, channel: Channel): void {
  if (channel.stream !== null) clear(turn, 'stream-not-online', channel.id);
  else if (turn.state.announced.includes(channel.id)) {
    raise(turn, 'stream-not-online', channel.id, { channel: channel.login });
  }
  patch(turn, { announced: turn.state.announced.filter((id) => id !== channel.id) });
}

function tellLiveness(turn: Turn, before: Channel | null, after: Channel): void {
  const { id: channelId, login } = after;
  if (before?.stream == null && after.stream !== null) {
    tell(turn, { kind: 'channelWentLive', channelId, login, game: after.stream.game?.name ?? null });
  } else if (before?.stream != null && after.stream === null) {
    tell(turn, { kind: 'channelWentOffline', channelId, login });
  }
}

export function onChannelCheckFailed(turn: Turn, input: Of<'channelCheckFailed'>): void {
  noteFailure(turn, input.failure);
  if (findChannel(turn, input.channelId) !== null) startTimer(turn, `channel:${input.channelId}`, streamUpDelayMs);
  else if (turn.state.manual?.channelId === input.channelId) endManual(turn, 'it could not be looked at');
}

export function onStreamWentUp(turn: Turn, channelId: ChannelId): void {
  const channel = findChannel(turn, channelId);
  if (channel === null || channel.stream !== null) return;
  if (!turn.state.announced.includes(channelId)) patch(turn, { announced: [...turn.state.announced, channelId] });
  startTimer(turn, `channel:${channelId}`, streamUpDelayMs);
}

export function onStreamWentDown(turn: Turn, channelId: ChannelId): void {
  const channel = findChannel(turn, channelId);
  if (channel === null) return;
  emit(turn, { kind: 'stopTimer', key: `channel:${channelId}` });
  patch(turn, { announced: turn.state.announced.filter((id) => id !== channelId) });
  clear(turn, 'stream-not-online', channelId);
  if (channel.stream === null) return;
  putChannel(turn, { ...channel, stream: null });
  noteSightings(turn, [{ ...channel, stream: null }]);
  if (servesAlone(turn, channel)) needPlan(turn);
  tell(turn, { kind: 'channelWentOffline', channelId, login: channel.login });
  if (turn.state.watching?.channelId === channelId) request(turn, 'channelSwitch');
}

export function onViewersCounted(turn: Turn, input: Of<'viewersCounted'>): void {
  const channel = findChannel(turn, input.channelId);
  if (channel === null) return;
  if (channel.stream === null) {
    startTimer(turn, `channel:${input.channelId}`, streamUpDelayMs);
    return;
  }
  if (channel.stream.viewers !== input.viewers) {
    putChannel(turn, { ...channel, stream: { ...channel.stream, viewers: input.viewers } });
  }
}

export function onBroadcastChanged(turn: Turn, channelId: ChannelId): void {
  if (findChannel(turn, channelId) !== null) startTimer(turn, `channel:${channelId}`, streamUpDelayMs);
}

/** The delayed look that a stream-up, a view count or a changed category asked for. */
export function onChannelTimer(turn: Turn, channelId: string): void {
  const channel = findChannel(turn, channelId as ChannelId);
  if (channel !== null) emit(turn, { kind: 'checkChannel', channelId: channel.id, login: channel.login });
}
