import { daysIn } from './ticks.ts';
import { pointIn, type TimeWindow } from './time-window.ts';

/** The midnights as one background that all lanes share: lines of their own would be hundreds. */
export function gridImage(window: TimeWindow, isRightToLeft: boolean): string {
  const stops = daysIn(window).flatMap(({ startsAt }) => {
    const at = pointIn(window, startsAt);
    if (at === null || at === 0) return [];
    const share = `${(at * 100).toFixed(3)}%`;
    return [`transparent ${share}`, `var(--line) ${share} calc(${share} + 1px)`, `transparent calc(${share} + 1px)`];
  });
  if (stops.length === 0) return 'none';
  return `linear-gradient(to ${isRightToLeft ? 'left' : 'right'}, ${stops.join(', ')})`;
}
