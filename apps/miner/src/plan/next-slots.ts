import { fold, listNames, moreLine, type PlanView, planCampaignOf, shortTitleOf } from './plan-view.ts';
import { cleanName } from './text/clean-name.ts';
import { cutToWidth, displayWidth, fitToWidth } from './text/display-width.ts';

const shownSlots = 8;

/** The slots to come: when, what, and the drops that are finished in each. */
export function formatNextSlots(view: PlanView): readonly string[] {
  const { plan, request, time, width, paint, all } = view;
  const { shown, hidden } = fold(plan.slots, shownSlots, all);
  if (shown.length === 0) return [];
  const rows = shown.map((slot) => {
    const campaign = planCampaignOf(request, slot.campaignId)?.campaign;
    const finished = slot.finishes.map((id) => campaign?.drops.find((drop) => drop.id === id)?.name ?? id);
    return {
      when: `${time.moment(slot.startsAt)}–${time.clock(slot.endsAt)}`,
      title: (most: number) =>
        campaign === undefined ? cutToWidth(cleanName(slot.campaignId), most) : shortTitleOf(campaign, most),
      finishes: listNames(countSame(finished.map(cleanName)), 3),
    };
  });
  const whenWidth = Math.max(...rows.map(({ when }) => displayWidth(when)));
  const room = width - 2 - whenWidth - 2;
  const titleWidth = Math.min(Math.max(...rows.map(({ title }) => displayWidth(title(room)))), Math.floor(room / 2));
  return [
    `${paint.heading('Next')}, and the drops that are finished`,
    ...rows.map(({ when, title, finishes }) => {
      const rest = cutToWidth(finishes, room - titleWidth - 2);
      return `  ${fitToWidth(when, whenWidth)}  ${fitToWidth(title(titleWidth), titleWidth)}  ${paint.faint(rest)}`.trimEnd();
    }),
    ...(hidden > 0 ? [`  ${moreLine(hidden)}`] : []),
  ];
}

/** `2 × Reward Pack` in place of the same name twice. */
function countSame(names: readonly string[]): readonly string[] {
  return [...Map.groupBy(names, (name) => name)].map(([name, same]) =>
    same.length === 1 ? name : `${same.length} × ${name}`,
  );
}
