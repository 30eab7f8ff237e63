import { benefitId, broadcastId, campaignId, channelId, dropId, dropInstanceId, gameId, userId } from '@dropwise/kit';
import type { ChannelReport } from '../../channels/channel.ts';
import type { Game } from '../../drops/campaign.ts';
import type { CampaignReport, DropReport } from '../../drops/report.ts';
import type { Input } from '../input.ts';
import type { MiningSettings } from '../settings.ts';
import { createMinerState, type MinerState } from '../state.ts';
import { type Step, step } from '../step.ts';

export const start = Date.UTC(2026, 0, 5, 12, 0, 0);
export const minute = 60_000;
export const hour = 60 * minute;

export const plainSettings: MiningSettings = {
  mode: 'ending_soonest',
  priority: [],
  exclude: { games: [], campaigns: [], drops: [], keywords: [] },
  benefits: { DIRECT_ENTITLEMENT: true, BADGE: true, EMOTE: true, CODE: true, UNKNOWN: true },
  badgesAndEmotesUnlinked: true,
  availableDrops: false,
  catalogue: false,
  reloadMinutes: 60,
  seed: 1,
  watchTransports: ['spade', 'hls', 'gql'],
  wishes: { games: {}, campaigns: {}, drops: {} },
  planGoal: 'drops',
  pausedHours: [],
  timeZone: 'UTC',
};

export const lanterns: Game = { id: gameId('900001'), name: 'Lanterns', slug: 'lanterns', boxArtUrl: null };
export const ferry: Game = { id: gameId('900002'), name: 'Ferry', slug: 'ferry', boxArtUrl: null };

export function dropReport(name: string, change: Partial<DropReport> = {}): DropReport {
  return {
    id: dropId(`drop-${name}`),
    name,
    startsAt: start - hour,
    endsAt: start + 24 * hour,
    requiredMinutes: 10,
    requiredSubs: 0,
    preconditionIds: [],
    benefits: [{ id: benefitId(`benefit-${name}`), name: `The ${name}`, kind: 'DIRECT_ENTITLEMENT', imageUrl: null }],
    self: { minutes: 0, claimed: false, instanceId: null },
    ...change,
  };
}

export function campaignReport(name: string, change: Partial<CampaignReport> = {}): CampaignReport {
  return {
    source: 'inventory',
    id: campaignId(`campaign-${name}`),
    name,
    game: lanterns,
    startsAt: start - hour,
    endsAt: start + 24 * hour,
    expired: false,
    linked: true,
    linkUrl: null,
    detailsUrl: null,
    imageUrl: null,
    allowList: null,
    drops: [dropReport(`${name}-1`)],
    ...change,
  };
}

export function channelReport(number: number, change: Partial<ChannelReport> & { game?: Game } = {}): ChannelReport {
  const { game = lanterns, ...rest } = change;
  return {
    id: channelId(String(number)),
    login: `channel_${number}`,
    displayName: `Channel ${number}`,
    stream: { broadcastId: broadcastId(`31${number}`), game, viewers: number, title: 'Drops on' },
    ...rest,
  };
}

export const instanceIdOf = (name: string) => dropInstanceId(`1#c#${name}`);

/** A miner under test: inputs at instants, everything that came of them. */
export interface Bench {
  readonly state: MinerState;
  readonly now: number;
  /** Effects and facts of the last input. */
  readonly last: Step;
  send(input: Input): Step;
  wait(spanMs: number): void;
  /** Answers the fetch that is under way. */
  inventory(reports: readonly CampaignReport[], change?: Partial<Extract<Input, { kind: 'inventoryArrived' }>>): Step;
  channels(reports: readonly ChannelReport[]): Step;
}

export function createBench(settings: Partial<MiningSettings> = {}): Bench {
  let state = createMinerState({ ...plainSettings, ...settings });
  let now = start;
  let last: Step = { state, effects: [], facts: [] };
  const send = (input: Input): Step => {
    last = step(state, input, now);
    state = last.state;
    return last;
  };
  return {
    get state() {
      return state;
    },
    get now() {
      return now;
    },
    get last() {
      return last;
    },
    send,
    wait(spanMs) {
      now += spanMs;
    },
    inventory(reports, change = {}) {
      return send({
        kind: 'inventoryArrived',
        requestId: state.lastRequestId,
        reports,
        rejected: [],
        claimedBenefits: {},
        catalogue: 'complete',
        failures: [],
        succeeded: ['Inventory', 'ViewerDropsDashboard', 'DropCampaignDetails'],
        ...change,
      });
    },
    channels(reports) {
      return send({
        kind: 'channelsArrived',
        requestId: state.lastRequestId,
        reports,
        rejected: [],
        failures: [],
        succeeded: ['DirectoryPage_Game'],
      });
    },
  };
}

/** Signed in, one campaign, one channel: watching. */
export function createWatchingBench(
  reports: readonly CampaignReport[] = [campaignReport('week')],
  channels: readonly ChannelReport[] = [channelReport(1)],
  settings: Partial<MiningSettings> = {},
): Bench {
  const bench = createBench(settings);
  bench.send({ kind: 'started', memory: null });
  bench.send({ kind: 'signedIn', userId: userId('1'), login: 'sample_viewer' });
  bench.inventory(reports);
  bench.channels(channels);
  return bench;
}
