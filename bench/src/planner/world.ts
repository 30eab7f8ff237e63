import { createRandom, shuffled } from '@dropwise/kit';
import { liveSpansOf, type MinuteSpan, minutesADay, mixBits, stepMinutes } from './live-blocks.ts';
import type { Trace, TraceCampaign } from './trace.ts';

const minuteMs = 60_000;
const stepMs = stepMinutes * minuteMs;

/** How many of the trace's games the account has linked. */
export type GameCount = number | 'all';

/** What an account lives through: the campaigns of its games, and when each can be watched. */
export interface World {
  /** Epoch ms of minute 0; all other times are minutes from it, in whole steps. */
  readonly startsAt: number;
  readonly minutes: number;
  /** The account's games, most wanted first. */
  readonly gameIds: readonly string[];
  /** By start, then id; `index` is the place. */
  readonly campaigns: readonly WorldCampaign[];
  readonly totalDrops: number;
}

export interface WorldCampaign {
  readonly index: number;
  readonly id: string;
  /** Place of its game in `gameIds`. */
  readonly game: number;
  /** Open in [startMinute, endMinute): steps that lie in it as a whole. */
  readonly startMinute: number;
  readonly endMinute: number;
  /** When the history first saw it, 0 for before the world began. */
  readonly knownMinute: number;
  /** Watched minutes at which its drops are earned, ascending. All of its drops advance together. */
  readonly thresholds: readonly number[];
  readonly channels: readonly number[];
  /** How many of its channels are live at each step; null = it can always be watched. */
  readonly liveChannels: Uint16Array | null;
}

/** The same trace, count and seed give the same world. */
export function createWorld(trace: Trace, games: GameCount, seed: number): World {
  const gameIds = chooseGames(trace, games, seed);
  const places = new Map(gameIds.map((id, index) => [id, index]));
  const minutes = (trace.endsAt - trace.startsAt) / minuteMs;
  const spansOf = createSpanCache(trace.startsAt / minuteMs / minutesADay, minutes / minutesADay);
  const campaigns: Omit<WorldCampaign, 'index'>[] = [];
  for (const campaign of trace.campaigns) {
    const game = places.get(campaign.gameId);
    if (game === undefined || campaign.thresholds.length === 0) continue;
    const times = timesOf(campaign, trace.startsAt);
    if (times.endMinute <= times.startMinute) continue;
    const { id, thresholds, channels } = campaign;
    const liveChannels = channels.length === 0 ? null : countLive(channels.map(spansOf), times, minutes);
    campaigns.push({ id, game, ...times, thresholds, channels, liveChannels });
  }
  campaigns.sort((a, b) => a.startMinute - b.startMinute || (a.id < b.id ? -1 : 1));
  const totalDrops = campaigns.reduce((sum, { thresholds }) => sum + thresholds.length, 0);
  return {
    startsAt: trace.startsAt,
    minutes,
    gameIds,
    campaigns: campaigns.map((campaign, index) => ({ index, ...campaign })),
    totalDrops,
  };
}

/** Whether a step from this minute on counts for the campaign. */
export function isWatchable(campaign: WorldCampaign, minute: number): boolean {
  if (minute < campaign.startMinute || minute >= campaign.endMinute) return false;
  return campaign.liveChannels === null || (campaign.liveChannels[minute / stepMinutes] ?? 0) > 0;
}

/** How many of its drops are earned after so many minutes. */
export function earnedDrops(campaign: WorldCampaign, watchedMinutes: number): number {
  let earned = 0;
  for (const threshold of campaign.thresholds) if (threshold <= watchedMinutes) earned++;
  return earned;
}

/** Whether nothing is left to earn. */
export function isEarned({ thresholds }: WorldCampaign, watchedMinutes: number): boolean {
  return watchedMinutes >= (thresholds.at(-1) ?? 0);
}

function chooseGames(trace: Trace, games: GameCount, seed: number): readonly string[] {
  const all = [...new Set(trace.campaigns.map(({ gameId }) => gameId))].sort();
  const order = shuffled(all, createRandom(mixBits(seed * 1_000_003 + 17)));
  return games === 'all' ? order : order.slice(0, games);
}

type Times = Pick<WorldCampaign, 'startMinute' | 'endMinute' | 'knownMinute'>;

function timesOf(campaign: TraceCampaign, worldStartsAt: number): Times {
  return {
    startMinute: Math.ceil((campaign.startsAt - worldStartsAt) / stepMs) * stepMinutes,
    endMinute: Math.floor((campaign.endsAt - worldStartsAt) / stepMs) * stepMinutes,
    knownMinute: Math.max(0, Math.ceil((campaign.firstSeenAt - worldStartsAt) / stepMs) * stepMinutes),
  };
}

function createSpanCache(firstDay: number, days: number): (channel: number) => readonly MinuteSpan[] {
  const known = new Map<number, readonly MinuteSpan[]>();
  return (channel) => {
    const spans = known.get(channel) ?? liveSpansOf(channel, firstDay, days);
    known.set(channel, spans);
    return spans;
  };
}

function countLive(
  spansOfChannels: readonly (readonly MinuteSpan[])[],
  { startMinute, endMinute }: Times,
  minutes: number,
): Uint16Array {
  const changes = new Int32Array(minutes / stepMinutes + 1);
  const change = (minute: number, by: number): void => {
    const step = minute / stepMinutes;
    changes[step] = (changes[step] ?? 0) + by;
  };
  for (const [start, end] of spansOfChannels.flat()) {
    const [from, to] = [Math.max(start, startMinute), Math.min(end, endMinute, minutes)];
    if (from >= to) continue;
    change(from, 1);
    change(to, -1);
  }
  let live = 0;
  return Uint16Array.from(changes.subarray(0, -1), (by) => {
    live += by;
    return live;
  });
}
