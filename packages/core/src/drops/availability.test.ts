import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { availability, missingMinutes, remainingMinutes } from './availability.ts';
import { buildCampaign, buildDrop, claimed, type DropChange, hourMs, minuteMs, noon, ready } from './testing/build.ts';

describe('remaining minutes', () => {
  const cases: [string, Record<string, DropChange>, string, number][] = [
    ['are the requirement at first', { a: {} }, 'a', 60],
    ['leave out confirmed minutes', { a: { minutes: 45 } }, 'a', 15],
    ['do not believe estimated ones', { a: { minutes: 45, estimated: 10 } }, 'a', 15],
    ['are none once claimed', { a: { claim: claimed } }, 'a', 0],
    ['add what must come first', { a: { minutes: 20 }, b: { after: ['a'] } }, 'b', 100],
    ['do not add what is claimed', { a: { claim: claimed }, b: { after: ['a'] } }, 'b', 60],
    ['add a whole chain', { a: {}, b: { after: ['a'] }, c: { after: ['b'] } }, 'c', 180],
    ['take the longest of several chains', { a: {}, b: { requiredMinutes: 90 }, c: { after: ['a', 'b'] } }, 'c', 150],
    ['end on a circle', { a: { after: ['b'] }, b: { after: ['a'] } }, 'a', 120],
  ];
  for (const [name, changes, id, expected] of cases) {
    it(name, () => {
      const drops = Object.entries(changes).map(([key, change]) => buildDrop(key, change));
      const drop = drops.find((each) => each.id === id) ?? buildDrop('missing');
      assert.equal(remainingMinutes(buildCampaign('x', { drops }), drop), expected);
    });
  }
});

describe('availability', () => {
  const cases: [string, DropChange, number][] = [
    ['is 1 when there is just enough time', { endsAt: noon + hourMs }, 1],
    ['is 2 when there is twice the time', { endsAt: noon + 2 * hourMs }, 2],
    ['grows as minutes are confirmed', { endsAt: noon + hourMs, minutes: 45 }, 4],
    ['does not matter once the requirement is met', { minutes: 60 }, Infinity],
    ['does not matter once it is claimed', { claim: claimed }, Infinity],
    ['does not matter once it can be claimed', { claim: ready }, Infinity],
    ['does not matter for subscribers', { requiredMinutes: 0 }, Infinity],
    ['does not matter after the end', { endsAt: noon }, Infinity],
  ];
  for (const [name, change, expected] of cases) {
    it(`of a drop ${name}`, () => {
      const drop = buildDrop('a', change);
      assert.equal(availability(buildCampaign('x', { drops: [drop] }), drop, noon), expected);
    });
  }
  it('of a drop ends with its campaign', () => {
    const campaign = buildCampaign('x', { endsAt: noon + hourMs });
    assert.equal(availability(campaign, buildDrop(), noon), 1);
  });
  it('of a campaign is the least of its drops', () => {
    const drops = [
      buildDrop('a', { endsAt: noon + 3 * hourMs }),
      buildDrop('b', { endsAt: noon + 2 * hourMs, after: ['a'] }),
    ];
    assert.equal(availability(buildCampaign('x', { drops }), undefined, noon), 1);
  });
  it('of a campaign with nothing left is infinite', () => {
    const drops = [buildDrop('a', { claim: claimed }), buildDrop('b', { requiredMinutes: 0 })];
    assert.equal(availability(buildCampaign('x', { drops }), undefined, noon), Infinity);
  });
});

describe('missing minutes', () => {
  const cases: [string, DropChange, number][] = [
    ['are none when there is just enough time', { endsAt: noon + hourMs }, 0],
    ['are what does not fit any more', { endsAt: noon + hourMs - minuteMs }, 1],
    ['are rounded up', { endsAt: noon + hourMs - 1 }, 1],
    [
      'count from the start of what has not started',
      { startsAt: noon + hourMs, endsAt: noon + hourMs + 50 * minuteMs },
      10,
    ],
    ['are all of them after the end', { endsAt: noon - 1 }, 60],
  ];
  for (const [name, change, expected] of cases) {
    it(name, () => {
      const drop = buildDrop('a', change);
      assert.equal(missingMinutes(buildCampaign('x', { drops: [drop] }), drop, noon), expected);
    });
  }
});
