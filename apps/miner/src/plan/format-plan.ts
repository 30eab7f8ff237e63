import { formatAttention } from './attention.ts';
import { formatNextSlots } from './next-slots.ts';
import type { PlanView } from './plan-view.ts';
import { describePlan } from './summary.ts';
import { wrapToWidth } from './text/display-width.ts';
import { formatTimeline } from './timeline.ts';

/** The whole plan as text: what it comes to, the days ahead, what is next, and what needs attention. */
export function formatPlan(view: PlanView): string {
  const summary = wrapToWidth(describePlan(view), view.width);
  return joinSections([summary, formatTimeline(view), formatNextSlots(view), ...formatAttention(view)]);
}

/** Sections with an empty line between them; empty ones are left out. */
export function joinSections(sections: readonly (readonly string[])[]): string {
  const told = sections.filter((section) => section.length > 0);
  return `${told.map((section) => section.join('\n')).join('\n\n')}\n`;
}
