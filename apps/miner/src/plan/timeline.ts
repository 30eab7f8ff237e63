import type { Campaign, PlanSlot, Span } from '@dropwise/core';
import { fold, moreLine, type PlanView, planCampaignOf, shortTitleOf } from './plan-view.ts';
import { finishedOf } from './summary.ts';
import { fitToWidth, wrapToWidth } from './text/display-width.ts';

const shownRows = 12;
/** Columns of "12/40" and the space before it. */
const dropsWidth = 6;
const leastNameWidth = 12;
const legend = '█ watched  ▄ watched for a part of it  · open  | ends';

/** One cell of a day's column. */
interface Cell extends Span {
  /** A space stands before the first cell of a day. */
  readonly opensDay: boolean;
}

interface Row {
  readonly campaign: Campaign;
  readonly slots: readonly PlanSlot[];
  readonly isMust: boolean;
  readonly isAtRisk: boolean;
}

/**
 * One row for each campaign that is watched in the days shown, by its first slot: when it is open, when it is watched,
 * when it ends, and how many of its drops the plan finishes.
 */
export function formatTimeline(view: PlanView): readonly string[] {
  const { plan, time, paint, days, width, all } = view;
  const edges = Array.from({ length: days + 1 }, (_, index) => time.startOfDay(plan.madeAt, index));
  const until = edges.at(-1) ?? plan.until;
  const rows = rowsUntil(view, until);
  if (rows.length === 0) return [];
  const dayWidth = Math.max(1, Math.floor((width - dropsWidth - nameWidthAtLeast(width)) / days));
  const nameWidth = Math.max(leastNameWidth, width - dropsWidth - dayWidth * days);
  const cells = cellsOf(edges, dayWidth);
  const counts = finishedOf(view);
  const { shown, hidden } = fold([...rows].sort(byImportance(counts)), shownRows, all);
  const important = new Set(shown);
  const labels = dayLabels(
    edges.slice(0, -1).map((at) => time.day(at)),
    dayWidth,
  );
  const lines = rows
    .filter((row) => important.has(row))
    .map((row) => {
      const { finished = 0, open = 0 } = counts.get(row.campaign.id) ?? {};
      const name = fitToWidth(shortTitleOf(row.campaign, nameWidth - 1), nameWidth);
      const bars = cells.map((cell) => formatCell(view, row, cell)).join('');
      return `${row.isAtRisk ? paint.warning(name) : name}${bars}${`${finished}/${open}`.padStart(dropsWidth)}`;
    });
  const head = `${' '.repeat(nameWidth)}${labels.join('')}${'drops'.padStart(dropsWidth)}`;
  return [
    paint.heading(head.trimEnd()),
    ...lines,
    ...(hidden > 0 ? [moreLine(hidden)] : []),
    ...wrapToWidth(legend, width).map((line) => paint.faint(line)),
  ];
}

function nameWidthAtLeast(width: number): number {
  return Math.max(leastNameWidth, Math.floor(width * 0.27));
}

/** `Mon 3`, or as much of it as fits for every day. */
function dayLabels(days: readonly string[], dayWidth: number): readonly string[] {
  const numbers = days.map((day) => day.split(' ')[1] ?? '');
  const forms = [days.map((day) => ` ${day}`), numbers.map((number) => ` ${number}`), numbers];
  const labels = forms.find((form) => form.every((label) => label.length <= dayWidth)) ?? [];
  return days.map((_, index) => fitToWidth(labels[index] ?? '', dayWidth));
}

function cellsOf(edges: readonly number[], dayWidth: number): readonly Cell[] {
  const opensWithSpace = dayWidth >= 3;
  const count = opensWithSpace ? dayWidth - 1 : dayWidth;
  return edges.slice(0, -1).flatMap((from, index) => {
    const stepMs = ((edges[index + 1] ?? from) - from) / count;
    return Array.from({ length: count }, (_, at) => ({
      startsAt: from + at * stepMs,
      endsAt: from + (at + 1) * stepMs,
      opensDay: opensWithSpace && at === 0,
    }));
  });
}

function rowsUntil(view: PlanView, until: number): Row[] {
  const slots = view.plan.slots.filter(({ startsAt }) => startsAt < until);
  return [...Map.groupBy(slots, ({ campaignId }) => campaignId)].flatMap(([id, own]) => {
    const planned = planCampaignOf(view.request, id);
    if (planned === undefined) return [];
    const isAtRisk = view.plan.forecasts.some(
      ({ campaignId, forecast }) => campaignId === id && forecast.kind === 'atRisk',
    );
    return [{ campaign: planned.campaign, slots: own, isMust: planned.wishes.includes('must'), isAtRisk }];
  });
}

/** Musts, then what may go wrong, then what brings most. */
function byImportance(counts: ReturnType<typeof finishedOf>) {
  const drops = (row: Row): number => counts.get(row.campaign.id)?.finished ?? 0;
  return (a: Row, b: Row): number =>
    Number(b.isMust) - Number(a.isMust) || Number(b.isAtRisk) - Number(a.isAtRisk) || drops(b) - drops(a);
}

function formatCell({ plan, paint }: PlanView, { campaign, slots, isAtRisk }: Row, cell: Cell): string {
  const before = cell.opensDay ? ' ' : '';
  const watchedMs = slots.reduce((sum, slot) => sum + overlapMs(slot, cell), 0);
  const bar = isAtRisk ? paint.warning : paint.good;
  if (watchedMs * 2 >= cell.endsAt - cell.startsAt) return before + bar('█');
  if (watchedMs > 0) return before + bar('▄');
  const endsHere = cell.startsAt <= campaign.endsAt && campaign.endsAt < cell.endsAt;
  if (endsHere || endsUnderBar(slots, campaign, cell)) return before + paint.bad('|');
  const open = { startsAt: Math.max(campaign.startsAt, plan.madeAt), endsAt: campaign.endsAt };
  return before + (overlapMs(open, cell) > 0 ? paint.faint('·') : ' ');
}

/** The campaign ends in the cell before this one, and a bar has its place there. */
function endsUnderBar(slots: readonly PlanSlot[], campaign: Campaign, cell: Cell): boolean {
  const lengthMs = cell.endsAt - cell.startsAt;
  const previous = { startsAt: cell.startsAt - lengthMs, endsAt: cell.startsAt };
  const endedThere = previous.startsAt <= campaign.endsAt && campaign.endsAt < previous.endsAt;
  return endedThere && slots.some((slot) => overlapMs(slot, previous) > 0);
}

function overlapMs(a: Span, b: Span): number {
  return Math.max(0, Math.min(a.endsAt, b.endsAt) - Math.max(a.startsAt, b.startsAt));
}
