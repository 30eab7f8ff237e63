import type { FaultBoard } from '../fault-board.ts';

/** The fault `malformedCampaign`: one campaign of a list lacks a field; the first, or the one it is aimed at. */
export function malform<Item extends { readonly id: string }>(
  campaigns: readonly Item[],
  faults: FaultBoard,
): Partial<Item>[] {
  const fault = faults.peek('malformedCampaign', ...campaigns.map((campaign) => campaign.id));
  if (fault === null) return [...campaigns];
  const index = fault.target === undefined ? 0 : campaigns.findIndex((campaign) => campaign.id === fault.target);
  const broken = campaigns[index];
  if (broken === undefined) return [...campaigns];
  faults.strike('malformedCampaign', broken.id);
  const { [fault.field ?? 'startAt']: _removed, ...rest } = broken as Item & Record<string, unknown>;
  return campaigns.map((campaign, position) => (position === index ? (rest as unknown as Partial<Item>) : campaign));
}
