import { campaignId } from '@dropwise/kit';
import fc from 'fast-check';
import type { Claim } from '../../drops/campaign.ts';
import { buildCampaign, buildDrop, claimed, minuteMs, noon } from '../../drops/testing/build.ts';
import type { WhyNotCode } from '../../drops/why-not-reasons.ts';
import type { PlanCampaign, PlanRequest, Price, Span, Supply } from '../plan-request.ts';
import type { Tier, Wish } from '../wish.ts';

/** For tests only: requests, by hand and at random. All times in minutes from `noon`. */

export const noPrice: Price = { must: 0, want: 0, fill: 0 };

export interface DropSketch {
  readonly minutes: number;
  /** Position of the drop that must be earned first. */
  readonly after?: number | undefined;
  readonly wish?: Wish | undefined;
  readonly watched?: number | undefined;
  /** Its own window, where it is not the campaign's. */
  readonly opens?: number | undefined;
  readonly closes?: number | undefined;
  readonly block?: WhyNotCode | undefined;
  /** Not claimed unless it is said, or has been watched in full. */
  readonly claim?: Claim | undefined;
}

export interface CampaignSketch {
  readonly from?: number | undefined;
  readonly to: number;
  readonly drops: readonly DropSketch[];
  readonly supply?: Supply | undefined;
  readonly line?: string | undefined;
  readonly expired?: boolean | undefined;
}

export function sketchCampaign(name: string, sketch: CampaignSketch): PlanCampaign {
  const startsAt = noon + (sketch.from ?? 0) * minuteMs;
  const endsAt = noon + sketch.to * minuteMs;
  const campaign = buildCampaign(name, {
    startsAt,
    endsAt,
    expired: sketch.expired ?? false,
    drops: sketch.drops.map((drop, index) =>
      buildDrop(`${name}-${index}`, {
        startsAt: drop.opens === undefined ? startsAt : noon + drop.opens * minuteMs,
        endsAt: drop.closes === undefined ? endsAt : noon + drop.closes * minuteMs,
        requiredMinutes: drop.minutes,
        minutes: drop.watched ?? 0,
        after: drop.after === undefined ? [] : [`${name}-${drop.after}`],
        claim: drop.claim ?? (isWatchedInFull(drop) ? claimed : { kind: 'unclaimed' }),
      }),
    ),
  });
  return {
    campaign,
    wishes: sketch.drops.map((drop) => drop.wish ?? 'want'),
    blocks: sketch.drops.map((drop) => drop.block ?? null),
    supply: sketch.supply ?? { kind: 'always' },
    line: sketch.line ?? null,
  };
}

function isWatchedInFull({ minutes, watched = 0 }: DropSketch): boolean {
  return minutes > 0 && watched >= minutes;
}

export function request(
  campaigns: Readonly<Record<string, CampaignSketch>>,
  change: Partial<PlanRequest> = {},
): PlanRequest {
  return {
    now: noon,
    campaigns: Object.entries(campaigns).map(([name, sketch]) => sketchCampaign(name, sketch)),
    watchingId: null,
    pauses: [],
    goal: 'drops',
    price: noPrice,
    ...change,
  };
}

/** A pause from and to so many minutes from noon. */
export function pause(from: number, to: number): Span {
  return { startsAt: noon + from * minuteMs, endsAt: noon + to * minuteMs };
}

export function chance(liveNow: boolean, ...hourly: readonly number[]): Supply {
  return { kind: 'chance', liveNow, hourly };
}

const wish: fc.Arbitrary<Tier> = fc.constantFrom('must', 'want', 'fill');

/** Multiples of `unit` minutes, so that brute force can count in units. */
export function campaignSketches(unit: number, most: number, withWishes: boolean): fc.Arbitrary<CampaignSketch[]> {
  const drops = fc
    .array(fc.record({ units: fc.integer({ min: 1, max: 4 }), chained: fc.boolean(), wish }), {
      minLength: 1,
      maxLength: 3,
    })
    .map((all) =>
      all.map((drop, index) => ({
        minutes: drop.units * unit,
        ...(drop.chained && index > 0 ? { after: index - 1 } : {}),
        ...(withWishes ? { wish: drop.wish } : {}),
      })),
    );
  const sketch = fc
    .record({ from: fc.integer({ min: -4, max: 6 }), length: fc.integer({ min: 1, max: 14 }), drops })
    .map(({ from, length, drops: all }) => ({
      from: from * unit,
      to: Math.max(1, from + length) * unit,
      drops: all,
    }));
  return fc.array(sketch, { minLength: 1, maxLength: most });
}

export function named(sketches: readonly CampaignSketch[]): Readonly<Record<string, CampaignSketch>> {
  return Object.fromEntries(sketches.map((sketch, index) => [`c${index}`, sketch]));
}

export const idOf = campaignId;
