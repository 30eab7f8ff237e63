import type { Result } from '@dropwise/kit';
import * as v from 'valibot';
import { describeShapeProblem, type ShapeProblem, shapeProblemOf } from './shape-problem.ts';

/** An item of a list that was left out, and why. */
export interface Rejected {
  /** The item's own `id` where it had one. */
  readonly id: string | null;
  /** Where in the answer: `dropCampaigns.3.endAt`. */
  readonly path: string;
  readonly problem: string;
}

export interface Lenient<Item> {
  readonly items: readonly Item[];
  readonly rejected: readonly Rejected[];
}

/** Reads every item of a list on its own: one that is malformed does not spoil the rest. */
export function readEach<Item>(
  list: readonly unknown[],
  path: string,
  read: (item: unknown, path: string, reject: (rejected: Rejected) => void) => Result<Item, ShapeProblem>,
): Lenient<Item> {
  const items: Item[] = [];
  const rejected: Rejected[] = [];
  list.forEach((item, index) => {
    const outcome = read(item, `${path}.${index}`, (inner) => rejected.push(inner));
    if (outcome.ok) items.push(outcome.value);
    else rejected.push({ id: idOf(item), path: outcome.failure.path, problem: describeShapeProblem(outcome.failure) });
  });
  return { items, rejected };
}

/** Parses with a schema; the problem's path begins with `path`. */
export function readShape<Output>(
  schema: v.GenericSchema<unknown, Output>,
  input: unknown,
  path: string,
): Result<Output, ShapeProblem> {
  const parsed = v.safeParse(schema, input, { abortEarly: true });
  return parsed.success
    ? { ok: true, value: parsed.output }
    : { ok: false, failure: shapeProblemOf(parsed.issues, path) };
}

function idOf(item: unknown): string | null {
  if (typeof item !== 'object' || item === null || !('id' in item)) return null;
  return typeof item.id === 'string' ? item.id.slice(0, 100) : null;
}
