import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { CampaignId } from '@dropwise/kit';
import fc from 'fast-check';
import type { Drop } from '../drops/campaign.ts';
import { claimed, hourMs, minuteMs, noon } from '../drops/testing/build.ts';
import type { PlanSlot } from './plan.ts';
import { planDrops } from './plan-drops.ts';
import type { PlanCampaign, PlanRequest, Supply } from './plan-request.ts';
import { type CampaignSketch, campaignSketches, named, noPrice, pause, request } from './testing/worlds.ts';
import type { Tier } from './wish.ts';

const supply: fc.Arbitrary<Supply> = fc.oneof(
  { weight: 2, arbitrary: fc.constant<Supply>({ kind: 'always' }) },
  {
    weight: 1,
    arbitrary: fc
      .record({ liveNow: fc.boolean(), hourly: fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1 }) })
      .map((drawn): Supply => ({ kind: 'chance', ...drawn })),
  },
);

const sketches: fc.Arbitrary<readonly CampaignSketch[]> = fc.array(
  fc
    .tuple(
      campaignSketches(25, 1, true),
      supply,
      fc.constantFrom('a', 'b', undefined, undefined, undefined),
      fc.nat(60),
    )
    .map(([[sketch], drawn, line, watched]) => ({
      ...(sketch ?? { to: 60, drops: [{ minutes: 60 }] }),
      supply: line === undefined ? drawn : { kind: 'always' as const },
      line,
      drops: (sketch?.drops ?? []).map((drop, index) => (index === 0 ? { ...drop, watched } : drop)),
    })),
  { minLength: 1, maxLength: 10 },
);

const requests: fc.Arbitrary<PlanRequest> = fc
  .record({
    sketches,
    price: fc.constantFrom(0, 0.004, 0.01, 0.05),
    goal: fc.constantFrom('drops' as const, 'campaigns' as const),
    watching: fc.option(fc.nat(9), { nil: null }),
    pauses: fc.array(fc.record({ from: fc.nat(400), length: fc.integer({ min: 1, max: 90 }) }), { maxLength: 3 }),
  })
  .map(({ sketches: drawn, price, goal, watching, pauses }) => {
    const asked = request(named(drawn), { goal, price: { must: price / 4, want: price, fill: price } });
    let end = 0;
    const spans = pauses.map(({ from, length }) => {
      const span = pause(end + from, end + from + length);
      end += from + length;
      return span;
    });
    return { ...asked, pauses: spans, watchingId: asked.campaigns[watching ?? -1]?.campaign.id ?? null };
  });

function findCampaign(asked: PlanRequest, slot: PlanSlot): PlanCampaign {
  const found = asked.campaigns.find(({ campaign }) => campaign.id === slot.campaignId);
  assert.ok(found !== undefined, `slot for ${slot.campaignId}, which was not asked about`);
  return found;
}

describe('whatever is asked', () => {
  it('slots are in order, never two at once, and none is empty', () => {
    fc.assert(
      fc.property(requests, (asked) => {
        let end = asked.now;
        for (const slot of planDrops(asked).slots) {
          assert.ok(slot.startsAt >= end, `${slot.startsAt} is before ${end}`);
          assert.ok(slot.endsAt > slot.startsAt);
          end = slot.endsAt;
        }
      }),
    );
  });
  it('no slot lies outside the window of its campaign or in a pause', () => {
    fc.assert(
      fc.property(requests, (asked) => {
        for (const slot of planDrops(asked).slots) {
          const { campaign } = findCampaign(asked, slot);
          assert.ok(slot.startsAt >= campaign.startsAt && slot.endsAt <= campaign.endsAt);
          for (const span of asked.pauses) assert.ok(slot.endsAt <= span.startsAt || slot.startsAt >= span.endsAt);
        }
      }),
    );
  });
  it('a drop is finished after those that it needs first, in a slot of its campaign, having had its minutes', () => {
    fc.assert(
      fc.property(requests, (asked) => {
        const plan = planDrops(asked);
        const seen = new Set<string>();
        const watched = new Map<string, number>();
        for (const slot of plan.slots) {
          const { campaign } = findCampaign(asked, slot);
          const minutes = (watched.get(campaign.id) ?? 0) + (slot.endsAt - slot.startsAt) / minuteMs;
          watched.set(campaign.id, minutes);
          for (const id of slot.finishes) {
            const drop = campaign.drops.find((each) => each.id === id);
            assert.ok(drop !== undefined);
            assert.ok(!seen.has(id), `${id} is finished twice`);
            assert.ok(minutes + 1e-3 >= drop.requiredMinutes - drop.progress.confirmedMinutes);
            for (const before of drop.preconditionIds) {
              const first = campaign.drops.find((each) => each.id === before);
              assert.ok(first?.claim.kind === 'claimed' || seen.has(before), `${id} before ${before}`);
            }
            seen.add(id);
          }
        }
      }),
    );
  });
  it('every drop that is not earned has one forecast, and those that finish are in a slot', () => {
    fc.assert(
      fc.property(requests, (asked) => {
        const plan = planDrops(asked);
        const open = asked.campaigns.flatMap(({ campaign }) =>
          campaign.drops.filter((drop) => drop.claim.kind === 'unclaimed').map((drop) => drop.id),
        );
        assert.deepEqual(
          plan.forecasts.map((each) => each.dropId),
          open,
        );
        const finishes = new Set(plan.slots.flatMap((slot) => slot.finishes));
        for (const { dropId, forecast } of plan.forecasts) {
          const isFinished =
            forecast.kind === 'onTrack' || (forecast.kind === 'atRisk' && forecast.finishesAt !== null);
          assert.equal(finishes.has(dropId), isFinished, `${dropId} is ${forecast.kind}`);
        }
      }),
    );
  });
  it('the same request gives the same plan, and the order of the list does not matter', () => {
    fc.assert(
      fc.property(requests, (asked) => {
        const plan = planDrops(asked);
        assert.deepEqual(planDrops(structuredClone(asked)), plan);
        const turned = planDrops({ ...asked, campaigns: [...asked.campaigns].reverse() });
        assert.deepEqual(turned.slots, plan.slots);
        assert.deepEqual(turned.order, plan.order);
      }),
    );
  });
  it('what is watched first is the first of the order that can be watched', () => {
    fc.assert(
      fc.property(requests, (asked) => {
        const plan = planDrops(asked);
        const [slot] = plan.slots;
        if (slot === undefined || slot.startsAt > asked.now) return;
        const isLive = (id: string): boolean =>
          asked.campaigns.some(
            ({ campaign, supply: drawn }) => campaign.id === id && (drawn.kind === 'always' || drawn.liveNow),
          );
        assert.equal(plan.order.find(isLive), slot.campaignId);
      }),
    );
  });
});

const busyWorlds = fc.record({
  sketches: campaignSketches(25, 12, true).filter((all) => all.length >= 4),
  price: fc.constantFrom(0, 0.01),
});

function earnedByTier(asked: PlanRequest, slots: readonly PlanSlot[]): Readonly<Record<Tier, number>> {
  const counts = { must: 0, want: 0, fill: 0 };
  for (const planned of asked.campaigns) {
    const left = planned.campaign.drops.map((drop) => drop.requiredMinutes - drop.progress.confirmedMinutes);
    for (const slot of slots) {
      if (slot.campaignId !== planned.campaign.id) continue;
      const from = Math.max(slot.startsAt, planned.campaign.startsAt);
      const to = Math.min(slot.endsAt, planned.campaign.endsAt);
      watch(planned, left, (to - from) / minuteMs, counts);
    }
  }
  return counts;
}

/** An account of our own, drop by drop, that knows nothing of the planner's. */
function watch(planned: PlanCampaign, left: number[], minutes: number, counts: Record<Tier, number>): void {
  const { drops } = planned.campaign;
  let rest = minutes;
  while (rest > 1e-6) {
    const done = left.map((each) => each <= 1e-6);
    const open = drops.flatMap((drop, index) =>
      done[index] === true ||
      drop.preconditionIds.some((id) => done[drops.findIndex((each) => each.id === id)] !== true)
        ? []
        : [index],
    );
    if (open.length === 0) return;
    const span = Math.min(rest, ...open.map((index) => left[index] ?? 0));
    rest -= span;
    for (const index of open) {
      left[index] = (left[index] ?? 0) - span;
      const wish = planned.wishes[index];
      if ((left[index] ?? 0) <= 1e-6 && wish !== undefined && wish !== 'never') counts[wish]++;
    }
  }
}

function weigh(counts: Readonly<Record<Tier, number>>): number {
  return counts.must * 1e6 + counts.want * 1e3 + counts.fill;
}

describe('in a busy world where everything can be watched', () => {
  it('no plan with two of its campaigns swapped earns more', () => {
    fc.assert(
      fc.property(busyWorlds, ({ sketches: drawn }) => {
        const asked = request(named(drawn));
        const { slots } = planDrops(asked);
        const planned = weigh(earnedByTier(asked, slots));
        const chosen = [...new Set(slots.map((slot) => slot.campaignId))];
        for (const one of chosen) {
          for (const other of chosen) {
            const swapped = slots.map((slot): PlanSlot => {
              if (slot.campaignId === one) return { ...slot, campaignId: other };
              return slot.campaignId === other ? { ...slot, campaignId: one } : slot;
            });
            assert.ok(weigh(earnedByTier(asked, swapped)) <= planned);
          }
        }
      }),
      { numRuns: 200 },
    );
  });
  it('no must is given up for any wants, and no want for any fills, whatever a minute costs', () => {
    fc.assert(
      fc.property(busyWorlds, ({ sketches: drawn, price }) => {
        const asked = request(named(drawn), { price: { ...noPrice, fill: price } });
        const all = earnedByTier(asked, planDrops(asked).slots);
        const mustsOnly = without(asked, ['want', 'fill']);
        const wantsToo = without(asked, ['fill']);
        assert.equal(all.must, earnedByTier(mustsOnly, planDrops(mustsOnly).slots).must);
        assert.equal(all.want, earnedByTier(wantsToo, planDrops(wantsToo).slots).want);
      }),
      { numRuns: 200 },
    );
  });
  it('followed step by step it does not flap: nothing is taken up a third time before some drop is finished', () => {
    fc.assert(
      fc.property(busyWorlds, ({ sketches: drawn, price }) => {
        let asked = request(named(drawn), { price: { must: 0, want: price / 2, fill: price } });
        let stretches: (CampaignId | null)[] = [];
        while (asked.now < noon + 8 * hourMs) {
          const next = follow(asked);
          if (next.watched !== stretches.at(-1)) stretches.push(next.watched);
          const times = stretches.filter((each) => each !== null && each === next.watched).length;
          assert.ok(times <= 2, `${next.watched} is taken up for the third time: ${stretches.join(', ')}`);
          if (next.finished > 0) stretches = [];
          asked = next.asked;
        }
      }),
      { numRuns: 60 },
    );
  });
});

const stepMinutes = 5;

/** Watches what a new plan says for five minutes. */
function follow(asked: PlanRequest): {
  readonly asked: PlanRequest;
  readonly watched: CampaignId | null;
  readonly finished: number;
} {
  const watched = planDrops(asked).order[0] ?? null;
  let finished = 0;
  const campaigns = asked.campaigns.map((planned) => {
    if (planned.campaign.id !== watched) return planned;
    const left = planned.campaign.drops.map((drop) => drop.requiredMinutes - drop.progress.confirmedMinutes);
    watch(planned, left, stepMinutes, { must: 0, want: 0, fill: 0 });
    const drops = planned.campaign.drops.map((drop, index): Drop => {
      const isNew = (left[index] ?? 0) <= 0 && drop.claim.kind !== 'claimed';
      if (isNew) finished++;
      const progress = { ...drop.progress, confirmedMinutes: drop.requiredMinutes - (left[index] ?? 0) };
      return { ...drop, progress, claim: isNew ? claimed : drop.claim };
    });
    return { ...planned, campaign: { ...planned.campaign, drops } };
  });
  const now = asked.now + stepMinutes * minuteMs;
  return { asked: { ...asked, now, campaigns, watchingId: watched }, watched, finished };
}

function without(asked: PlanRequest, wishes: readonly Tier[]): PlanRequest {
  return {
    ...asked,
    campaigns: asked.campaigns.map((planned) => ({
      ...planned,
      wishes: planned.wishes.map((wish) => (wishes.some((each) => each === wish) ? 'never' : wish)),
    })),
  };
}
