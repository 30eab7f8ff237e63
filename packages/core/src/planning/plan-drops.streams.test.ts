import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { plan } from './testing/reading.ts';
import { type CampaignSketch, chance, idOf } from './testing/worlds.ts';

const hour = 60;
const day = 24 * hour;

/** For each hour from noon whether somebody streams, every day alike. */
function daily(from: number, to: number, likely = 0.9, rarely = 0.05): readonly number[] {
  return Array.from({ length: 14 * 24 }, (_, index) => {
    const hourOfDay = (12 + index) % 24;
    return hourOfDay >= from && hourOfDay < to ? likely : rarely;
  });
}

describe('somebody whose campaigns are streamed by few', () => {
  const listed = (hourly: readonly number[], liveNow = false): CampaignSketch => ({
    to: 5 * day,
    supply: chance(liveNow, ...hourly),
    drops: [{ minutes: 60 }],
  });
  it('sees the one that is live now before an open one that can wait', () => {
    const open = { to: 5 * day, drops: [{ minutes: 60 }] };
    const told = plan({ listed: listed([1, 1, 0.2, 0.1], true), open });
    assert.deepEqual(told.slots, ['listed 0-60: listed-0', 'open 60-120: open-0']);
    assert.deepEqual(told.order, ['listed', 'open']);
  });
  it('sees no slot for one that is never likely to be live, but its chance', () => {
    const told = plan({ listed: listed([0.1]) });
    assert.deepEqual(told, {
      forecasts: { 'listed-0': 'at risk waits, 660 to spare, chance 91 %' },
      slots: [],
      order: ['listed'],
    });
  });
  it('is told that nobody streams what nobody ever does', () => {
    assert.deepEqual(plan({ listed: listed([0]) }).forecasts, { 'listed-0': 'impossible: no-live-channel' });
  });
  it('sees slots in the evening for what somebody streams every evening', () => {
    const told = plan({ listed: { ...listed(daily(18, 23)), drops: [{ minutes: 60 }, { minutes: 500 }] } });
    assert.deepEqual(told.slots, ['listed 360-660: listed-0', 'listed 1800-2000: listed-1']);
  });
  it('sees slots in the evening in four days too', () => {
    const told = plan({ listed: { ...listed(daily(19, 22)), from: 4 * day, to: 13 * day, drops: [{ minutes: 120 }] } });
    assert.deepEqual(told.slots, [`listed ${4 * day + 7 * hour}-${4 * day + 9 * hour}: listed-0`]);
  });
  it('sees a slot in the one hour a day in which somebody streams', () => {
    const told = plan({ listed: { ...listed(daily(19, 20)), from: day, to: 3 * day } });
    assert.deepEqual(told.slots, [`listed ${day + 7 * hour}-${day + 8 * hour}: listed-0`]);
  });
  it('sees no slot in hours in which nobody is likely to stream', () => {
    const told = plan({ listed: { ...listed(daily(18, 23)), to: 13 * day, drops: [{ minutes: 1300 }] } });
    assert.deepEqual(
      told.slots.map((slot) => slot.split(':')[0]),
      [0, 1, 2, 3]
        .map((days) => `listed ${days * day + 6 * hour}-${days * day + 11 * hour}`)
        .concat(`listed ${4 * day + 6 * hour}-${4 * day + 6 * hour + 100}`),
    );
  });
  it('watches something else until the evening', () => {
    const open = { to: 5 * day, drops: [{ minutes: 500 }] };
    assert.deepEqual(plan({ listed: listed(daily(18, 23)), open }).slots, [
      'open 0-360',
      'listed 360-420: listed-0',
      'open 420-560: open-0',
    ]);
  });
});

describe('somebody with several campaigns that one channel streams', () => {
  const line = 'game';
  const drops = [{ minutes: 60 }];
  const world = { late: { to: 10 * hour, line, drops }, soon: { to: 5 * hour, line, drops } };
  it('sees them credited one after the other, first the one that ends first', () => {
    assert.deepEqual(plan(world), {
      forecasts: { 'late-0': 'on track at 120, 480 to spare', 'soon-0': 'on track at 60, 240 to spare' },
      slots: ['soon 0-60: soon-0', 'late 60-120: late-0'],
      order: ['soon'],
    });
  });
  it('sees the one that is being credited go on first', () => {
    assert.deepEqual(plan(world, { watchingId: idOf('late') }).slots, ['late 0-60: late-0', 'soon 60-120: soon-0']);
  });
  it('sees the first one done in time where another campaign can wait', () => {
    const told = plan({
      soon: { to: 30, line, drops: [{ minutes: 30 }] },
      late: { to: 90, line, drops: [{ minutes: 30 }] },
      other: { to: 60, drops: [{ minutes: 30 }] },
    });
    assert.deepEqual(told.slots, ['soon 0-30: soon-0', 'other 30-60: other-0', 'late 60-90: late-0']);
  });
  it('sees the minutes of one that is never wished for go by before the one that is', () => {
    const told = plan({ never: { to: 5 * hour, line, drops: [{ minutes: 60, wish: 'never' }] }, late: world.late });
    assert.deepEqual(told, {
      forecasts: { 'never-0': 'impossible: wished-never', 'late-0': 'on track at 120, 480 to spare' },
      slots: ['never 0-60: never-0', 'late 60-120: late-0'],
      order: ['never'],
    });
  });
  it('has no plan where none of them is wished for', () => {
    const never = { to: 5 * hour, line, drops: [{ minutes: 60, wish: 'never' as const }] };
    assert.deepEqual(plan({ never, neither: never }).slots, []);
  });
  it('sees nothing wait for one that is earned, ended or blocked', () => {
    for (const first of [
      { to: 5 * hour, line, drops: [{ minutes: 60, watched: 60 }] },
      { to: 5 * hour, line, expired: true, drops },
      { to: 5 * hour, line, drops: [{ minutes: 60, block: 'not-linked' as const }] },
    ]) {
      assert.deepEqual(plan({ first, late: world.late }).slots, ['late 0-60: late-0']);
    }
  });
});
