import type { Roster } from '../plan/roster.ts';

/** So many at once, joining evenly over a window, and as many to the end. */
export function planConstant(
  settings: { readonly viewers: number; readonly fromMs: number; readonly joinOverMs: number },
  roster: Roster,
  nextStayMs: () => number,
): void {
  for (let place = 0; place < settings.viewers; place++) {
    const joinAtMs = settings.fromMs + (settings.joinOverMs * place) / settings.viewers;
    roster.fillPlace(joinAtMs, Infinity, nextStayMs);
  }
}
