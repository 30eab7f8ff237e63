import type { CampaignView, DropView, ForecastView, PlanView, StatusView, WhyNotView } from '@dropwise/contract';
import { type Wish, wishes } from '@dropwise/core';
import { dequal } from 'dequal/lite';

export interface LaneSlot {
  readonly startsAt: number;
  readonly endsAt: number;
  readonly finishes: readonly string[];
  /** One of the drops that are finished in it has little time to spare. */
  readonly isAtRisk: boolean;
}

/** What has been watched, by what is known of it. */
export interface LanePast {
  readonly startsAt: number;
  /** Up to here Twitch confirmed it. */
  readonly confirmedUntil: number;
}

export interface LaneDrop {
  readonly forecast: ForecastView;
  readonly whyNot: WhyNotView | null;
}

export type LaneStanding = 'planned' | 'waits' | 'later' | 'givenUp' | 'impossible';

/** A campaign as it lies in the coming days. */
export interface Lane {
  readonly id: string;
  readonly name: string;
  readonly game: string;
  readonly boxArtUrl: string | null;
  readonly startsAt: number;
  readonly endsAt: number;
  readonly slots: readonly LaneSlot[];
  readonly past: LanePast | null;
  /** Drops that are not earned yet, as the plan sees them. */
  readonly drops: readonly LaneDrop[];
  readonly standing: LaneStanding;
  /** Why nothing of it is planned, where the plan does not even mention it. */
  readonly whyNot: WhyNotView | null;
}

export interface LaneSource {
  readonly plan: PlanView;
  readonly campaigns: Readonly<Record<string, CampaignView>>;
  readonly watching: StatusView['watching'];
}

/**
 * A lane for each campaign that has something left to earn, in the order in which the plan comes to them. A lane of which
 * nothing has changed stays the same object, also under a new plan: what is drawn of it is not drawn again.
 */
export function createLaneReader(): (source: LaneSource) => readonly Lane[] {
  let planned: Planned | null = null;
  let lanes = new Map<string, KeptLane>();
  return ({ plan, campaigns, watching }) => {
    if (planned === null || planned.plan !== plan) planned = groupPlan(plan);
    const { forecasts, slots } = planned;
    const ids = new Set([...forecasts.keys(), ...slots.keys()]);
    for (const campaign of Object.values(campaigns)) if (isAhead(campaign, plan.until)) ids.add(campaign.id);
    const next = new Map<string, KeptLane>();
    for (const id of ids) {
      const from: LaneParts = {
        plan,
        campaign: Object.hasOwn(campaigns, id) ? campaigns[id] : undefined,
        past: watching?.campaignId === id ? pastOf(watching) : null,
      };
      const known = lanes.get(id);
      const lane =
        known !== undefined && isSame(known.from, from)
          ? known.lane
          : laneOf(id, from, forecasts.get(id) ?? [], slots.get(id) ?? []);
      if (lane !== null) next.set(id, { from, lane: dequal(known?.lane, lane) ? (known?.lane ?? lane) : lane });
    }
    lanes = next;
    return [...next.values()].map(({ lane }) => lane).sort(compareLanes);
  };
}

interface Planned {
  readonly plan: PlanView;
  readonly forecasts: ReadonlyMap<string, readonly ForecastView[]>;
  readonly slots: ReadonlyMap<string, PlanView['slots']>;
}

function groupPlan(plan: PlanView): Planned {
  return {
    plan,
    forecasts: Map.groupBy(plan.forecasts, ({ campaignId }) => campaignId),
    slots: Map.groupBy(plan.slots, ({ campaignId }) => campaignId),
  };
}

/** What a lane is made of. */
interface LaneParts {
  readonly plan: PlanView;
  readonly campaign: CampaignView | undefined;
  readonly past: LanePast | null;
}

interface KeptLane {
  readonly from: LaneParts;
  readonly lane: Lane;
}

function isSame(a: LaneParts, b: LaneParts): boolean {
  return (
    a.plan === b.plan &&
    a.campaign === b.campaign &&
    a.past?.startsAt === b.past?.startsAt &&
    a.past?.confirmedUntil === b.past?.confirmedUntil
  );
}

function isAhead({ state, startsAt, drops }: CampaignView, until: number): boolean {
  return state !== 'expired' && startsAt < until && drops.some(({ claim }) => claim === 'unclaimed');
}

function laneOf(
  id: string,
  { campaign, past }: LaneParts,
  forecasts: readonly ForecastView[],
  slots: PlanView['slots'],
): Lane | null {
  const named = forecasts[0] ?? slots[0];
  const known =
    campaign ?? (named === undefined ? undefined : { ...unknown, name: named.campaignName, game: named.game });
  if (known === undefined) return null;
  const drops = new Map<string, DropView>((campaign?.drops ?? []).map((drop) => [drop.id, drop]));
  const risky = new Set(forecasts.filter(({ kind }) => kind === 'atRisk').map(({ dropId }) => dropId));
  return {
    id,
    name: known.name,
    game: known.game,
    boxArtUrl: known.boxArtUrl,
    startsAt: known.startsAt,
    endsAt: campaign?.endsAt ?? Math.max(0, ...forecasts.map(({ endsAt }) => endsAt)),
    slots: slots.map(({ startsAt, endsAt, finishes }) => ({
      startsAt,
      endsAt,
      finishes: finishes.map(({ dropName }) => dropName),
      isAtRisk: finishes.some(({ dropId }) => risky.has(dropId)),
    })),
    past,
    drops: forecasts.map((forecast) => ({ forecast, whyNot: drops.get(forecast.dropId)?.whyNot ?? null })),
    standing: standingOf(forecasts, slots.length > 0),
    whyNot: campaign?.whyNot ?? null,
  };
}

const unknown = { boxArtUrl: null, startsAt: 0 } as const;

function standingOf(forecasts: readonly ForecastView[], hasSlots: boolean): LaneStanding {
  const has = (kind: ForecastView['kind']): boolean => forecasts.some((each) => each.kind === kind);
  if (hasSlots || has('onTrack')) return 'planned';
  if (has('atRisk')) return 'waits';
  if (has('later')) return 'later';
  return has('givenUp') ? 'givenUp' : 'impossible';
}

function pastOf({ since, lastConfirmedAt }: NonNullable<StatusView['watching']>): LanePast {
  return { startsAt: since, confirmedUntil: Math.max(since, lastConfirmedAt ?? since) };
}

const standings: readonly LaneStanding[] = ['planned', 'waits', 'later', 'givenUp', 'impossible'];

/** What is watched first comes first; then what waits, what comes later and what is given up, by their ends. */
function compareLanes(a: Lane, b: Lane): number {
  return (
    standings.indexOf(a.standing) - standings.indexOf(b.standing) ||
    firstStart(a) - firstStart(b) ||
    a.endsAt - b.endsAt ||
    (a.name < b.name ? -1 : a.name > b.name ? 1 : 0)
  );
}

function firstStart({ slots }: Lane): number {
  return slots[0]?.startsAt ?? Number.MAX_SAFE_INTEGER;
}

export interface LaneGroup<Each> {
  readonly wish: Wish;
  readonly lanes: readonly Each[];
}

/** The four groups, also the empty ones: lanes are dragged into them. */
export function groupLanes<Each>(lanes: readonly Each[], wishOf: (lane: Each) => Wish): readonly LaneGroup<Each>[] {
  const groups = Map.groupBy(lanes, wishOf);
  return wishes.map((wish) => ({ wish, lanes: groups.get(wish) ?? [] }));
}
