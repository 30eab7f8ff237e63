import type { CampaignView, PlanView } from '@dropwise/contract';

/** What is watched next, for how long, and what that finishes. */
export interface Coming {
  /** The same for the same campaign’s same turn, also when the plan moves it a little. */
  readonly key: string;
  readonly campaignId: string;
  readonly campaignName: string;
  readonly game: string;
  readonly boxArtUrl: string | null;
  /** Null = no plan says when. */
  readonly when: { readonly startsAt: number; readonly endsAt: number; readonly isNow: boolean } | null;
  readonly finishes: readonly string[];
}

type Campaigns = Readonly<Record<string, CampaignView>>;

/** From the plan’s slots; without a plan, what the campaigns themselves say is next. */
export function comingUp(plan: PlanView | null, campaigns: Campaigns, now: number, max: number): readonly Coming[] {
  return plan === null ? withoutPlan(campaigns, max) : fromSlots(plan, campaigns, now, max);
}

function fromSlots({ slots }: PlanView, campaigns: Campaigns, now: number, max: number): readonly Coming[] {
  const turns = new Map<string, number>();
  return slots
    .filter(({ endsAt }) => endsAt > now)
    .slice(0, max)
    .map(({ campaignId, campaignName, game, startsAt, endsAt, finishes }) => {
      const turn = turns.get(campaignId) ?? 0;
      turns.set(campaignId, turn + 1);
      return {
        key: `${campaignId} ${turn}`,
        campaignId,
        campaignName,
        game,
        boxArtUrl: campaigns[campaignId]?.boxArtUrl ?? null,
        when: { startsAt, endsAt, isNow: startsAt <= now },
        finishes: finishes.map(({ dropName }) => dropName),
      };
    });
}

function withoutPlan(campaigns: Campaigns, max: number): readonly Coming[] {
  return Object.values(campaigns)
    .filter(({ whyNot }) => whyNot?.code === 'next')
    .toSorted((a, b) => a.endsAt - b.endsAt)
    .slice(0, max)
    .map(({ id, name, game, boxArtUrl }) => ({
      key: id,
      campaignId: id,
      campaignName: name,
      game,
      boxArtUrl,
      when: null,
      finishes: [],
    }));
}

/** The first names, and how many more there are. */
export function shortened(
  names: readonly string[],
  max: number,
): { readonly names: readonly string[]; readonly more: number } {
  return { names: names.slice(0, max), more: Math.max(0, names.length - max) };
}
