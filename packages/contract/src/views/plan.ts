import { tiers, wishes } from '@dropwise/core';
import * as v from 'valibot';
import { whyNotView } from './campaign.ts';

export const forecastView = v.object({
  campaignId: v.string(),
  campaignName: v.string(),
  game: v.string(),
  dropId: v.string(),
  dropName: v.string(),
  wish: v.picklist(wishes),
  kind: v.picklist(['onTrack', 'atRisk', 'later', 'givenUp', 'impossible']),
  /** One sentence for a person. */
  sentence: v.string(),
  finishesAt: v.nullable(v.number()),
  slackMinutes: v.nullable(v.number()),
  chance: v.nullable(v.number()),
  forCampaignNames: v.array(v.string()),
  /** Of `impossible`: why. */
  whyNot: v.exactOptional(whyNotView),
  endsAt: v.number(),
});
export type ForecastView = v.InferOutput<typeof forecastView>;

export const planView = v.object({
  madeAt: v.number(),
  until: v.number(),
  slots: v.array(
    v.object({
      campaignId: v.string(),
      campaignName: v.string(),
      game: v.string(),
      startsAt: v.number(),
      endsAt: v.number(),
      finishes: v.array(v.object({ dropId: v.string(), dropName: v.string() })),
    }),
  ),
  forecasts: v.array(forecastView),
  counts: v.object({
    onTrack: v.number(),
    atRisk: v.number(),
    later: v.number(),
    givenUp: v.number(),
    impossible: v.number(),
  }),
  /** Drops a minute is worth in each tier; null = the tiers above take all the time there is. */
  price: v.record(v.picklist(tiers), v.nullable(v.number())),
});
export type PlanView = v.InferOutput<typeof planView>;

/** What would change with other wishes. */
export const planPreviewView = v.object({
  before: planView,
  after: planView,
  changes: v.array(
    v.object({
      dropId: v.string(),
      dropName: v.string(),
      campaignName: v.string(),
      game: v.string(),
      from: v.string(),
      to: v.string(),
      sentence: v.string(),
    }),
  ),
});
export type PlanPreviewView = v.InferOutput<typeof planPreviewView>;
