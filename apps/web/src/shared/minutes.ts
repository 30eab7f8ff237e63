import type { MessageKey } from '../locales/en/index.ts';

export interface Minutes {
  readonly required: number;
  /** Null = the source does not tell confirmed minutes from others. */
  readonly confirmed: number | null;
  readonly estimated: number;
}

/** Parts of the whole bar, 0 to 1 together. A bar is full only when all of it is confirmed. */
export function shareOf({ required, confirmed, estimated }: Minutes): {
  readonly confirmed: number;
  readonly estimated: number;
} {
  if (required <= 0) return { confirmed: 0, estimated: 0 };
  const solid = Math.min(1, Math.max(0, (confirmed ?? 0) / required));
  return { confirmed: solid, estimated: Math.min(1 - solid, Math.max(0, estimated / required)) };
}

/** Which words say it. */
export function describeMinutes({ required, confirmed, estimated }: Minutes): {
  readonly key: MessageKey;
  readonly values: Readonly<Record<string, number>>;
} {
  if (confirmed === null) return { key: 'common.onlyEstimated', values: { estimated, required } };
  if (estimated === 0) return { key: 'common.ofMinutes', values: { confirmed, required } };
  return { key: 'common.ofMinutesEstimated', values: { confirmed, required, estimated } };
}
