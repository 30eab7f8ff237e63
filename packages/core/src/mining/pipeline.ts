import { assertNever, type ChannelId, slugOf } from '@dropwise/kit';
import type { Channel } from '../channels/channel.ts';
import { canWatch, chooseChannel, planChannelFetch } from '../channels/choose-channel.ts';
import { isCampaignOpenWithin, isFinished } from '../drops/eligibility.ts';
import { rankGames } from '../drops/wanted-games.ts';
import { choiceContext, creditedCampaign, workableCampaigns } from './candidates.ts';
import { claimEverything } from './claims.ts';
import { clear } from './conditions.ts';
import type { DirectoryQuery } from './effect.ts';
import { scheduleBoundary } from './schedule.ts';
import { type FetchDepth, type IdleReason, type Stage, stages } from './state.ts';
import { emit, patch, startTimer, stopTimer, type Turn, takeRequestId, tell } from './turn.ts';
import { startWatching, stopWatching } from './watching.ts';

const hourMs = 3_600_000;
/** Nobody live: how often the directories are looked at again. */
export const idleLookMs = 10 * 60_000;

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

/** After an awaited stage: goes on at `natural`, or earlier if something asked for that meanwhile. */
export function proceed(turn: Turn, natural: Stage): void {
  const wanted = stages.find((stage) => stage === natural || turn.state.requests.includes(stage)) ?? natural;
  patch(turn, { requests: [] });
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
  const wantedGameIds = rankGames(workableCampaigns(turn.state), turn.state.settings, turn.now);
  patch(turn, { wantedGameIds });
  scheduleBoundary(turn);
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

/** Channels on the allow list of any campaign that is open within the hour. */
export function allowedIds(turn: Turn): ReadonlySet<string> {
  const ids = new Set<string>();
  for (const campaign of workableCampaigns(turn.state)) {
    if (campaign.allowList === null) continue;
    if (!isCampaignOpenWithin(campaign, turn.state.settings, turn.now, turn.now + hourMs)) continue;
    for (const channel of campaign.allowList) ids.add(channel.id);
  }
  return ids;
}

interface FetchPlan {
  readonly directories: readonly DirectoryQuery[];
  readonly checks: readonly { readonly id: ChannelId; readonly login: string }[];
}

function currentFetchPlan(turn: Turn): FetchPlan {
  const { state, now } = turn;
  const plan = planChannelFetch(workableCampaigns(state), state.wantedGameIds, state.settings, now);
  return { directories: [...plan.directories, ...scoutDirectories(turn, plan.directories)], checks: plan.checks };
}

/**
 * Where Twitch does not show the list of campaigns, live channels of the owner's games still name theirs
 * (`AvailableDrops`): look into the directories of listed games that no known campaign serves.
 */
function scoutDirectories(turn: Turn, planned: readonly DirectoryQuery[]): DirectoryQuery[] {
  const { settings, inventory, campaigns } = turn.state;
  if (!settings.availableDrops || inventory.catalogue === 'complete' || inventory.catalogue === 'unknown') return [];
  const known = new Set(planned.map((query) => query.slug));
  const finished = new Set(
    Object.values(campaigns)
      .filter((campaign) => !isFinished(campaign))
      .map((campaign) => campaign.game.slug),
  );
  return settings.priority
    .map((name) => slugOf(name))
    .filter((slug) => slug !== '' && !known.has(slug) && !finished.has(slug))
    .slice(0, maxScouts)
    .map((slug) => ({ gameId: null, slug }));
}

const maxScouts = 10;

/** True when the last fetch, less than an hour ago, looked at all of it. */
function isCovered(turn: Turn, plan: FetchPlan): boolean {
  const known = turn.state.fetchedPlan;
  if (known === null || turn.now - known.at >= hourMs) return false;
  const slugs = new Set(known.slugs);
  const logins = new Set(known.logins);
  return plan.directories.every(({ slug }) => slugs.has(slug)) && plan.checks.every(({ login }) => logins.has(login));
}

export function beginChannelsFetch(turn: Turn): void {
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
  patch(turn, { phase: { kind: 'channelsFetch', requestId, since: turn.now, partial: false } });
  emit(turn, { kind: 'fetchChannels', requestId, ...plan });
}

/** Asks for the messages of exactly the channels that are known. */
export function listen(turn: Turn): void {
  emit(turn, { kind: 'listen', channelIds: Object.values(turn.state.channels).map((channel) => channel.id) });
}

export function switchChannel(turn: Turn): void {
  patch(turn, { phase: { kind: 'channelSwitch' } });
  const context = choiceContext(turn.state, turn.now);
  const channels = Object.values(turn.state.channels);
  const current = turn.state.watching === null ? null : (turn.state.channels[turn.state.watching.channelId] ?? null);
  const selected = chooseByHand(turn, channels);
  const choice = selected ?? chooseChannel(channels, current, context);
  if (choice === null) {
    becomeIdle(turn, idleReason(turn));
    return;
  }
  clearIdle(turn);
  patch(turn, { phase: { kind: 'watching' } });
  stopTimer(turn, 'retryChannels');
  if (current?.id !== choice.channel.id) startWatching(turn, choice.channel, choice.why);
  else refreshExpectation(turn, choice.channel);
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

const idleReasons: readonly IdleReason[] = [
  'idle-no-campaigns',
  'idle-nothing-wanted',
  'idle-all-earned',
  'idle-no-live-channel',
];

export function becomeIdle(turn: Turn, why: IdleReason): void {
  const { phase } = turn.state;
  stopWatching(turn, why);
  const since = phase.kind === 'idle' && phase.why === why ? phase.since : turn.now;
  patch(turn, { phase: { kind: 'idle', why, since } });
  for (const other of idleReasons) if (other !== why) clear(turn, other);
  if (turn.state.conditions[why] === undefined) {
    patch(turn, {
      conditions: { ...turn.state.conditions, [why]: { since: turn.now, sources: ['idle'], detail: {} } },
    });
    tell(turn, { kind: 'becameIdle', why });
  }
  if (why === 'idle-no-live-channel') startTimer(turn, 'retryChannels', idleLookMs);
}

function clearIdle(turn: Turn): void {
  for (const code of idleReasons) clear(turn, code);
}

function idleReason(turn: Turn): IdleReason {
  const campaigns = Object.values(turn.state.campaigns);
  const open = campaigns.filter((campaign) => campaign.endsAt > turn.now && !campaign.expired);
  if (open.length === 0) return 'idle-no-campaigns';
  if (turn.state.wantedGameIds.length > 0) return 'idle-no-live-channel';
  const linked = open.filter((campaign) => campaign.linked === 'linked' && campaign.startsAt <= turn.now);
  if (linked.length > 0 && linked.every((campaign) => isFinished(campaign))) return 'idle-all-earned';
  return 'idle-nothing-wanted';
}
