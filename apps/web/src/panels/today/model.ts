import type { Statistics } from '@dropwise/contract';

export interface Uptime {
  /** Of the process that runs now, at the time of the answer; null = none runs. */
  readonly sessionMs: number | null;
  /** Of today, 0 to 1; null = nothing is known of today. */
  readonly share: number | null;
  readonly downCount: number;
}

/** Of the miner that the screen is about. */
export function uptimeOf({ uptime }: Pick<Statistics, 'uptime'>, childId: string): Uptime {
  const child = uptime.children.find((each) => each.childId === childId);
  if (child === undefined) return { sessionMs: null, share: null, downCount: 0 };
  const known = child.upMs + child.downMs;
  return { sessionMs: child.sessionMs, share: known === 0 ? null : child.upMs / known, downCount: child.downCount };
}

/** Heights of the last 24 hours’ bars, 0 to 1. */
export function barsOf(
  hours: Statistics['hours'],
): readonly { readonly startsAt: number; readonly claims: number; readonly height: number }[] {
  const most = Math.max(1, ...hours.map(({ claims }) => claims));
  return hours.map(({ startsAt, claims }) => ({ startsAt, claims, height: claims / most }));
}
