import { createRandom, hashText, type Random } from '@dropwise/kit';
import { nameOfChannel } from './channel-names.ts';
import { type Cut, firstInventedNumber } from './cut.ts';
import { gameIdAt } from './from-cut.ts';
import type { ChannelSchedule, ScenarioChannel } from './scenario.ts';

/** What decides when a channel is live; `random` belongs to the channel, `index` is its place in its group. */
export type ScheduleRule = (random: Random, index: number) => ChannelSchedule;

/** The channels of the allow lists: the history's numbers are their ids. */
export function allowListedChannels(cut: Cut, seed: number, scheduleOf: ScheduleRule): ScenarioChannel[] {
  return cut.channels.map(([number, gameIndex], index) =>
    crowdChannel(number, gameIdAt(cut, gameIndex), seed, scheduleOf, index),
  );
}

/** Invented channels on nobody's list: `countOf(gameId)` for each game that has an open campaign. */
export function directoryChannels(
  cut: Cut,
  seed: number,
  countOf: (gameId: string) => number,
  scheduleOf: ScheduleRule,
): ScenarioChannel[] {
  let number = firstInventedNumber;
  return openGameIds(cut).flatMap((gameId) =>
    Array.from({ length: countOf(gameId) }, (_, index) => crowdChannel(number++, gameId, seed, scheduleOf, index)),
  );
}

/** Games whose directory earns something, in the cut's order. */
export function openGameIds(cut: Cut): string[] {
  const open = new Set(cut.campaigns.filter(({ allowed }) => allowed === null).map(({ gameIndex }) => gameIndex));
  return cut.games.filter((_, index) => open.has(index)).map(({ id }) => id);
}

function crowdChannel(
  number: number,
  gameId: string,
  seed: number,
  scheduleOf: ScheduleRule,
  index: number,
): ScenarioChannel {
  const random = createRandom(hashText(`channel:${seed}:${number}`));
  // Most channels are small: 10 to 30,000 viewers, half of them below about 100.
  const viewers = Math.round(10 ** (1 + 3.48 * random() ** 2));
  return { id: String(number), ...nameOfChannel(number), gameId, viewers, schedule: scheduleOf(random, index) };
}
