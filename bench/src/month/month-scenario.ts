import { createHash } from 'node:crypto';
import type { Scenario } from '@dropwise/twitch-sim';
import { liveSpansOf, minutesADay } from '../planner/live-blocks.ts';
import type { Trace } from '../planner/trace.ts';
import type { World, WorldCampaign } from '../planner/world.ts';

const minuteMs = 60_000;
const dayMs = minutesADay * minuteMs;

type ScenarioCampaign = Scenario['campaigns'][number];
type ScenarioChannel = Scenario['channels'][number];

/** The trace with allow lists of so many channels at most: the first ones. */
export function withShortLists(trace: Trace, mostChannels: number): Trace {
  return {
    ...trace,
    campaigns: trace.campaigns.map((campaign) => ({ ...campaign, channels: campaign.channels.slice(0, mostChannels) })),
  };
}

/**
 * The replay's world for the local Twitch: the same campaigns, drops and live blocks. A channel that streams for several
 * games in the replay is one channel a game here. A game with an open campaign has a channel that is always live.
 */
export function createMonthScenario(world: World): Scenario {
  const games = world.gameIds.map((name, game) => ({ id: gameIdOf(game), name, slug: slugOf(name) }));
  return {
    name: 'month',
    about: 'A month of the history, with the channels of the replay.',
    startAt: world.startsAt,
    account: {
      userId: '700000009',
      login: 'month_viewer',
      linkedGameIds: games.map(({ id }) => id),
      claimedBenefits: [],
      progress: [],
    },
    games,
    campaigns: world.campaigns.map((campaign) => scenarioCampaignOf(world, campaign)),
    channels: [...openChannels(world), ...listedChannels(world)],
    watchCredit: ['spade', 'hls'],
    viewcountIntervalMs: 0,
    switches: { deviceLoginRefusedFor: [], nullCatalogueFor: [], dropEventsRefusedFor: [], integrityRequiredFor: [] },
  };
}

/** The id that a campaign of the replay has on the local Twitch, in Twitch's form. */
export function scenarioIdOf(id: string): string {
  const digest = createHash('sha256').update(id).digest('hex');
  return [
    digest.slice(0, 8),
    digest.slice(8, 12),
    `4${digest.slice(13, 16)}`,
    `8${digest.slice(17, 20)}`,
    digest.slice(20, 32),
  ].join('-');
}

function scenarioCampaignOf(world: World, campaign: WorldCampaign): ScenarioCampaign {
  const [startAt, endAt] = [campaign.startMinute, campaign.endMinute].map((at) => world.startsAt + at * minuteMs) as [
    number,
    number,
  ];
  const { id, game, channels } = campaign;
  return {
    id: scenarioIdOf(id),
    name: id,
    gameId: gameIdOf(game),
    startAt,
    endAt,
    listedAt: world.startsAt + campaign.knownMinute * minuteMs,
    allowedChannelIds: channels.length === 0 ? null : channels.map((channel) => channelIdOf(channel, game)),
    drops: campaign.thresholds.map((requiredMinutes, index) => {
      const name = `${id}/${index + 1}`;
      const benefit = { id: scenarioIdOf(`benefit ${name}`), name, distributionType: 'DIRECT_ENTITLEMENT' };
      const times = { startAt, endAt, requiredMinutes, requiredSubs: 0 };
      return { id: scenarioIdOf(`drop ${name}`), name, ...times, preconditionIds: [], benefits: [benefit] };
    }),
  };
}

function openChannels(world: World): readonly ScenarioChannel[] {
  const open = new Set(world.campaigns.filter(({ liveChannels }) => liveChannels === null).map(({ game }) => game));
  return [...open].map((game) => channelOf(`${9_000_000 + game}`, game, { kind: 'always' }));
}

function listedChannels(world: World): readonly ScenarioChannel[] {
  const made = new Map<string, ScenarioChannel>();
  for (const { channels, game } of world.campaigns) {
    for (const channel of channels) {
      const id = channelIdOf(channel, game);
      if (!made.has(id)) made.set(id, channelOf(id, game, scheduleOf(world, channel)));
    }
  }
  return [...made.values()];
}

function scheduleOf(world: World, channel: number): ScenarioChannel['schedule'] {
  const spans = liveSpansOf(channel, world.startsAt / dayMs, world.minutes / minutesADay);
  const at = (minute: number): number => world.startsAt + minute * minuteMs;
  return { kind: 'windows', windows: spans.map(([start, end]) => ({ from: at(start), to: at(end) })) };
}

function channelOf(id: string, game: number, schedule: ScenarioChannel['schedule']): ScenarioChannel {
  return { id, login: `viewer_${id}`, displayName: `Viewer_${id}`, gameId: gameIdOf(game), viewers: 100, schedule };
}

function gameIdOf(game: number): string {
  return `${800_000 + game}`;
}

function channelIdOf(channel: number, game: number): string {
  return `${1_000_000_000 + channel * 1_000 + game}`;
}

function slugOf(name: string): string {
  return name.toLowerCase().replaceAll(' ', '-');
}
