import { type CampaignId, type ChannelId, campaignId, channelId, fail, type Result, succeed } from '@dropwise/kit';
import * as v from 'valibot';
import { filledText, idField, instant, nullishText, nullishUrl } from '../../parsing/fields.ts';
import { type Rejected, readEach, readShape } from '../../parsing/lenient-list.ts';
import type { ShapeProblem } from '../../parsing/shape-problem.ts';
import { readDrop, type TwitchDrop } from './drop.ts';
import { gameSchema, type TwitchGame } from './game.ts';

export type CampaignStatus = 'ACTIVE' | 'UPCOMING' | 'EXPIRED' | 'UNKNOWN';

/** A campaign as one answer shows it; `undefined` = this answer does not carry the field. */
export interface TwitchCampaign {
  readonly id: CampaignId;
  readonly name: string;
  readonly status: CampaignStatus;
  /** Null on real data now and then. */
  readonly game: TwitchGame | null;
  /** Epoch ms. */
  readonly startsAt: number;
  readonly endsAt: number;
  readonly linked: boolean | undefined;
  readonly linkUrl: string | null | undefined;
  readonly detailsUrl: string | null | undefined;
  readonly imageUrl: string | null | undefined;
  /** Null = open to every channel of the game. */
  readonly allowList: readonly TwitchAllowedChannel[] | null | undefined;
  readonly drops: readonly TwitchDrop[] | undefined;
}

export interface TwitchAllowedChannel {
  readonly id: ChannelId;
  readonly login: string;
  readonly displayName: string | null;
}

const allowedChannelSchema = v.object({ id: idField(channelId), name: filledText, displayName: nullishText });

const campaignSchema = v.object({
  id: idField(campaignId),
  name: filledText,
  status: nullishText,
  game: v.nullish(gameSchema, null),
  startAt: v.nullish(instant),
  endAt: instant,
  self: v.nullish(v.object({ isAccountConnected: v.nullish(v.boolean()) })),
  accountLinkURL: nullishUrl,
  detailsURL: nullishUrl,
  imageURL: nullishUrl,
  allow: v.nullish(v.object({ channels: v.nullish(v.array(v.unknown())), isEnabled: v.nullish(v.boolean()) })),
  timeBasedDrops: v.nullish(v.array(v.unknown())),
});

type RawCampaign = v.InferOutput<typeof campaignSchema>;

/** Reads one campaign of any list; malformed drops and channels are left out and told to `reject`. Protocol 3.6-3.8. */
export function readCampaign(
  input: unknown,
  path: string,
  reject: (rejected: Rejected) => void,
): Result<TwitchCampaign, ShapeProblem> {
  const parsed = readShape(campaignSchema, input, path);
  if (!parsed.ok) return parsed;
  const raw = parsed.value;
  const drops = readDrops(raw, path, reject);
  const startsAt = raw.startAt ?? earliestStart(drops);
  if (startsAt === null) return fail({ path: `${path}.startAt`, expected: 'ISO date', found: 'undefined' });
  return succeed({
    id: raw.id,
    name: raw.name,
    status: statusOf(raw.status),
    game: raw.game,
    startsAt,
    endsAt: raw.endAt,
    linked: raw.self?.isAccountConnected ?? undefined,
    linkUrl: raw.accountLinkURL,
    detailsUrl: raw.detailsURL,
    imageUrl: raw.imageURL,
    allowList: readAllowList(raw, path, reject),
    drops,
  });
}

function statusOf(status: string | null | undefined): CampaignStatus {
  return status === 'ACTIVE' || status === 'UPCOMING' || status === 'EXPIRED' ? status : 'UNKNOWN';
}

/** `AvailableDrops` names no start: the first drop's start is the campaign's. Protocol 3.14. */
function earliestStart(drops: readonly TwitchDrop[] | undefined): number | null {
  if (drops === undefined || drops.length === 0) return null;
  return Math.min(...drops.map((drop) => drop.startsAt));
}

function readDrops(
  raw: RawCampaign,
  path: string,
  reject: (rejected: Rejected) => void,
): readonly TwitchDrop[] | undefined {
  if (!raw.timeBasedDrops) return undefined;
  const { items, rejected } = readEach(raw.timeBasedDrops, `${path}.timeBasedDrops`, readDrop);
  rejected.forEach(reject);
  return items;
}

function readAllowList(
  raw: RawCampaign,
  path: string,
  reject: (rejected: Rejected) => void,
): readonly TwitchAllowedChannel[] | null | undefined {
  if (raw.allow === undefined) return undefined;
  const channels = raw.allow?.channels ?? [];
  if (raw.allow?.isEnabled === false || channels.length === 0) return null;
  const { items, rejected } = readEach(channels, `${path}.allow.channels`, (channel, at) =>
    readShape(allowedChannelSchema, channel, at),
  );
  rejected.forEach(reject);
  // A list of which nothing could be read is still a restriction: an empty list keeps the campaign closed.
  return items.map(({ id, name, displayName }) => ({ id, login: name, displayName: displayName ?? null }));
}
