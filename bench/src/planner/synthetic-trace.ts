import { createRandom, type Random, randomInt } from '@dropwise/kit';
import type { Trace, TraceCampaign } from './trace.ts';

const dayMs = 24 * 3_600_000;
const slotMs = 5 * 60_000;
const channelCount = 6_000;

export interface SyntheticShape {
  /** How many campaigns are open at any time. */
  readonly campaigns: number;
  readonly days: number;
}

/**
 * Made up, after the history's quartiles: lives from hours to four weeks, one to fifteen drops, an allow list of one to a
 * thousand channels for six in ten. As one campaign ends the next begins, and the world begins in the middle of it.
 */
export function createSyntheticTrace({ campaigns, days }: SyntheticShape, seed: number): Trace {
  const random = createRandom(seed);
  const startsAt = Date.UTC(2025, 5, 1);
  const endsAt = startsAt + days * dayMs;
  const made: TraceCampaign[] = [];
  for (let place = 0; place < campaigns; place++) {
    let from = startsAt - random() * 7 * dayMs;
    while (from < endsAt) {
      const campaign = makeCampaign(random, `${place}-${made.length}`, Math.floor(from / slotMs) * slotMs);
      made.push(campaign);
      from = campaign.endsAt;
    }
  }
  return { name: 'synthetic', startsAt, endsAt, campaigns: made.filter((each) => each.endsAt > startsAt) };
}

const lifeHours: readonly (readonly [least: number, most: number])[] = [
  [4, 24],
  [24, 24],
  [24, 150],
  [150, 330],
  [330, 670],
];

function makeCampaign(random: Random, id: string, startsAt: number): TraceCampaign {
  const [least, most] = pick(random, lifeHours);
  const life = randomInt(random, least, most) * 12 * slotMs;
  const listed = random() < 0.62;
  return {
    id,
    gameId: `game-${randomInt(random, 1, 120)}`,
    startsAt,
    endsAt: startsAt + life,
    // A quarter is announced up to four days before it starts.
    firstSeenAt: random() < 0.25 ? startsAt - random() * 4 * dayMs : startsAt + random() * 4 * 3_600_000,
    channels: listed ? makeChannels(random) : [],
    thresholds: makeThresholds(random),
  };
}

function makeChannels(random: Random): readonly number[] {
  const count = Math.round(1_000 ** (random() ** 1.5));
  return [...new Set(Array.from({ length: count }, () => randomInt(random, 1, channelCount)))];
}

function makeThresholds(random: Random): readonly number[] {
  const count = Math.ceil(15 ** random());
  const stepMinutes = pick(random, [15, 30, 45, 60, 60, 60, 90, 120]);
  return Array.from({ length: count }, (_, index) => (index + 1) * stepMinutes);
}

function pick<T>(random: Random, items: readonly T[]): T {
  return items[Math.floor(random() * items.length)] as T;
}
