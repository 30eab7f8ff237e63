import { createRandom, type Random, randomInt } from '@dropwise/kit';
import type { Trace, TraceCampaign } from '../trace.ts';

/** For tests only: small traces, of which a test changes what it is about. */

export const hourMs = 3_600_000;
export const minuteMs = 60_000;
export const traceStart = Date.UTC(2025, 5, 1);

/** Open to every channel for the first two hours, known from the start, one drop of an hour. */
export function buildTraceCampaign(id = 'campaign-a', change: Partial<Omit<TraceCampaign, 'id'>> = {}): TraceCampaign {
  return {
    id,
    gameId: 'game-a',
    startsAt: traceStart,
    endsAt: traceStart + 2 * hourMs,
    firstSeenAt: traceStart - hourMs,
    channels: [],
    thresholds: [60],
    ...change,
  };
}

export function buildTrace(campaigns: readonly TraceCampaign[], hours = 24): Trace {
  return { name: '2025-06', startsAt: traceStart, endsAt: traceStart + hours * hourMs, campaigns };
}

export interface RandomShape {
  readonly campaigns: number;
  readonly games: number;
  readonly hours: number;
  readonly mostSteps: number;
}

/** Windows, allow lists and drops as they come; a drop takes `mostSteps` steps of five minutes at most. */
export function randomTrace({ campaigns, games, hours, mostSteps }: RandomShape, seed: number): Trace {
  const random = createRandom(seed);
  return buildTrace(
    Array.from({ length: campaigns }, (_, index) => {
      const startMinute = randomInt(random, -60, (hours - 1) * 60);
      const endMinute = startMinute + randomInt(random, 30, hours * 60);
      return buildTraceCampaign(`campaign-${randomInt(random, 0, 9)}${index}`, {
        gameId: `game-${randomInt(random, 1, games)}`,
        startsAt: traceStart + startMinute * minuteMs,
        endsAt: traceStart + endMinute * minuteMs,
        firstSeenAt: traceStart + (startMinute + randomInt(random, -120, 60)) * minuteMs,
        channels: random() < 0.5 ? [] : randomChannels(random),
        thresholds: randomThresholds(random, mostSteps),
      });
    }),
    hours,
  );
}

function randomChannels(random: Random): readonly number[] {
  return Array.from({ length: randomInt(random, 1, 6) }, (_, index) => index * 100 + randomInt(random, 1, 99));
}

function randomThresholds(random: Random, mostSteps: number): readonly number[] {
  const thresholds = Array.from({ length: randomInt(random, 1, 4) }, () => randomInt(random, 1, mostSteps) * 5);
  return thresholds.sort((a, b) => a - b);
}
