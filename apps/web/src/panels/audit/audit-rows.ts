import type { auditView } from '@dropwise/contract';
import type * as v from 'valibot';

export type AuditEntry = v.InferOutput<typeof auditView>;

/** One thing that differs. Values as JSON, because they are of every kind; null = there was none. */
export interface AuditDifference {
  /** Empty = the whole. */
  readonly key: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** What differs, part by part where both sides have parts; what is the same on both is left out. */
export function differencesOf(before: unknown, after: unknown): readonly AuditDifference[] {
  if (!isRecord(before) && !isRecord(after)) {
    const whole = { key: '', before: textOf(before), after: textOf(after) };
    return whole.before === whole.after ? [] : [whole];
  }
  const old = isRecord(before) ? before : {};
  const now = isRecord(after) ? after : {};
  return [...new Set([...Object.keys(old), ...Object.keys(now)])]
    .map((key) => ({ key, before: textOf(old[key]), after: textOf(now[key]) }))
    .filter((row) => row.before !== row.after);
}

const maxLength = 400;

function textOf(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > maxLength ? `${text.slice(0, maxLength)}…` : text;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The days of a filter as the API takes them; `until` counts whole. Null = that day is none. */
export function rangeOf(since: string, until: string): Readonly<Record<string, string>> {
  const from = startOf(since, 0);
  const to = startOf(until, 1);
  return { ...(from === null ? {} : { since: String(from) }), ...(to === null ? {} : { until: String(to) }) };
}

function startOf(day: string, later: number): number | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day);
  if (match === null) return null;
  const [year = 0, month = 1, date = 1] = match.slice(1).map(Number);
  return new Date(year, month - 1, date + later).getTime();
}
