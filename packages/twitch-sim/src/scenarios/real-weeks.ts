import { createRandom, hashText } from '@dropwise/kit';
import { withChains } from './chains.ts';
import { allowListedChannels, directoryChannels } from './crowd.ts';
import { type Cut, readCut } from './cut.ts';
import { campaignsFromCut } from './from-cut.ts';
import { listedAsSeen } from './listing.ts';
import type { ChannelSchedule, Scenario } from './scenario.ts';
import { noSwitches } from './switches.ts';

const linkedGameCount = 40;

/** Four weeks as they were listed, for runs of thirty virtual days. The README says what was left out. */
export function createRealWeeks(seed: number): Scenario {
  const cut = withChains(readCut('real-weeks'), seed);
  return {
    name: 'real-weeks',
    about: 'Four weeks of November 2025 as they were listed: 652 campaigns of 100 games, 40 games linked.',
    startAt: Date.parse('2025-11-03T00:00:00Z'),
    account: {
      userId: '700000002',
      login: 'patient_viewer',
      linkedGameIds: linkedGameIds(cut, seed),
      claimedBenefits: [],
      progress: [],
    },
    games: cut.games,
    campaigns: campaignsFromCut(cut, listedAsSeen(seed)),
    channels: [
      ...allowListedChannels(cut, seed, () => allowListedDay),
      ...directoryChannels(cut, seed, (gameId) => directorySize(gameId, seed), directoryDay),
    ],
    watchCredit: ['spade', 'hls'],
    viewcountIntervalMs: 900_000,
    switches: noSwitches,
  };
}

const allowListedDay: ChannelSchedule = { kind: 'dailyBlock', share: 0.7, minHours: 3, maxHours: 7 };

/** Three round-the-clock streams keep nearly every directory alive; the others come and go. */
function directoryDay(_random: () => number, index: number): ChannelSchedule {
  if (index < 3) return { kind: 'dailyBlock', share: 0.95, minHours: 14, maxHours: 22 };
  return { kind: 'dailyBlock', share: 0.7, minHours: 3, maxHours: 8 };
}

/** 3 to 12, mostly few. */
function directorySize(gameId: string, seed: number): number {
  return 3 + Math.floor(10 * createRandom(hashText(`directory:${seed}:${gameId}`))() ** 4);
}

/** A draw without replacement in which every campaign of a game is a ticket (Efraimidis–Spirakis keys). */
function linkedGameIds(cut: Cut, seed: number): string[] {
  const tickets = cut.games.map((_, index) => cut.campaigns.filter(({ gameIndex }) => gameIndex === index).length);
  const random = createRandom(hashText(`linked:${seed}`));
  return cut.games
    .map(({ id }, index) => ({ id, key: random() ** (1 / (tickets[index] ?? 1)) }))
    .sort((a, b) => b.key - a.key)
    .slice(0, linkedGameCount)
    .map(({ id }) => id);
}
