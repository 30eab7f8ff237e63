import {
  array,
  boolean,
  integer,
  maxLength,
  minValue,
  nullable,
  number,
  picklist,
  pipe,
  record,
  safeParse,
  strictObject,
  string,
} from 'valibot';
import { notificationRuleIds } from './rule.ts';
import { maxPending, maxSources, type NotificationState, noNotifications } from './state.ts';

const note = strictObject({
  key: string(),
  rule: picklist(notificationRuleIds),
  of: nullable(picklist(notificationRuleIds)),
  title: string(),
  text: string(),
  link: nullable(string()),
  wanted: boolean(),
});

const stateSchema = strictObject({
  told: record(string(), number()),
  pending: pipe(array(note), maxLength(maxPending)),
  leftOut: pipe(number(), integer(), minValue(0)),
  gatherUntil: nullable(number()),
  wasHeld: boolean(),
  troubles: record(
    string(),
    strictObject({
      rule: picklist(['loginNeeded', 'notCounting', 'minerDown']),
      state: picklist(['troubled', 'well']),
      dueAt: number(),
      note,
      recovery: note,
      believed: nullable(string()),
    }),
  ),
  counting: record(
    string(),
    strictObject({
      watchingSince: nullable(number()),
      uncountedMs: number(),
      manual: boolean(),
      sentence: nullable(string()),
    }),
  ),
});

/**
 * Reads back what an earlier run wrote as JSON. Nothing was watched while the program was down; what does not fit is
 * nothing: it may be deleted at any time.
 */
export function parseNotificationState(value: unknown): NotificationState {
  const parsed = safeParse(stateSchema, value);
  if (!parsed.success || Object.keys(parsed.output.counting).length > maxSources) return noNotifications;
  const counting = Object.entries(parsed.output.counting).map(
    ([id, each]) => [id, { ...each, watchingSince: null, manual: false }] as const,
  );
  return { ...parsed.output, counting: Object.fromEntries(counting) };
}
