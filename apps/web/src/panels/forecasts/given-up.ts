import type { PlanView } from '@dropwise/contract';

export interface GivenUp {
  readonly key: string;
  readonly dropName: string;
  readonly campaignId: string;
  readonly campaignName: string;
  /** None = its time is kept free for what is likely to come. */
  readonly forNames: readonly string[];
  readonly endsAt: number;
}

/** What the plan decides against, by its end. */
export function givenUpOf({ forecasts }: Pick<PlanView, 'forecasts'>): readonly GivenUp[] {
  return forecasts
    .filter(({ kind }) => kind === 'givenUp')
    .map(({ dropId, dropName, campaignId, campaignName, forCampaignNames, endsAt }) => ({
      key: `${campaignId} ${dropId}`,
      dropName,
      campaignId,
      campaignName,
      forNames: forCampaignNames,
      endsAt,
    }))
    .sort((a, b) => a.endsAt - b.endsAt);
}
