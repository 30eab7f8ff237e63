import { createRandom, hashText, type Random, randomInt, shuffled } from '@dropwise/kit';
import { allowListedChannels, directoryChannels, openGameIds } from './crowd.ts';
import { type Cut, readCut } from './cut.ts';
import { campaignsFromCut } from './from-cut.ts';
import { listedDayAhead } from './listing.ts';
import type { ChannelSchedule, Scenario } from './scenario.ts';
import { noSwitches } from './switches.ts';

const startAt = Date.parse('2025-09-27T18:00:00Z');
const hourMs = 3_600_000;
const channelCount = 400;
const unlinkedGameCount = 3;

/** The busiest Saturday evening of 2025, thinned to 60 campaigns: everything at once. Lasts three days. */
export function createLaunchDay(seed: number): Scenario {
  const cut = readCut('launch-day');
  const random = createRandom(hashText(`launch-day:${seed}`));
  const sizes = directorySizes(cut, channelCount - cut.channels.length, random);
  return {
    name: 'launch-day',
    about: 'Sixty campaigns of 45 games active at once, 400 channels, most of them live.',
    startAt,
    account: {
      userId: '700000003',
      login: 'launch_viewer',
      linkedGameIds: linkedGameIds(cut, random),
      claimedBenefits: [],
      progress: [],
    },
    games: cut.games,
    campaigns: campaignsFromCut(cut, listedDayAhead),
    channels: [
      // Every third is still asleep, whoever that is for this seed.
      ...allowListedChannels(cut, seed, (own, index) => dayWith((index + seed) % 3 !== 0, own)),
      ...directoryChannels(
        cut,
        seed,
        (gameId) => sizes.get(gameId) ?? 0,
        (own, index) => (index === 0 ? { kind: 'always' } : dayWith(index % 6 !== 5, own)),
      ),
    ],
    watchCredit: ['spade', 'hls'],
    viewcountIntervalMs: 30_000,
    switches: noSwitches,
  };
}

/** All but three games of one campaign each. */
function linkedGameIds(cut: Cut, random: Random): string[] {
  const campaignCount = (index: number) => cut.campaigns.filter(({ gameIndex }) => gameIndex === index).length;
  const candidates = cut.games.filter((_, index) => campaignCount(index) === 1);
  const unlinked = new Set(shuffled(candidates, random).slice(0, unlinkedGameCount));
  return cut.games.filter((game) => !unlinked.has(game)).map(({ id }) => id);
}

/** `total` channels over the open games, 5 to 20 each. */
function directorySizes(cut: Cut, total: number, random: Random): Map<string, number> {
  const gameIds = openGameIds(cut);
  const sizes = new Map(gameIds.map((id) => [id, 5]));
  for (let left = total - 5 * gameIds.length; left > 0; ) {
    const id = gameIds[randomInt(random, 0, gameIds.length - 1)] ?? '';
    const size = sizes.get(id) ?? 20;
    if (size >= 20) continue;
    sizes.set(id, size + 1);
    left -= 1;
  }
  return sizes;
}

/** One block a day, at the same hours for three days. */
function dayWith(liveAtStart: boolean, random: Random): ChannelSchedule {
  const quarter = hourMs / 4;
  const from = startAt + (liveAtStart ? -randomInt(random, 1, 20) : randomInt(random, 1, 24)) * quarter;
  const to = (liveAtStart ? startAt : from) + randomInt(random, 8, 36) * quarter;
  const windows = [0, 1, 2].map((day) => ({ from: from + day * 24 * hourMs, to: to + day * 24 * hourMs }));
  return { kind: 'windows', windows };
}
