/** What of the time is in sight: [from, to), epoch ms on the miner's clock. */
export interface TimeWindow {
  readonly from: number;
  readonly to: number;
}

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

export const zooms = ['hours', 'days', 'fortnight'] as const;
export type Zoom = (typeof zooms)[number];
export const zoomSpansMs: Readonly<Record<Zoom, number>> = {
  hours: 12 * hourMs,
  days: 3 * dayMs,
  fortnight: 14 * dayMs,
};

const minSpanMs = 2 * hourMs;
const maxSpanMs = 15 * dayMs;
/** So much of what has been can be looked at. */
const pastMs = dayMs;
/** How much of the window is behind now while it follows. */
const behindShare = 1 / 16;

/** The zoom whose span is nearest. */
export function nearestZoom(spanMs: number): Zoom {
  const away = (zoom: Zoom): number => Math.abs(Math.log(zoomSpansMs[zoom] / spanMs));
  return zooms.reduce((best, zoom) => (away(zoom) < away(best) ? zoom : best));
}

/** Stays where it is while now moves through it, then makes one step: nothing shown slides under the reader's eyes. */
export function followingWindow(now: number, spanMs: number): TimeWindow {
  const step = spanMs * behindShare;
  const from = Math.floor(now / step) * step - step;
  return { from, to: from + spanMs };
}

/** The same object until it makes its step: nothing in it is drawn again just because time passes. */
export function createFollowingWindow(): (now: number, spanMs: number) => TimeWindow {
  let last: TimeWindow = { from: 0, to: 0 };
  return (now, spanMs) => {
    const next = followingWindow(now, spanMs);
    if (next.from !== last.from || next.to !== last.to) last = next;
    return last;
  };
}

/** Moved by so much, as far as there is something to see. */
export function panned(window: TimeWindow, byMs: number, now: number, until: number): TimeWindow {
  const span = window.to - window.from;
  const latest = Math.max(now, until - span * 0.8);
  const from = Math.min(Math.max(window.from + byMs, now - pastMs - span * 0.2), latest);
  return { from, to: from + span };
}

/** Narrower (`factor` below 1) or wider; what is at the anchor stays there. */
export function zoomed(window: TimeWindow, factor: number, anchor: number): TimeWindow {
  const span = window.to - window.from;
  const next = Math.min(maxSpanMs, Math.max(minSpanMs, span * factor));
  const share = Math.min(1, Math.max(0, (anchor - window.from) / span));
  const from = anchor - share * next;
  return { from, to: from + next };
}

/** Where a span is seen, as shares of the window from its beginning; null = outside. */
export function placeIn(
  { from, to }: TimeWindow,
  span: { readonly startsAt: number; readonly endsAt: number },
): { readonly start: number; readonly size: number } | null {
  const startsAt = Math.max(from, span.startsAt);
  const endsAt = Math.min(to, span.endsAt);
  if (endsAt <= startsAt) return null;
  return { start: (startsAt - from) / (to - from), size: (endsAt - startsAt) / (to - from) };
}

/** Where an instant is seen; null = outside. */
export function pointIn({ from, to }: TimeWindow, at: number): number | null {
  return at < from || at > to ? null : (at - from) / (to - from);
}
