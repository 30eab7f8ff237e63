import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { dropId } from '@dropwise/kit';
import fc from 'fast-check';
import type { Campaign, ConfirmationSource, Drop } from './campaign.ts';
import { clearEstimates, confirmProgress, estimateMinute } from './progress.ts';
import { buildCampaign, buildDrop, buildSettings, claimed, minuteMs, noon } from './testing/build.ts';

type Event =
  | { readonly kind: 'report'; readonly id: string; readonly minutes: number; readonly by: ConfirmationSource }
  | { readonly kind: 'estimate' }
  | { readonly kind: 'clear' };

const ids = ['a', 'b', 'c'] as const;
const drops: fc.Arbitrary<readonly Drop[]> = fc
  .tuple(
    ...ids.map((id) =>
      fc.record({
        required: fc.integer({ min: 0, max: 30 }),
        done: fc.boolean(),
        chained: fc.boolean(),
        id: fc.constant(id),
      }),
    ),
  )
  .map((all) =>
    all.map(({ id, required, done, chained }) =>
      buildDrop(id, {
        requiredMinutes: required,
        after: chained && id !== 'a' ? ['a'] : [],
        ...(done ? { claim: claimed, minutes: required } : {}),
      }),
    ),
  );

function eventsFrom(sources: readonly ConfirmationSource[]): fc.Arbitrary<Event[]> {
  const report = fc.record({
    kind: fc.constant('report' as const),
    id: fc.constantFrom(...ids, 'elsewhere'),
    minutes: fc.oneof(fc.integer({ min: -5, max: 50 }), fc.double()),
    by: fc.constantFrom(...sources),
  });
  const other = fc.constantFrom<Event>({ kind: 'estimate' }, { kind: 'clear' });
  return fc.array(fc.oneof(report, other), { maxLength: 60 });
}

function apply(campaign: Campaign, event: Event, now: number): Campaign {
  switch (event.kind) {
    case 'report':
      return confirmProgress(campaign, dropId(event.id), event.minutes, event.by, now).campaign;
    case 'estimate':
      return estimateMinute(campaign, buildSettings(), now);
    case 'clear':
      return clearEstimates(campaign);
  }
}

function forEachStep(
  sources: readonly ConfirmationSource[],
  check: (before: Drop, after: Drop, event: Event) => void,
): void {
  fc.assert(
    fc.property(drops, eventsFrom(sources), (initial, events) => {
      let campaign = buildCampaign('x', { drops: initial });
      for (const [index, event] of events.entries()) {
        const next = apply(campaign, event, noon + index * minuteMs);
        next.drops.forEach((drop, position) => {
          const before = campaign.drops[position];
          assert.ok(before);
          check(before, drop, event);
        });
        campaign = next;
      }
    }),
  );
}

describe('whatever is reported in whatever order', () => {
  it('confirmed minutes are whole, at least 0 and never above the requirement', () => {
    forEachStep(['socket', 'current-session', 'inventory'], (_before, { progress, requiredMinutes }) => {
      assert.ok(Number.isInteger(progress.confirmedMinutes));
      assert.ok(progress.confirmedMinutes >= 0 && progress.confirmedMinutes <= requiredMinutes);
    });
  });
  it('confirmed and estimated minutes together never pass the requirement', () => {
    forEachStep(['socket', 'current-session', 'inventory'], (_before, { progress, requiredMinutes }) => {
      assert.ok(progress.estimatedMinutes >= 0);
      assert.ok(progress.confirmedMinutes + progress.estimatedMinutes <= requiredMinutes);
    });
  });
  it('only the inventory takes confirmed minutes back', () => {
    forEachStep(['socket', 'current-session', 'inventory'], (before, after, event) => {
      if (event.kind === 'report' && event.by === 'inventory') return;
      assert.ok(after.progress.confirmedMinutes >= before.progress.confirmedMinutes);
    });
  });
  it('only a report about the drop itself confirms its minutes', () => {
    forEachStep(['socket', 'current-session', 'inventory'], (before, after, event) => {
      if (event.kind === 'report' && event.id === before.id) return;
      assert.equal(after.progress.confirmedMinutes, before.progress.confirmedMinutes);
      assert.equal(after.progress.confirmedAt, before.progress.confirmedAt);
    });
  });
  it('a claimed drop keeps all its minutes', () => {
    forEachStep(['socket', 'current-session', 'inventory'], (before, after) => {
      if (before.claim.kind !== 'claimed') return;
      assert.equal(after.progress.confirmedMinutes, after.requiredMinutes);
    });
  });
});
