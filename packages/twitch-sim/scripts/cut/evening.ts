import type { Cut, CutDrop } from '../../src/scenarios/cut.ts';
import { buildCut } from './build-cut.ts';
import type { HistoryCampaign } from './history.ts';

/** Required minutes as they were → as they are here. */
type Rescaling = Readonly<Record<number, number>>;

/** The evening's campaigns by id. */
const rescalings: Readonly<Record<string, Rescaling>> = {
  // Marathon Chat Badges: a badge by watching, another by subscribing.
  '455e71ca-12ba-11f1-814f-0a58a9feac02': { 60: 5 },
  // Marathon Server Slam; with the invented chain below, its three stickers still take 20 minutes together.
  '57bcf8e8-12c5-11f1-b0c1-0a58a9feac02': { 60: 5, 120: 5, 180: 10, 240: 20 },
  // Warframe Prime Time #472: two allowed channels.
  'ec63055f-118c-11f1-b336-0a58a9feac02': { 30: 5, 60: 10, 90: 15 },
  // Warframe Devstream #193: one allowed channel, starts an hour into the evening.
  '1002780b-1254-11f1-a701-0a58a9feac02': { 30: 10 },
  // World of Tanks Spring Token Store #2: ended two hours before the evening.
  '2ddd3c73-fc2d-11f0-a620-0a58a9feac02': { 180: 20 },
  // World of Tanks Spring Token Store #3.
  '85a09c74-fc2d-11f0-8d16-0a58a9feac02': { 180: 20 },
  // ARC Raiders Shrouded Sky: the game that is not linked.
  '8a100794-0cb8-11f1-8228-0a58a9feac02': { 60: 10, 120: 20 },
};

/** Drop id → the drop that must be claimed first. Invented: the history carries none. */
const chain: Readonly<Record<string, string>> = {
  // WEAVEworm after SMILEYworm, GLOWworm after WEAVEworm.
  'cde5ef72-12c5-11f1-b209-0a58a9feac02': 'c6920604-12c5-11f1-b65f-0a58a9feac02',
  '89a23b11-12c6-11f1-a307-0a58a9feac02': 'cde5ef72-12c5-11f1-b209-0a58a9feac02',
};

export function cutEvening(history: readonly HistoryCampaign[]): Cut {
  const cut = buildCut(history.filter((campaign) => rescalings[campaign.id] !== undefined));
  const expectedCount = Object.keys(rescalings).length;
  if (cut.campaigns.length !== expectedCount) {
    throw new Error(
      `Expected ${expectedCount} campaigns of 2026-02 for the evening, found ${cut.campaigns.length}: is that month in the history?`,
    );
  }
  return {
    ...cut,
    campaigns: cut.campaigns.map((campaign) => ({
      ...campaign,
      drops: campaign.drops.map((drop) => rescaled(drop, campaign.drops, rescalings[campaign.id] ?? {})),
    })),
  };
}

function rescaled(drop: CutDrop, siblings: readonly CutDrop[], rescaling: Rescaling): CutDrop {
  const first = siblings.findIndex((sibling) => sibling.id === chain[drop.id]);
  return { ...drop, minutes: rescaling[drop.minutes] ?? drop.minutes, ...(first < 0 ? {} : { after: [first] }) };
}
