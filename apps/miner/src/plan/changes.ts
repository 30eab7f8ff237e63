import { type Campaign, comparePlans, type PlanChange } from '@dropwise/core';
import { assertNever, formatDuration } from '@dropwise/kit';
import { fold, listNames, moreLine, type PlanView, planCampaignOf, titleIn } from './plan-view.ts';
import { describeCounts } from './summary.ts';
import { cleanName } from './text/clean-name.ts';
import { wrapToWidth } from './text/display-width.ts';
import { countOf } from './text/local-time.ts';
import { describeTried, type TriedWish } from './what-if.ts';

const shownCampaigns = 6;

type ChangeKind = PlanChange['kind'];
const headings: Readonly<Record<ChangeKind, string>> = {
  lost: 'Lost',
  gained: 'Gained',
  riskier: 'At risk by it',
  safer: 'Safer',
  later: 'Later',
  earlier: 'Earlier',
};

/** What `after` would change against `before`: only that, and what both come to. */
export function formatChanges(
  before: PlanView,
  after: PlanView,
  tried: readonly TriedWish[],
): readonly (readonly string[])[] {
  const changes = comparePlans(before.plan, after.plan);
  const { width, paint, time } = before;
  const indented = (text: string): readonly string[] => wrapToWidth(text, width - 2, '  ').map((line) => `  ${line}`);
  const sum = [
    ...wrapToWidth(`If ${describeTried(tried)}:`, width).map((line) => paint.heading(line)),
    ...indented(describeSum(changes)),
  ];
  if (changes.length === 0) return [sum];
  const totals = [before, after].map(({ plan }) => describeCounts(plan, time));
  sum.push(...indented(`Now: ${totals[0]}`), ...indented(`Then: ${totals[1]}`));
  const byKind = Map.groupBy(changes, ({ kind }) => kind);
  return [sum, ...[...byKind].map(([kind, own]) => formatKind(before, after, kind, own))];
}

function describeSum(changes: readonly PlanChange[]): string {
  if (changes.length === 0) return 'Nothing would change.';
  const counts = [...Map.groupBy(changes, ({ kind }) => kind)].map(
    ([kind, own]) => `${own.length} ${headings[kind].toLowerCase()}`,
  );
  return `${countOf(changes.length, 'drop')} would change: ${counts.join(', ')}.`;
}

function formatKind(
  before: PlanView,
  after: PlanView,
  kind: ChangeKind,
  changes: readonly PlanChange[],
): readonly string[] {
  const { paint, width, all } = before;
  const byCampaign = [...Map.groupBy(changes, ({ campaignId }) => campaignId)].sort(
    ([, a], [, b]) => b.length - a.length,
  );
  const { shown, hidden } = fold(byCampaign, shownCampaigns, all);
  const lines = shown.flatMap(([id, own]) => {
    const campaign = (planCampaignOf(before.request, id) ?? planCampaignOf(after.request, id))?.campaign;
    const title = campaign === undefined ? cleanName(id) : titleIn(before, campaign);
    return wrapToWidth(`${title}: ${describeOwn(after, campaign, own)}`, width - 2, '  ');
  });
  return [
    `${paint.heading(headings[kind])}: ${countOf(changes.length, 'drop')}`,
    ...lines.map((line) => `  ${line}`),
    ...(hidden > 0 ? [`  ${moreLine(hidden)}`] : []),
  ];
}

function describeOwn(view: PlanView, campaign: Campaign | undefined, changes: readonly PlanChange[]): string {
  const names = changes.map(({ dropId }) =>
    cleanName(campaign?.drops.find((drop) => drop.id === dropId)?.name ?? dropId),
  );
  const last = changes.at(-1);
  return `${listNames(names, 3)}${last === undefined ? '' : describeWhen(view, last)}.`;
}

/** Told once for a campaign, of the drop that comes last. */
function describeWhen(view: PlanView, change: PlanChange): string {
  const { time, request } = view;
  switch (change.kind) {
    case 'gained':
    case 'riskier':
    case 'safer':
      return change.finishesAt === null ? ', when somebody streams it' : `, done ${time.moment(change.finishesAt)}`;
    case 'lost': {
      const ids = change.after?.kind === 'givenUp' ? change.after.forCampaignIds : [];
      const others = ids.flatMap((id) => {
        const other = planCampaignOf(request, id)?.campaign;
        return other === undefined ? [] : [titleIn(view, other)];
      });
      return others.length === 0 ? '' : `; its time goes to ${listNames(others, 2)}`;
    }
    case 'later':
    case 'earlier':
      return `, ${formatDuration(Math.abs(change.toAt - change.fromAt))} ${change.kind}, done ${time.moment(change.toAt)}`;
    default:
      return assertNever(change);
  }
}
