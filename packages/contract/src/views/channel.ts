import * as v from 'valibot';

export const channelView = v.object({
  id: v.string(),
  login: v.string(),
  displayName: v.string(),
  live: v.boolean(),
  game: v.nullable(v.string()),
  gameId: v.nullable(v.string()),
  viewers: v.nullable(v.number()),
  title: v.nullable(v.string()),
  allowListed: v.boolean(),
  /** True: a wanted campaign could be earned here now. Null = cannot be known. */
  drops: v.nullable(v.boolean()),
  watching: v.boolean(),
  /** Left alone until then because nothing was counted there; null = not. */
  doubtfulUntil: v.nullable(v.number()),
});
export type ChannelView = v.InferOutput<typeof channelView>;
