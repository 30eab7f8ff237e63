import { type BoundFrom, type Cell, hoursOf, mergeCells } from './cells.ts';
import { type LinearProgram, maximise, type Variable } from './linear-program.ts';
import type { World, WorldCampaign } from './world.ts';

/**
 * At least as many drops as anybody can earn in the world, the future known: the linear relaxation over hourly cells. In
 * each cell the minutes of all campaigns fit into it, and those of one campaign into its live time. A campaign's drops are
 * segments of minutes, one after the other: a drop is earned to the share that its segment is filled, and to no greater
 * share than the one before it. Drops that all of a campaign's live time does not reach are left out.
 */
export function boundOf(world: World, from: BoundFrom = 'known'): Promise<number> {
  return maximise(boundProgram(mergeCells(hoursOf(world, from))));
}

export function boundProgram(cells: readonly Cell[]): LinearProgram {
  const rowMost = cells.map(({ minutes }) => minutes);
  const variables: Variable[] = [];
  const addRow = (most: number): number => rowMost.push(most) - 1;
  for (const { campaign, offers } of offersByCampaign(cells)) {
    const segments = segmentsOf(campaign, sumOf(offers.map(({ minutes }) => minutes)));
    if (segments.length === 0) continue;
    const spent = addRow(0);
    for (const { cell, minutes } of offers) {
      variables.push({ value: 0, most: minutes, inRows: [entry(cell, 1), entry(spent, -1)] });
    }
    let order: number | null = null;
    for (const [index, { minutes, drops }] of segments.entries()) {
      const after = index < segments.length - 1 ? addRow(0) : null;
      const inRows = [entry(spent, minutes)];
      if (order !== null) inRows.push(entry(order, 1));
      if (after !== null) inRows.push(entry(after, -1));
      variables.push({ value: drops, most: 1, inRows });
      order = after;
    }
  }
  return { variables, rowMost };
}

interface CampaignOffers {
  readonly campaign: WorldCampaign;
  readonly offers: { readonly cell: number; readonly minutes: number }[];
}

function offersByCampaign(cells: readonly Cell[]): Iterable<CampaignOffers> {
  const found = new Map<number, CampaignOffers>();
  for (const [cell, { offers }] of cells.entries()) {
    for (const { campaign, minutes } of offers) {
      const of = found.get(campaign.index) ?? { campaign, offers: [] };
      of.offers.push({ cell, minutes });
      found.set(campaign.index, of);
    }
  }
  return found.values();
}

/** The minutes from each threshold in reach to the next, and how many drops are earned at its end. */
function segmentsOf(campaign: WorldCampaign, reachMinutes: number): readonly { minutes: number; drops: number }[] {
  const ends = [...new Set(campaign.thresholds)].filter((threshold) => threshold <= reachMinutes);
  return ends.map((end, index) => ({
    minutes: end - (ends[index - 1] ?? 0),
    drops: campaign.thresholds.filter((threshold) => threshold === end).length,
  }));
}

function entry(row: number, coefficient: number): { row: number; coefficient: number } {
  return { row, coefficient };
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
