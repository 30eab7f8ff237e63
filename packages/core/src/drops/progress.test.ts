import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { dropId } from '@dropwise/kit';
import type { Campaign, ConfirmationSource } from './campaign.ts';
import {
  clearEstimates,
  confirmProgress,
  estimateMinute,
  isComplete,
  type ProgressChange,
  shownMinutes,
} from './progress.ts';
import {
  buildCampaign,
  buildDrop,
  buildSettings,
  claimed,
  type DropChange,
  endOfAll,
  hourMs,
  noon,
} from './testing/build.ts';

/** `confirmed+estimated` of each drop: `17+0`. */
function minutesOf(campaign: Campaign): readonly string[] {
  return campaign.drops.map(({ progress }) => `${progress.confirmedMinutes}+${progress.estimatedMinutes}`);
}

function campaignOf(changes: Readonly<Record<string, DropChange>>): Campaign {
  return buildCampaign('a', { drops: Object.entries(changes).map(([id, change]) => buildDrop(id, change)) });
}

describe('a report of minutes', () => {
  const cases: [string, DropChange, number, ConfirmationSource, ProgressChange, number, string][] = [
    ['advances the drop', { minutes: 17 }, 18, 'socket', 'advanced', 1, '18+0'],
    ['may advance by several minutes', { minutes: 17 }, 22, 'current-session', 'advanced', 5, '22+0'],
    ['replaces what was estimated', { minutes: 17, estimated: 4 }, 18, 'socket', 'advanced', 1, '18+0'],
    ['never passes the requirement', { minutes: 58 }, 75, 'socket', 'advanced', 2, '60+0'],
    ['counts whole minutes', { minutes: 17 }, 18.9, 'socket', 'advanced', 1, '18+0'],
    ['that repeats itself changes nothing', { minutes: 17, estimated: 2 }, 17, 'socket', 'repeated', 0, '17+2'],
    ['that is no number is not believed', { minutes: 17 }, Number.NaN, 'socket', 'regressed', 0, '17+0'],
    ['above the requirement repeats what is complete', { minutes: 60 }, 61, 'socket', 'repeated', 0, '60+0'],
    [
      'that goes back is not believed from the socket',
      { minutes: 17, estimated: 2 },
      12,
      'socket',
      'regressed',
      0,
      '17+2',
    ],
    ['that goes back is not believed from the session', { minutes: 17 }, 0, 'current-session', 'regressed', 0, '17+0'],
    ['below zero is not believed', { minutes: 0 }, -3, 'socket', 'repeated', 0, '0+0'],
    [
      'that goes back is believed from the inventory',
      { minutes: 17, estimated: 2 },
      12,
      'inventory',
      'regressed',
      -5,
      '12+0',
    ],
    [
      'of the inventory ends the estimate though it repeats',
      { minutes: 17, estimated: 2 },
      17,
      'inventory',
      'repeated',
      0,
      '17+0',
    ],
    [
      'of the inventory takes nothing from a claimed drop',
      { minutes: 60, claim: claimed },
      12,
      'inventory',
      'regressed',
      0,
      '60+0',
    ],
  ];
  for (const [name, change, minutes, by, expectedChange, gained, expected] of cases) {
    it(name, () => {
      const outcome = confirmProgress(campaignOf({ a: change }), dropId('a'), minutes, by, noon);
      assert.deepEqual(
        [outcome.change, outcome.gainedMinutes, ...minutesOf(outcome.campaign)],
        [expectedChange, gained, expected],
      );
    });
  }

  it('remembers when and by whom', () => {
    const { campaign } = confirmProgress(campaignOf({ a: {} }), dropId('a'), 1, 'current-session', noon);
    assert.equal(campaign.drops[0]?.progress.confirmedAt, noon);
    assert.equal(campaign.drops[0]?.progress.confirmedBy, 'current-session');
  });
  it('that repeats itself does not look like a fresh confirmation', () => {
    const first = confirmProgress(campaignOf({ a: {} }), dropId('a'), 1, 'socket', noon);
    const again = confirmProgress(first.campaign, dropId('a'), 1, 'inventory', noon + hourMs);
    assert.equal(again.campaign, first.campaign);
  });
  it('for a drop of another campaign is named as such', () => {
    const campaign = campaignOf({ a: {} });
    assert.deepEqual(confirmProgress(campaign, dropId('z'), 5, 'socket', noon), {
      campaign,
      change: 'unknown-drop',
      gainedMinutes: 0,
    });
  });
});

describe('siblings of a drop that advances', () => {
  const cases: [string, DropChange, DropChange, number, string][] = [
    ['advance by estimate', { minutes: 10 }, { minutes: 10 }, 13, '10+3'],
    ['keep what they were estimated before', { minutes: 10 }, { minutes: 10, estimated: 2 }, 11, '10+3'],
    [
      'do not count a minute twice that both were estimated',
      { minutes: 10, estimated: 1 },
      { minutes: 10, estimated: 1 },
      11,
      '10+1',
    ],
    [
      'lose what the confirmation took from the estimate',
      { minutes: 10, estimated: 5 },
      { minutes: 10, estimated: 5 },
      11,
      '10+1',
    ],
    ['never estimate below nothing', { minutes: 10, estimated: 5 }, { minutes: 10, estimated: 1 }, 11, '10+0'],
    ['never pass their requirement', { minutes: 10 }, { minutes: 59 }, 20, '59+1'],
    ['stay where they are when claimed', { minutes: 10 }, { minutes: 60, claim: claimed }, 11, '60+0'],
    ['stay where they are while a precondition is open', { minutes: 10 }, { after: ['a'] }, 11, '0+0'],
    [
      'stay where they are outside their own time',
      { minutes: 10 },
      { startsAt: noon + 1, endsAt: endOfAll },
      11,
      '0+0',
    ],
    ['stay where they are when they are for subscribers', { minutes: 10 }, { requiredMinutes: 0 }, 11, '0+0'],
  ];
  for (const [name, reported, sibling, minutes, expected] of cases) {
    it(name, () => {
      const outcome = confirmProgress(campaignOf({ a: reported, b: sibling }), dropId('a'), minutes, 'socket', noon);
      assert.equal(minutesOf(outcome.campaign)[1], expected);
    });
  }
  it('are not moved when the inventory takes minutes back', () => {
    const before = campaignOf({ a: { minutes: 10 }, b: { minutes: 10, estimated: 2 } });
    assert.deepEqual(minutesOf(confirmProgress(before, dropId('a'), 8, 'inventory', noon).campaign), ['8+0', '10+2']);
  });
});

describe('an estimated minute', () => {
  const cases: [string, DropChange, string][] = [
    ['is added to an open drop', { minutes: 5, estimated: 1 }, '5+2'],
    ['never completes more than the requirement', { minutes: 58, estimated: 2 }, '58+2'],
    ['is not added to a complete drop', { minutes: 60 }, '60+0'],
    ['is not added to a closed drop', { endsAt: noon }, '0+0'],
  ];
  for (const [name, change, expected] of cases) {
    it(name, () => {
      assert.deepEqual(minutesOf(estimateMinute(campaignOf({ a: change }), buildSettings(), noon)), [expected]);
    });
  }
  it('leaves the campaign as it is when nothing is open', () => {
    const campaign = campaignOf({ a: { claim: claimed } });
    assert.equal(estimateMinute(campaign, buildSettings(), noon), campaign);
  });
  it('never makes a drop complete', () => {
    const estimated = buildDrop('a', { minutes: 50, estimated: 10 });
    assert.deepEqual([isComplete(estimated), shownMinutes(estimated)], [false, 60]);
  });
});

describe('clearing the estimates', () => {
  it('leaves only what is confirmed', () => {
    const campaign = campaignOf({ a: { minutes: 5, estimated: 3 }, b: { estimated: 1 } });
    assert.deepEqual(minutesOf(clearEstimates(campaign)), ['5+0', '0+0']);
  });
  it('leaves the campaign as it is when there are none', () => {
    const campaign = campaignOf({ a: { minutes: 5 } });
    assert.equal(clearEstimates(campaign), campaign);
  });
});
