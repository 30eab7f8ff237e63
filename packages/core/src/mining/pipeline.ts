import { assertNever, type ChannelId } from '@dropwise/kit';
import type { Channel } from '../channels/channel.ts';
import { canWatch, chooseChannel } from '../channels/choose-channel.ts';
import { isCampaignOpen } from '../drops/eligibility.ts';
import { rankGames } from '../drops/wanted-games.ts';
import { choiceContext, creditedCampaign, planOrder, workableCampaigns } from './candidates.ts';
import { claimEverything } from './claims.ts';
import { allowedIds, currentFetchPlan, forgetCoverage, isCovered, isFetchOld } from './fetch-plan.ts';
import { becomeIdle, clearIdle, idleReason } from './idle.ts';
import { isPausedNow, schedulePause } from './pausing.ts';
import { tellPlan } from './plan-facts.ts';
import { refreshPlan } from './replan.ts';
import { scheduleBoundary } from './schedule.ts';
import { type FetchDepth, type Stage, stages } from './state.ts';
import {
  emit,
  needPlan,
  patch,
  startTimer,
  stopTimer,
  type Turn,
  takeRequestId,
  tell,
  watchedChannel,
} from './turn.ts';
import { noteLeftInDoubt } from './uncounted.ts';
import { startWatching } from './watching.ts';
import { whySwitch } from './why-switch.ts';

/** Asks for a stage: runs it now, or remembers it while another waits for Twitch. */
export function request(turn: Turn, stage: Stage, depth: FetchDepth = 'full'): void {
  const { phase } = turn.state;
  switch (phase.kind) {
    case 'exit':
      return;
    case 'signedOut':
    case 'inventoryFetch':
    case 'channelsFetch':
      if (!turn.state.requests.includes(stage)) patch(turn, { requests: [...turn.state.requests, stage] });
      return;
    case 'gamesUpdate':
    case 'channelsCleanup':
    case 'channelSwitch':
    case 'watching':
    case 'idle':
      run(turn, stage, depth);
      return;
    default:
      assertNever(phase);
  }
}

/** No fetch takes longer, retries and the limiter's queue included; one that does is given up. */
const fetchDeadlineMs = 10 * 60_000;

/** After an awaited stage: goes on at `natural`, or earlier if something asked for that meanwhile. */
export function proceed(turn: Turn, natural: Stage): void {
  const wanted = stages.find((stage) => stage === natural || turn.state.requests.includes(stage)) ?? natural;
  patch(turn, { requests: [] });
  stopTimer(turn, 'fetchDeadline');
  run(turn, wanted, 'full');
}

function run(turn: Turn, stage: Stage, depth: FetchDepth): void {
  switch (stage) {
    case 'inventoryFetch':
      return beginInventoryFetch(turn, depth);
    case 'gamesUpdate':
      return updateGames(turn);
    case 'channelsFetch':
      return beginChannelsFetch(turn);
    case 'channelSwitch':
      return switchChannel(turn);
    default:
      assertNever(stage);
  }
}

export function beginInventoryFetch(turn: Turn, depth: FetchDepth): void {
  const requestId = takeRequestId(turn);
  patch(turn, {
    phase: { kind: 'inventoryFetch', requestId, since: turn.now, depth },
    inventory: { ...turn.state.inventory, attemptedAt: turn.now },
  });
  stopTimer(turn, 'retryInventory');
  startTimer(turn, 'fetchDeadline', fetchDeadlineMs);
  emit(turn, {
    kind: 'fetchInventory',
    requestId,
    depth,
    catalogue: turn.state.settings.catalogue,
    knownIds: depth === 'peek' ? Object.keys(turn.state.campaigns) : [],
  });
}

function updateGames(turn: Turn): void {
  patch(turn, { phase: { kind: 'gamesUpdate' } });
  claimEverything(turn);
  const before = turn.state.wantedGameIds;
  needPlan(turn);
  refreshPlan(turn);
  const { state, now } = turn;
  const wantedGameIds = rankGames(workableCampaigns(state, now), state.settings, now, planOrder(state));
  patch(turn, { wantedGameIds });
  tellPlan(turn);
  scheduleBoundary(turn);
  schedulePause(turn);
  cleanUpChannels(turn, !sameItems(before, wantedGameIds));
}

function sameItems(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((item) => b.includes(item));
}

function cleanUpChannels(turn: Turn, wantsChanged: boolean): void {
  patch(turn, { phase: { kind: 'channelsCleanup' } });
  const plan = currentFetchPlan(turn);
  if (turn.state.wantedGameIds.length === 0 && plan.directories.length === 0) {
    becomeIdle(turn, idleReason(turn));
    patch(turn, {
      channels: keepOnly(turn, (channel) => channel.id === turn.state.manual?.channelId),
      fetchedPlan: null,
    });
    listen(turn);
    return;
  }
  if (wantsChanged) {
    const allowed = allowedIds(turn);
    const wantedGames = new Set<string>(turn.state.wantedGameIds);
    patch(turn, {
      channels: keepOnly(
        turn,
        (channel) =>
          channel.id === turn.state.watching?.channelId ||
          channel.id === turn.state.manual?.channelId ||
          allowed.has(channel.id) ||
          (channel.stream?.game != null && wantedGames.has(channel.stream.game.id)),
      ),
    });
    listen(turn);
    forgetCoverage(turn, plan);
  }
  if (!isCovered(turn, plan)) {
    beginChannelsFetch(turn);
    return;
  }
  switchChannel(turn);
}

function keepOnly(turn: Turn, keep: (channel: Channel) => boolean): Record<ChannelId, Channel> {
  return Object.fromEntries(Object.entries(turn.state.channels).filter(([, channel]) => keep(channel)));
}

function beginChannelsFetch(turn: Turn): void {
  const plan = currentFetchPlan(turn);
  const requestId = takeRequestId(turn);
  stopTimer(turn, 'retryChannels');
  const slugs = plan.directories.map((query) => query.slug);
  const logins = plan.checks.map((check) => check.login);
  patch(turn, { fetchedPlan: { slugs, logins, at: turn.now } });
  if (plan.directories.length === 0 && plan.checks.length === 0) {
    switchChannel(turn);
    return;
  }
  startTimer(turn, 'fetchDeadline', fetchDeadlineMs);
  patch(turn, { phase: { kind: 'channelsFetch', requestId, since: turn.now } });
  emit(turn, { kind: 'fetchChannels', requestId, ...plan });
}

/** Asks for the messages of exactly the channels that are known. */
export function listen(turn: Turn): void {
  emit(turn, { kind: 'listen', channelIds: Object.values(turn.state.channels).map((channel) => channel.id) });
}

function switchChannel(turn: Turn): void {
  patch(turn, { phase: { kind: 'channelSwitch' } });
  refreshPlan(turn);
  if (isPausedNow(turn)) {
    becomeIdle(turn, 'idle-paused');
    return;
  }
  const context = choiceContext(turn.state, turn.now);
  const channels = Object.values(turn.state.channels);
  const current = watchedChannel(turn);
  const selected = chooseByHand(turn, channels);
  const choice = selected ?? chooseChannel(channels, current, context);
  if (choice === null) {
    const why = idleReason(turn);
    // Before giving up: somebody may have gone live whom nobody announced.
    if (why === 'idle-no-live-channel' && isFetchOld(turn)) beginChannelsFetch(turn);
    else becomeIdle(turn, why);
    return;
  }
  clearIdle(turn);
  patch(turn, { phase: { kind: 'watching' } });
  stopTimer(turn, 'retryChannels');
  if (current?.id !== choice.channel.id) {
    if (choice.why === 'plan') {
      tellSwitch(turn, choice.channel);
      noteLeftInDoubt(turn);
    }
    startWatching(turn, choice.channel, choice.why);
  } else refreshExpectation(turn, choice.channel);
}

/** A campaign that still counts is left for another: that needs a reason which can be shown. */
function tellSwitch(turn: Turn, channel: Channel): void {
  const { campaigns, watching } = turn.state;
  const to = creditedCampaign(turn.state, channel, turn.now);
  const from = watching?.campaignId == null ? undefined : campaigns[watching.campaignId];
  if (to === null || from === undefined || to.id === from.id) return;
  if (!isCampaignOpen(from, turn.state.settings, turn.now)) return;
  const why = whySwitch(turn.state, from.id, to.id, turn.now);
  tell(turn, {
    kind: 'planSwitched',
    fromCampaignId: from.id,
    fromCampaignName: from.name,
    toCampaignId: to.id,
    toCampaignName: to.name,
    why: why.sentence,
    said: [why],
  });
}

function refreshExpectation(turn: Turn, channel: Channel): void {
  const { watching } = turn.state;
  if (watching === null) return;
  const campaignId = creditedCampaign(turn.state, channel, turn.now)?.id ?? null;
  if (campaignId !== watching.campaignId) patch(turn, { watching: { ...watching, campaignId } });
}

/** 6.4: the channel chosen by hand while it can be watched, then any other of its game, then the choice ends. */
function chooseByHand(turn: Turn, channels: readonly Channel[]): { channel: Channel; why: string } | null {
  const { manual } = turn.state;
  if (manual === null) return null;
  const context = choiceContext(turn.state, turn.now);
  const chosen = turn.state.channels[manual.channelId];
  if (chosen !== undefined && canWatch(chosen, context)) {
    if (manual.gameId === null) patch(turn, { manual: { ...manual, gameId: chosen.stream?.game?.id ?? null } });
    return { channel: chosen, why: 'by-hand' };
  }
  if (chosen === undefined) return null;
  const sameGame = channels.find(
    (channel) => manual.gameId !== null && channel.stream?.game?.id === manual.gameId && canWatch(channel, context),
  );
  if (sameGame !== undefined) return { channel: sameGame, why: 'by-hand-game' };
  endManual(turn, chosen.stream === null ? 'the channel went offline' : 'nothing can be earned there any more');
  return null;
}

export function endManual(turn: Turn, why: string): void {
  if (turn.state.manual === null) return;
  patch(turn, { manual: null });
  tell(turn, { kind: 'manualEnded', why });
}
