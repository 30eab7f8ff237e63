import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { byHand, noon } from '../drops/testing/build.ts';
import { planDrops } from './plan-drops.ts';
import { type Price, planHorizonMs } from './plan-request.ts';
import { plan, slotsOf, type Told } from './testing/reading.ts';
import { type CampaignSketch, idOf, pause, request } from './testing/worlds.ts';

const hour = 60;
const day = 24 * hour;

function priced(each: number): { readonly price: Price } {
  return { price: { must: each, want: each, fill: each } };
}

describe('somebody with a single campaign', () => {
  it('is told when a drop will be finished, and with how much time to spare', () => {
    assert.deepEqual(plan({ lantern: { to: 10 * hour, drops: [{ minutes: 60 }, { minutes: 120 }] } }), {
      forecasts: { 'lantern-0': 'on track at 60, 540 to spare', 'lantern-1': 'on track at 120, 480 to spare' },
      slots: ['lantern 0-120: lantern-0 lantern-1'],
      order: ['lantern'],
    });
  });
  it('is warned of the time to spare where little may go wrong', () => {
    const { forecasts } = plan({ lantern: { to: 80, drops: [{ minutes: 60 }] } });
    assert.deepEqual(forecasts, { 'lantern-0': 'at risk at 60, 20 to spare' });
  });
  it('is told what is missing where no plan can help', () => {
    const told = plan({ lantern: { to: 10 * day, drops: [{ minutes: 900 * hour }] } });
    assert.deepEqual(told, {
      forecasts: { 'lantern-0': `impossible: too-late, ${900 * hour - 10 * day} missing` },
      slots: [],
      order: [],
    });
  });
  it('sees drops finished in the order in which they need each other', () => {
    const drops = [{ minutes: 60, after: 1 }, { minutes: 60, after: 2 }, { minutes: 60 }];
    assert.deepEqual(plan({ lantern: { to: 10 * hour, drops } }).slots, [
      'lantern 0-180: lantern-2 lantern-1 lantern-0',
    ]);
  });
  it('sees a drop planned for the day on which it opens', () => {
    const drops = [{ minutes: 60 }, { minutes: 60, opens: day, closes: 2 * day }];
    assert.deepEqual(plan({ lantern: { to: 5 * day, drops } }), {
      forecasts: { 'lantern-0': 'on track at 60, 7140 to spare', 'lantern-1': 'on track at 1500, 1380 to spare' },
      slots: ['lantern 0-60: lantern-0', 'lantern 1440-1500: lantern-1'],
      order: ['lantern'],
    });
  });
  it('sees a campaign planned that has not begun, and nothing to watch until then', () => {
    const told = plan({ lantern: { from: 5 * hour, to: 10 * hour, drops: [{ minutes: 60 }] } });
    assert.deepEqual(told.slots, ['lantern 300-360: lantern-0']);
    assert.deepEqual(told.order, []);
  });
  it('is told why nothing can be done for a subscription or an account that is not linked', () => {
    const drops = [
      { minutes: 0, block: 'subscription-only' as const },
      { minutes: 60, block: 'not-linked' as const },
      { minutes: 60 },
    ];
    assert.deepEqual(plan({ lantern: { to: 10 * hour, drops } }).forecasts, {
      'lantern-0': 'impossible: subscription-only',
      'lantern-1': 'impossible: not-linked',
      'lantern-2': 'on track at 60, 540 to spare',
    });
  });
  it('is told of the claim that waits for the own hand before what follows it', () => {
    const drops = [{ minutes: 60, watched: 60, claim: byHand }, { minutes: 60, after: 0 }, { minutes: 60 }];
    assert.deepEqual(plan({ lantern: { to: 10 * hour, drops } }).forecasts, {
      'lantern-1': 'impossible: precondition-open',
      'lantern-2': 'on track at 60, 540 to spare',
    });
  });
  it('has an empty plan when there is nothing to do', () => {
    const nothing: Told = { forecasts: {}, slots: [], order: [] };
    assert.deepEqual(plan({}), nothing);
    assert.deepEqual(plan({ lantern: { to: 10 * hour, drops: [{ minutes: 60, watched: 60 }] } }), nothing);
    assert.deepEqual(plan({ lantern: { to: 10 * hour, drops: [] } }), nothing);
  });
  it('finds the plan cut after 14 days', () => {
    const made = planDrops(
      request({ lantern: { from: 13 * day, to: 30 * day, drops: [{ minutes: 60 }, { minutes: 3 * day }] } }),
    );
    assert.equal(made.madeAt, noon);
    assert.equal(made.until, noon + planHorizonMs);
    assert.deepEqual(slotsOf(made), [`lantern ${13 * day}-${14 * day}: lantern-0`]);
  });
});

describe('somebody who has to choose', () => {
  it('gets the cheaper one of two that cannot both be done, and is told for what the other is given up', () => {
    const told = plan({ dear: { to: 150, drops: [{ minutes: 120 }] }, cheap: { to: 150, drops: [{ minutes: 60 }] } });
    assert.deepEqual(told.forecasts, { 'dear-0': 'given up for cheap', 'cheap-0': 'on track at 60, 90 to spare' });
    assert.deepEqual(told.slots, ['cheap 0-60: cheap-0']);
  });
  it('gets both where the cheaper one can wait', () => {
    const told = plan({ soon: { to: 150, drops: [{ minutes: 120 }] }, cheap: { to: 300, drops: [{ minutes: 60 }] } });
    assert.deepEqual(told.slots, ['soon 0-120: soon-0', 'cheap 120-180: cheap-0']);
  });
  it('gets a must rather than many wants', () => {
    const told = plan({
      must: { to: 240, drops: [{ minutes: 240, wish: 'must' }] },
      wants: { to: 240, drops: [{ minutes: 60 }, { minutes: 120 }, { minutes: 180 }, { minutes: 240 }] },
    });
    assert.deepEqual(told.forecasts, {
      'must-0': 'at risk at 240, 0 to spare',
      'wants-0': 'given up for must',
      'wants-1': 'given up for must',
      'wants-2': 'given up for must',
      'wants-3': 'given up for must',
    });
  });
  it('gets a want rather than many fills', () => {
    const fills = [60, 120, 180, 240].map((minutes) => ({ minutes, wish: 'fill' as const }));
    const told = plan({ want: { to: 240, drops: [{ minutes: 240 }] }, fills: { to: 240, drops: fills } });
    assert.deepEqual(told.slots, ['want 0-240: want-0']);
  });
  it('gets the fills too where the must can wait for them', () => {
    const told = plan({
      must: { to: 2 * day, drops: [{ minutes: 60, wish: 'must' }] },
      fill: { to: 60, drops: [{ minutes: 60, wish: 'fill' }] },
    });
    assert.deepEqual(told.forecasts, {
      'must-0': 'on track at 120, 2760 to spare',
      'fill-0': 'at risk at 60, 0 to spare',
    });
  });
  it('gets a must that opens later in a line of which something is open now', () => {
    const line = 'game';
    const told = plan({
      running: { to: 30, line, drops: [{ minutes: 30, wish: 'fill' }] },
      must: { from: 60, to: 90, line, drops: [{ minutes: 30, wish: 'must' }] },
      fill: { to: 90, drops: [{ minutes: 60, wish: 'fill' }] },
    });
    assert.equal(told.forecasts['must-0'], 'at risk at 90, 0 to spare');
  });
  it('gets a must that opens later in a campaign of which something is open now', () => {
    const told = plan({
      fill: { to: 90, drops: [{ minutes: 30, wish: 'fill', opens: 60 }] },
      mixed: {
        to: 120,
        drops: [
          { minutes: 30, wish: 'fill' },
          { minutes: 60, wish: 'must', opens: 60 },
        ],
      },
    });
    assert.equal(told.forecasts['mixed-1'], 'at risk at 120, 0 to spare');
  });
  it('gets a must behind a drop that opens later, in a campaign that opens before', () => {
    const drops = [
      { minutes: 30, wish: 'fill' as const, opens: 60 },
      { minutes: 30, wish: 'must' as const, after: 0 },
    ];
    const told = plan({
      fill: { to: 120, drops: [{ minutes: 120, wish: 'fill' }] },
      chain: { from: 10, to: 120, drops },
    });
    assert.equal(told.forecasts['chain-1'], 'at risk at 120, 0 to spare');
  });
  it('gets all that fits where a part of a campaign opens later', () => {
    const told = plan({
      mixed: { to: 200, drops: [{ minutes: 60 }, { minutes: 30, opens: 100 }] },
      other: { to: 200, drops: [{ minutes: 110 }] },
    });
    assert.deepEqual(told.slots, [
      'mixed 0-60: mixed-0',
      'other 60-100',
      'mixed 100-130: mixed-1',
      'other 130-200: other-0',
    ]);
  });
  it('gets all that fits where a part of a campaign is due sooner', () => {
    const told = plan({
      mixed: { to: 120, drops: [{ minutes: 30, closes: 30 }, { minutes: 60 }] },
      other: { to: 60, drops: [{ minutes: 30 }] },
    });
    assert.deepEqual(told.slots, ['mixed 0-30: mixed-0', 'other 30-60: other-0', 'mixed 60-90: mixed-1']);
  });
  it('gets the campaign that can be finished rather than more drops of others, where campaigns are the goal', () => {
    const world = {
      whole: { to: 240, drops: [{ minutes: 200 }] },
      parts: { to: 240, drops: [{ minutes: 60 }, { minutes: 120 }, { minutes: 180 }, { minutes: 300 }] },
    };
    assert.deepEqual(plan(world, { goal: 'campaigns' }).slots, ['whole 0-200: whole-0']);
    assert.deepEqual(plan(world, { goal: 'drops' }).slots, ['parts 0-180: parts-0 parts-1 parts-2']);
  });
  it('is not planned for what was never wished for, unless something wished for needs it first', () => {
    const told = plan({
      lantern: {
        to: 10 * hour,
        drops: [
          { minutes: 60, wish: 'never' },
          { minutes: 30, after: 0 },
        ],
      },
      ferry: { to: 10 * hour, drops: [{ minutes: 30, wish: 'never' }] },
    });
    assert.deepEqual(told, {
      forecasts: {
        'lantern-0': 'impossible: wished-never',
        'lantern-1': 'on track at 90, 510 to spare',
        'ferry-0': 'impossible: wished-never',
      },
      slots: ['lantern 0-90: lantern-0 lantern-1'],
      order: ['lantern'],
    });
  });
  it('stays with the campaign that is being watched among equals', () => {
    const world = { a: { to: 600, drops: [{ minutes: 120 }] }, b: { to: 600, drops: [{ minutes: 120 }] } };
    assert.deepEqual(plan(world, { watchingId: idOf('b') }).order, ['b', 'a']);
    assert.deepEqual(plan(world, { watchingId: idOf('a') }).order, ['a', 'b']);
  });
  it('stays with the campaign that is being watched where another is only a little better', () => {
    const world = { a: { to: 600, drops: [{ minutes: 120 }] }, b: { to: 600, drops: [{ minutes: 115 }] } };
    assert.deepEqual(plan(world, { watchingId: idOf('a') }).order, ['a', 'b']);
  });
  it('leaves the campaign that is being watched for a far richer one', () => {
    const rich = [{ minutes: 30 }, { minutes: 60 }, { minutes: 90 }, { minutes: 120 }];
    const world = { a: { to: 600, drops: [{ minutes: 120 }] }, b: { to: 600, drops: rich } };
    assert.deepEqual(plan(world, { watchingId: idOf('a') }).slots, ['b 0-120: b-0 b-1 b-2 b-3', 'a 120-240: a-0']);
  });
});

describe('somebody who pauses mining', () => {
  const world = { lantern: { to: 10 * hour, drops: [{ minutes: 60 }, { minutes: 120 }] } };
  it('sees slots cut by the pause, and what comes after it finished later', () => {
    assert.deepEqual(plan(world, { pauses: [pause(90, 150)] }), {
      forecasts: { 'lantern-0': 'on track at 60, 480 to spare', 'lantern-1': 'on track at 180, 420 to spare' },
      slots: ['lantern 0-90: lantern-0', 'lantern 150-180: lantern-1'],
      order: ['lantern'],
    });
  });
  it('sees a drop finished at the very begin of the pause', () => {
    assert.deepEqual(plan(world, { pauses: [pause(60, 120)] }).slots, [
      'lantern 0-60: lantern-0',
      'lantern 120-180: lantern-1',
    ]);
    assert.deepEqual(plan(world, { pauses: [pause(120, 180)] }).slots, ['lantern 0-120: lantern-0 lantern-1']);
  });
  it('sees the first slot after a pause that begins right now', () => {
    assert.deepEqual(plan(world, { pauses: [pause(0, 30)] }).slots, ['lantern 30-150: lantern-0 lantern-1']);
    assert.deepEqual(plan(world, { pauses: [pause(-90, 30)] }).slots, ['lantern 30-150: lantern-0 lantern-1']);
  });
  it('sees several pauses in one slot', () => {
    assert.deepEqual(plan(world, { pauses: [pause(10, 20), pause(20, 30), pause(40, 50)] }).slots, [
      'lantern 0-10',
      'lantern 30-40',
      'lantern 50-150: lantern-0 lantern-1',
    ]);
  });
  it('sees no slot where all of it is paused', () => {
    assert.deepEqual(plan(world, { pauses: [pause(0, 14 * day)] }).slots, []);
    assert.deepEqual(plan(world, { pauses: [pause(-hour, 20 * day)] }).slots, []);
  });
});

describe('somebody in a busy month', () => {
  const cheap: CampaignSketch = { to: 130, drops: [{ minutes: 120 }] };
  const rich: CampaignSketch = { to: 10 * hour, drops: [{ minutes: 60 }] };
  it('keeps everything that fits where minutes cost nothing', () => {
    assert.deepEqual(plan({ cheap, rich }, priced(0)).slots, ['cheap 0-120: cheap-0', 'rich 120-180: rich-0']);
  });
  it('is promised nothing that does not pay, so that what pays goes first', () => {
    const told = plan({ cheap, rich }, priced(0.01));
    assert.equal(told.slots[0], 'rich 0-60: rich-0');
    assert.equal(told.forecasts['cheap-0'], 'given up for rich');
  });
  it('fills the time with what does not pay where there is nothing else', () => {
    assert.deepEqual(plan({ cheap }, priced(0.01)), {
      forecasts: { 'cheap-0': 'at risk at 120, 10 to spare' },
      slots: ['cheap 0-120: cheap-0'],
      order: ['cheap'],
    });
  });
  it('still has a plan when no minute pays', () => {
    for (const price of [1, 1000, Infinity]) {
      assert.deepEqual(plan({ cheap, rich }, priced(price)).slots[0], 'rich 0-60: rich-0');
    }
  });
  it('is not asked to pay more for a must than a must is priced', () => {
    const must: CampaignSketch = { to: 130, drops: [{ minutes: 120, wish: 'must' }] };
    const price = { must: 0, want: 0.01, fill: 1 };
    assert.deepEqual(plan({ must, rich }, { price }).slots, ['must 0-120: must-0', 'rich 120-180: rich-0']);
  });
});
