import { fail, type Result, succeed } from '@dropwise/kit';
import * as v from 'valibot';
import { readCampaign, type TwitchCampaign } from '../gql/shapes/campaign.ts';
import { instant } from '../parsing/fields.ts';
import { type Rejected, readEach, readShape } from '../parsing/lenient-list.ts';
import { describeShapeProblem } from '../parsing/shape-problem.ts';
import type { Catalogue } from './catalogue.ts';

const maxGames = 5_000;
const maxCampaigns = 10_000;
const maxSpanMs = 5 * 365 * 86_400_000;

const versionTwoSchema = v.object({ lastUpdatedAt: instant, data: v.array(v.unknown()) });
const gameSchema = v.object({ rewards: v.array(v.unknown()) });
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const numeric = /^\d{1,20}$/;
const loginForm = /^\w{1,30}$/;

/** Reads both versions of the feed: an array of games, or an object around one. Strangers' data: every field counts. */
export function readCatalogue(json: unknown): Result<Omit<Catalogue, 'stale'>, string> {
  if (Array.isArray(json)) return succeed({ version: 1, updatedAt: null, ...readGames(json, '') });
  const parsed = readShape(versionTwoSchema, json, '');
  if (!parsed.ok) return fail(describeShapeProblem(parsed.failure));
  const { data, lastUpdatedAt } = parsed.value;
  return succeed({ version: 2, updatedAt: lastUpdatedAt, ...readGames(data, 'data') });
}

function readGames(games: readonly unknown[], at: string): { campaigns: TwitchCampaign[]; rejected: Rejected[] } {
  const campaigns = new Map<string, TwitchCampaign>();
  const rejected: Rejected[] = [];
  const root = at === '' ? 'games' : at;
  const { items, rejected: rejectedGames } = readEach(games.slice(0, maxGames), root, (game, path) => {
    const parsed = readShape(gameSchema, game, path);
    return parsed.ok ? succeed({ path, rewards: parsed.value.rewards }) : parsed;
  });
  rejected.push(...rejectedGames);
  for (const { path, rewards } of items) {
    const read = readEach(rewards, `${path}.rewards`, readCampaign);
    rejected.push(...read.rejected);
    for (const campaign of read.items) {
      const problem = campaigns.size >= maxCampaigns ? 'too many campaigns' : problemOf(campaign);
      if (problem === null) campaigns.set(campaign.id, cleaned(campaign));
      else rejected.push({ id: campaign.id.slice(0, 100), path: `${path}.rewards`, problem });
    }
  }
  return { campaigns: [...campaigns.values()], rejected };
}

/** What Twitch itself would never send. */
function problemOf(campaign: TwitchCampaign): string | null {
  const { id, game, startsAt, endsAt, drops = [], allowList } = campaign;
  if (!uuid.test(id)) return `expected a UUID as id, found ${JSON.stringify(id.slice(0, 80))}`;
  if (game !== null && !numeric.test(game.id)) return 'expected a numeric game id';
  if (endsAt <= startsAt || endsAt - startsAt > maxSpanMs) return 'expected an end after the start, within five years';
  if (drops.length > 200) return `expected at most 200 drops, found ${drops.length}`;
  if (drops.some((drop) => !uuid.test(drop.id) || drop.endsAt <= drop.startsAt))
    return 'a drop has a bad id or bad dates';
  const channels = allowList ?? [];
  if (channels.length > 5_000) return `expected at most 5000 channels, found ${channels.length}`;
  if (channels.some((channel) => !numeric.test(channel.id) || !loginForm.test(channel.login))) {
    return 'a channel of the allow list has a bad id or login';
  }
  return null;
}

/** `self` means nothing in this feed, and an address of an unknown kind is not shown to anybody. */
function cleaned(campaign: TwitchCampaign): TwitchCampaign {
  const drops = campaign.drops?.map((drop) => ({
    ...drop,
    self: null,
    benefits: drop.benefits.map((benefit) => ({ ...benefit, imageUrl: httpsOrNull(benefit.imageUrl) ?? null })),
  }));
  return {
    ...campaign,
    linked: undefined,
    linkUrl: httpsOrNull(campaign.linkUrl),
    detailsUrl: httpsOrNull(campaign.detailsUrl),
    imageUrl: httpsOrNull(campaign.imageUrl),
    game: campaign.game && { ...campaign.game, boxArtUrl: httpsOrNull(campaign.game.boxArtUrl) ?? null },
    drops,
  };
}

function httpsOrNull(url: string | null | undefined): string | null | undefined {
  if (url === null || url === undefined) return url;
  return URL.canParse(url) && new URL(url).protocol === 'https:' ? url : null;
}
