import { benefitKinds, wishes } from '@dropwise/core';
import * as v from 'valibot';

export const whyNotView = v.object({
  code: v.string(),
  sentence: v.string(),
  /** What the sentence names, for who says it in another language; minutes are a number alone. Null = it names nothing. */
  value: v.nullable(v.string()),
  /** Of `given-up`: the campaigns that get its time; empty = kept free for what is likely to come. */
  names: v.exactOptional(v.array(v.string())),
  link: v.nullable(v.string()),
});
export type WhyNotView = v.InferOutput<typeof whyNotView>;

export const claimStates = ['unclaimed', 'ready', 'byHand', 'claimed'] as const;

export const dropView = v.object({
  id: v.string(),
  name: v.string(),
  startsAt: v.nullable(v.number()),
  endsAt: v.nullable(v.number()),
  /** 0 = by subscription only. */
  requiredMinutes: v.number(),
  /** Null = this source does not tell confirmed minutes from others. */
  confirmedMinutes: v.nullable(v.number()),
  estimatedMinutes: v.number(),
  confirmedAt: v.nullable(v.number()),
  claim: v.picklist(claimStates),
  claimLink: v.nullable(v.string()),
  benefits: v.array(v.object({ name: v.string(), kind: v.picklist(benefitKinds), imageUrl: v.nullable(v.string()) })),
  preconditionIds: v.array(v.string()),
  /** Null = this source has no wishes. */
  wish: v.nullable(v.picklist(wishes)),
  /** `onTrack`, `atRisk`, `later`, `givenUp`, `impossible`; null = no plan or earned. */
  forecast: v.nullable(v.string()),
  whyNot: v.nullable(whyNotView),
});
export type DropView = v.InferOutput<typeof dropView>;

export const campaignView = v.object({
  id: v.string(),
  name: v.string(),
  game: v.string(),
  gameId: v.nullable(v.string()),
  boxArtUrl: v.nullable(v.string()),
  startsAt: v.number(),
  endsAt: v.number(),
  state: v.picklist(['active', 'upcoming', 'expired']),
  linked: v.picklist(['linked', 'unlinked', 'unknown']),
  linkUrl: v.nullable(v.string()),
  detailsUrl: v.nullable(v.string()),
  imageUrl: v.nullable(v.string()),
  /** Logins; null = any channel of the game. */
  allowList: v.nullable(v.array(v.string())),
  claimedDrops: v.number(),
  drops: v.array(dropView),
  whyNot: v.nullable(whyNotView),
});
export type CampaignView = v.InferOutput<typeof campaignView>;
