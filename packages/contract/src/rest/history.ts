import * as v from 'valibot';
import { childIdParameter } from './child-parameter.ts';
import { listParameter } from './list-parameter.ts';
import { pageOf, pageParameters, textParameter } from './page.ts';
import { wholeNumberParameter } from './whole-number-parameter.ts';

const childFilter = { child: v.exactOptional(childIdParameter) };

export const historyQuery = v.strictObject({
  ...pageParameters,
  ...childFilter,
  kind: v.exactOptional(listParameter()),
  text: v.exactOptional(textParameter),
});

/** A fact's fields depend on its kind. */
export const storedFactView = v.object({
  seq: v.number(),
  at: v.number(),
  childId: v.string(),
  fact: v.looseObject({ kind: v.string() }),
});
export const historyAnswer = pageOf(storedFactView);

export const claimsQuery = v.strictObject({ ...pageParameters, ...childFilter, text: v.exactOptional(textParameter) });

export const claimView = v.object({
  seq: v.number(),
  at: v.number(),
  childId: v.string(),
  dropId: v.nullable(v.string()),
  dropName: v.string(),
  campaignId: v.nullable(v.string()),
  campaignName: v.nullable(v.string()),
  gameName: v.nullable(v.string()),
  benefitNames: v.array(v.string()),
});
export const claimsAnswer = pageOf(claimView);

const expectedDay = 'expected a day such as 2026-03-01';
const day = v.pipe(v.string(), v.isoDate(expectedDay), v.check(isInCalendar, expectedDay));

/** Both inclusive; without them, the last 30 days. */
export const minutesQuery = v.strictObject({ from: v.exactOptional(day), to: v.exactOptional(day) });

/** Confirmed and estimated minutes are never added up. */
export const minutesView = v.object({
  day: v.string(),
  gameName: v.string(),
  campaignId: v.string(),
  campaignName: v.string(),
  confirmedMinutes: v.number(),
  estimatedMinutes: v.number(),
});
export const minutesAnswer = v.object({ from: v.string(), to: v.string(), items: v.array(minutesView) });

export const maxMoves = 200_000;

/** As CSV: all of them up to `limit`, oldest first. */
export const movesQuery = v.strictObject({
  ...pageParameters,
  limit: v.exactOptional(wholeNumberParameter(1, maxMoves)),
  ...childFilter,
  format: v.exactOptional(v.picklist(['json', 'csv'])),
});

/** The log line of changes of channel; CSV has the columns from `timestamp` to `duration_seconds`. */
export const moveView = v.object({
  seq: v.number(),
  child: v.string(),
  /** ISO 8601, UTC. */
  timestamp: v.string(),
  event_type: v.string(),
  from_channel: v.nullable(v.string()),
  to_channel: v.nullable(v.string()),
  reason: v.nullable(v.string()),
  duration_seconds: v.nullable(v.number()),
});
export type MoveView = v.InferOutput<typeof moveView>;
export const movesAnswer = pageOf(moveView);

export const moveColumns = [
  'timestamp',
  'event_type',
  'from_channel',
  'to_channel',
  'reason',
  'duration_seconds',
] as const satisfies readonly (keyof MoveView)[];

/** The 31st of February has the form of a day and is none. */
function isInCalendar(day: string): boolean {
  const at = Date.parse(day);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(day);
}
