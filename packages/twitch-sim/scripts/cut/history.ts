import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

/** One campaign of the history, with times as epoch ms. */
export interface HistoryCampaign {
  readonly id: string;
  readonly name: string;
  readonly gameId: string;
  readonly game: string;
  readonly slug: string;
  readonly startAt: number;
  readonly endAt: number;
  readonly firstSeenAt: number;
  /** Null = every channel of the game. */
  readonly channels: readonly number[] | null;
  readonly drops: readonly HistoryDrop[];
}

export interface HistoryDrop {
  readonly id: string;
  readonly name: string;
  readonly startAt: number;
  readonly endAt: number;
  readonly minutes: number;
  readonly subs: number;
  readonly benefits: readonly { readonly name: string; readonly type: string | null }[];
}

interface RawDrop extends Omit<HistoryDrop, 'startAt' | 'endAt'> {
  readonly startAt: string;
  readonly endAt: string;
}

interface RawCampaign extends Omit<HistoryCampaign, 'startAt' | 'endAt' | 'firstSeenAt' | 'channels' | 'drops'> {
  readonly startAt: string;
  readonly endAt: string;
  /** Epoch seconds. */
  readonly firstSeen: number;
  readonly aclEnabled: boolean;
  readonly channels: readonly number[];
  readonly drops: readonly RawDrop[];
}

/** Every usable campaign of `folder`'s `campaigns/*.json.gz` (or of `folder` itself), by start, then id. */
export function readHistory(folder: string): HistoryCampaign[] {
  const campaignFolder = readdirSync(folder).includes('campaigns') ? join(folder, 'campaigns') : folder;
  const files = readdirSync(campaignFolder).filter((name) => name.endsWith('.json.gz'));
  if (files.length === 0) {
    throw new Error(`Expected files YYYY-MM.json.gz in ${campaignFolder}, found none: pass the history's folder.`);
  }
  const byId = new Map<string, HistoryCampaign>();
  for (const file of files.sort()) {
    // The only reader of this trusted, typed-by-README source; scenarios.test.ts checks what comes out.
    const raw = JSON.parse(gunzipSync(readFileSync(join(campaignFolder, file))).toString('utf8')) as RawCampaign[];
    for (const campaign of raw.map(parsed).filter(isUsable)) byId.set(campaign.id, campaign);
  }
  return [...byId.values()].sort((a, b) => a.startAt - b.startAt || (a.id < b.id ? -1 : 1));
}

function parsed(raw: RawCampaign): HistoryCampaign {
  return {
    id: raw.id,
    name: tidy(raw.name),
    gameId: raw.gameId,
    game: tidy(raw.game),
    slug: raw.slug,
    startAt: Date.parse(raw.startAt),
    endAt: Date.parse(raw.endAt),
    firstSeenAt: raw.firstSeen * 1000,
    // Lists in the history name some channels twice.
    channels: raw.aclEnabled ? [...new Set(raw.channels)] : null,
    drops: raw.drops.map((drop) => ({
      id: drop.id,
      name: tidy(drop.name),
      startAt: Date.parse(drop.startAt),
      endAt: Date.parse(drop.endAt),
      minutes: drop.minutes,
      subs: drop.subs,
      benefits: drop.benefits.map(({ name, type }) => ({ name: tidy(name), type })),
    })),
  };
}

/** Names in the history carry stray tabs and double spaces. */
function tidy(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function isUsable(campaign: HistoryCampaign): boolean {
  return (
    campaign.startAt < campaign.endAt &&
    campaign.firstSeenAt < campaign.endAt &&
    campaign.channels?.length !== 0 &&
    campaign.drops.length > 0 &&
    campaign.drops.every((drop) => drop.benefits.length > 0 && (drop.minutes > 0 || drop.subs > 0))
  );
}
