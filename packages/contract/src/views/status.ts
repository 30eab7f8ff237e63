import * as v from 'valibot';

export const watchingView = v.object({
  channelId: v.nullable(v.string()),
  login: v.string(),
  displayName: v.string(),
  game: v.nullable(v.string()),
  viewers: v.nullable(v.number()),
  campaignId: v.nullable(v.string()),
  campaignName: v.nullable(v.string()),
  since: v.number(),
  /** Null = this source cannot know. */
  transport: v.nullable(v.string()),
  lastConfirmedAt: v.nullable(v.number()),
});
export type WatchingView = v.InferOutput<typeof watchingView>;

/** What the miner does now. Instants are epoch ms on the miner's clock. */
export const statusView = v.object({
  childId: v.string(),
  /** One sentence for a person. */
  status: v.string(),
  phase: v.string(),
  watching: v.nullable(watchingView),
  manual: v.nullable(
    v.object({ channelId: v.nullable(v.string()), login: v.string(), game: v.nullable(v.string()), since: v.number() }),
  ),
  /** Since this miner's process began; null = cannot be known. */
  claimed: v.nullable(v.number()),
  confirmedMinutes: v.nullable(v.number()),
  /** The socket's connections: null = cannot be known. */
  sockets: v.nullable(v.object({ connected: v.number(), total: v.number() })),
  /** When campaigns were last asked for. */
  fetchedAt: v.nullable(v.number()),
  /** `complete`, `partial`, `null` (Twitch does not show them) or `unknown`. */
  catalogue: v.picklist(['unknown', 'complete', 'partial', 'null']),
});
export type StatusView = v.InferOutput<typeof statusView>;

/** The drop that is being earned. Minutes are the two kinds that are never mixed. */
export const progressView = v.object({
  dropId: v.nullable(v.string()),
  dropName: v.string(),
  campaignId: v.nullable(v.string()),
  campaignName: v.nullable(v.string()),
  gameName: v.nullable(v.string()),
  imageUrl: v.nullable(v.string()),
  requiredMinutes: v.number(),
  /** Null = this source does not tell confirmed minutes from others. */
  confirmedMinutes: v.nullable(v.number()),
  estimatedMinutes: v.number(),
  confirmedAt: v.nullable(v.number()),
  /** When it will be earned if all goes well; null = unknown. */
  finishesAt: v.nullable(v.number()),
});
export type ProgressView = v.InferOutput<typeof progressView>;
