import { createHash } from 'node:crypto';
import { slugOf } from '@dropwise/kit';
import type { Scenario } from '@dropwise/twitch-sim';
import { liveSpansOf, minutesADay } from '../planner/live-blocks.ts';
import type { World, WorldCampaign } from '../planner/world.ts';

const minuteMs = 60_000;
const dayMs = minutesADay * minuteMs;

type ScenarioCampaign = Scenario['campaigns'][number];
type ScenarioChannel = Scenario['channels'][number];

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

function scenarioCampaignOf(world: World, campaign: WorldCampaign): ScenarioCampaign {
  const { id, game, channels } = campaign;
  const startAt = instantOf(world, campaign.startMinute);
  const endAt = instantOf(world, campaign.endMinute);
  return {
    id: uuidOf(id),
    name: id,
    gameId: gameIdOf(game),
    startAt,
    endAt,
    listedAt: instantOf(world, campaign.knownMinute),
    allowedChannelIds: channels.length === 0 ? null : channels.map((channel) => channelIdOf(channel, game)),
    drops: campaign.thresholds.map((requiredMinutes, index) => {
      const name = `${id}/${index + 1}`;
      const benefit = { id: uuidOf(`benefit ${name}`), name, distributionType: 'DIRECT_ENTITLEMENT' };
      const times = { startAt, endAt, requiredMinutes, requiredSubs: 0 };
      return { id: uuidOf(`drop ${name}`), name, ...times, preconditionIds: [], benefits: [benefit] };
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
  const windows = spans.map(([start, end]) => ({ from: instantOf(world, start), to: instantOf(world, end) }));
  return { kind: 'windows', windows };
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

/** A UUID that is always the same for the same name. */
function uuidOf(name: string): string {
  const digest = createHash('sha256').update(name).digest('hex');
  const parts = [digest.slice(0, 8), digest.slice(8, 12), `8${digest.slice(13, 16)}`, `8${digest.slice(17, 20)}`];
  return [...parts, digest.slice(20, 32)].join('-');
}

function instantOf(world: World, minute: number): number {
  return world.startsAt + minute * minuteMs;
}
