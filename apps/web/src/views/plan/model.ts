import type { PlanView } from '@dropwise/contract';
import { type Zoom, zooms } from '../../panels/day-line/time-window.ts';

export function zoomOf(query: URLSearchParams): Zoom {
  const asked = query.get('zoom');
  return zooms.find((zoom) => zoom === asked) ?? 'days';
}

/** Why there is no plan, most fundamental first; null = there is one. */
export type NoPlan = 'cannot' | 'otherMode' | 'notYet';

export function whyNoPlan(plan: PlanView | null, mode: string, can: readonly string[] | null): NoPlan | null {
  if (plan !== null) return null;
  if (can !== null && !can.includes('plan')) return 'cannot';
  return mode === 'plan' || mode === '' ? 'notYet' : 'otherMode';
}
