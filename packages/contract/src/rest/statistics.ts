import * as v from 'valibot';
import { wholeNumberParameter } from './whole-number-parameter.ts';

export const statisticsQuery = v.strictObject({
  /** Days of the range, today included. */
  days: v.optional(wholeNumberParameter(1, 366), 30),
});

const minutes = { claims: v.number(), confirmedMinutes: v.number(), estimatedMinutes: v.number() };

export const maxDowns = 200;

export const childUptime = v.object({
  childId: v.string(),
  name: v.string(),
  /** Of the process that runs now. */
  startedAt: v.nullable(v.number()),
  sessionMs: v.nullable(v.number()),
  restarts: v.number(),
  /** Within the range, since the child is first heard of in it. */
  upMs: v.number(),
  downMs: v.number(),
  /** Times it was down. */
  downCount: v.number(),
  /** When, oldest first: the newest `maxDowns`. */
  downs: v.array(v.object({ from: v.number(), to: v.number() })),
});

export const statisticsAnswer = v.object({
  at: v.number(),
  /** Days in the console's time zone, both inclusive. */
  range: v.object({ from: v.string(), to: v.string(), since: v.number(), until: v.number() }),
  claimed: v.object({ today: v.number(), last7Days: v.number(), last30Days: v.number(), ever: v.number() }),
  /** Claimed drops by hour of the last 24 hours, oldest first. */
  hours: v.array(v.object({ startsAt: v.number(), claims: v.number() })),
  /** Claims of the last 24 hours over the hours that a miner was up in them; null = that was not an hour yet, too short to tell. */
  dropsPerHour: v.nullable(v.number()),
  /**
   * `estimated` are minutes that were believed for want of a word; many are confirmed a little later. `confirmedShare`: how many
   * of them can have been, at most; null = there were no minutes.
   */
  minutes: v.object({
    confirmed: v.number(),
    estimated: v.number(),
    confirmedShare: v.nullable(v.number()),
  }),
  days: v.array(v.object({ day: v.string(), ...minutes })),
  games: v.array(v.object({ gameName: v.string(), ...minutes })),
  campaigns: v.array(v.object({ campaignId: v.string(), campaignName: v.string(), gameName: v.string(), ...minutes })),
  uptime: v.object({ consoleStartedAt: v.number(), children: v.array(childUptime) }),
  /** More was stored than is counted here: the oldest part of the range is missing from what is told by claims and uptime. */
  truncated: v.boolean(),
});
export type Statistics = v.InferOutput<typeof statisticsAnswer>;
