import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { campaignId, dropInstanceId } from '@dropwise/kit';
import type { Channel } from '../channels/channel.ts';
import type { MiningSettings } from '../mining/settings.ts';
import type { Campaign, Claim } from './campaign.ts';
import {
  canEarnOn,
  dropsOpen,
  isActive,
  isCampaignOpen,
  isCampaignOpenWithin,
  isClaimable,
  isDropOpen,
  isEligible,
  isFinished,
  isUpcoming,
} from './eligibility.ts';
import {
  buildBenefit,
  buildCampaign,
  buildChannel,
  buildDrop,
  buildGame,
  buildSettings,
  buildStream,
  byHand,
  claimed,
  type DropChange,
  endOfAll,
  excluding,
  hourMs,
  noon,
  ready,
  startOfAll,
  wanting,
} from './testing/build.ts';

const settings = buildSettings();

describe('a campaign', () => {
  const cases: [string, number, boolean, { active: boolean; upcoming: boolean }][] = [
    ['one instant before its start is upcoming', startOfAll - 1, false, { active: false, upcoming: true }],
    ['is active at its start', startOfAll, false, { active: true, upcoming: false }],
    ['is active one instant before its end', endOfAll - 1, false, { active: true, upcoming: false }],
    ['is over at its end', endOfAll, false, { active: false, upcoming: false }],
    ['that Twitch calls expired is not active', noon, true, { active: false, upcoming: false }],
    ['that Twitch calls expired is not upcoming', startOfAll - 1, true, { active: false, upcoming: false }],
  ];
  for (const [name, now, expired, expected] of cases) {
    it(name, () => {
      const campaign = buildCampaign('a', { expired });
      assert.deepEqual({ active: isActive(campaign, now), upcoming: isUpcoming(campaign, now) }, expected);
    });
  }
});

describe('the account is eligible', () => {
  const badge = buildDrop('badge', { benefits: [buildBenefit('BADGE')] });
  const mixed = buildDrop('mixed', { benefits: [buildBenefit('EMOTE'), buildBenefit('CODE')] });
  const hat = buildDrop('hat');
  const cases: [string, Partial<Campaign>, boolean, boolean][] = [
    ['when it is linked', { linked: 'linked', drops: [hat] }, false, true],
    ['when nobody knows whether it is linked', { linked: 'unknown', drops: [hat] }, false, true],
    ['not when it is unlinked', { linked: 'unlinked', drops: [hat] }, true, false],
    ['unlinked for a badge', { linked: 'unlinked', drops: [hat, badge] }, true, true],
    [
      'not for a badge when the owner wants linked campaigns only',
      { linked: 'unlinked', drops: [badge] },
      false,
      false,
    ],
    ['not when the emote comes together with a code', { linked: 'unlinked', drops: [mixed] }, true, false],
    [
      'not when the badge is claimed already',
      { linked: 'unlinked', drops: [{ ...badge, claim: claimed }] },
      true,
      false,
    ],
    [
      'not when the badge is for subscribers',
      { linked: 'unlinked', drops: [{ ...badge, requiredMinutes: 0 }] },
      true,
      false,
    ],
  ];
  for (const [name, change, badgesAndEmotesUnlinked, expected] of cases) {
    it(name, () => {
      assert.equal(isEligible(buildCampaign('a', change), buildSettings({ badgesAndEmotesUnlinked })), expected);
    });
  }

  it('unlinked for the badge alone, and not for the reward beside it', () => {
    const campaign = buildCampaign('a', { linked: 'unlinked', drops: [hat, badge] });
    assert.deepEqual(
      dropsOpen(campaign, settings, noon).map((drop) => drop.id),
      ['badge'],
    );
  });

  it('unlinked for what must be earned before a badge', () => {
    const first = buildDrop('first', { benefits: [] });
    const campaign = buildCampaign('a', {
      linked: 'unlinked',
      drops: [first, { ...badge, preconditionIds: [first.id] }],
    });
    assert.deepEqual(
      dropsOpen(campaign, settings, noon).map((drop) => drop.id),
      ['first'],
    );
  });
});

describe('a drop is open', () => {
  const past = { startsAt: noon - 2 * hourMs, endsAt: noon - hourMs };
  const later = { startsAt: noon + 2 * hourMs, endsAt: endOfAll };
  const cases: [string, DropChange, boolean, MiningSettings?][] = [
    ['when all is in order', {}, true],
    ['one minute before its requirement is met', { minutes: 59 }, true],
    ['not when its requirement is met', { minutes: 60 }, false],
    ['when only the estimate says that it is met', { minutes: 59, estimated: 1 }, true],
    ['not when it is claimed', { claim: claimed }, false],
    ['not when it can be claimed', { claim: ready }, false],
    ['not when it waits for a hand to claim it', { claim: byHand }, false],
    ['not when it is given for subscriptions', { requiredMinutes: 0, requiredSubs: 1 }, false],
    ['not without a benefit', { benefits: [] }, false],
    ['not after its own end', past, false],
    ['not before its own start', later, false],
    ['at its own start', { startsAt: noon }, true],
    ['not at its own end', { endsAt: noon }, false],
    ['not when it is excluded', {}, false, excluding({ drops: ['DROP-A'] })],
    ['not when none of its benefits is wanted', {}, false, wanting('BADGE')],
  ];
  for (const [name, change, expected, chosen] of cases) {
    it(name, () => {
      const drop = buildDrop('drop-a', change);
      assert.equal(isDropOpen(buildCampaign('a', { drops: [drop] }), drop, chosen ?? settings, noon), expected);
    });
  }

  const campaignCases: [string, Partial<Campaign>, boolean][] = [
    ['not before its campaign starts', { startsAt: noon + 1 }, false],
    ['not after its campaign ended', { endsAt: noon }, false],
    ['not in an expired campaign', { expired: true }, false],
    ['not in an unlinked campaign', { linked: 'unlinked' }, false],
  ];
  for (const [name, change, expected] of campaignCases) {
    it(name, () => {
      const campaign = buildCampaign('a', change);
      assert.equal(isCampaignOpen(campaign, settings, noon), expected);
    });
  }
});

describe('preconditions', () => {
  const open = (...drops: readonly ReturnType<typeof buildDrop>[]): readonly string[] =>
    dropsOpen(buildCampaign('a', { drops }), settings, noon).map((drop) => drop.id);

  it('keep a drop closed until they are claimed', () => {
    assert.deepEqual(open(buildDrop('one'), buildDrop('two', { after: ['one'] })), ['one']);
  });
  it('keep a drop closed while they are earned but not claimed', () => {
    assert.deepEqual(open(buildDrop('one', { claim: ready, minutes: 60 }), buildDrop('two', { after: ['one'] })), []);
  });
  it('open a drop once all are claimed', () => {
    const one = buildDrop('one', { claim: claimed });
    const two = buildDrop('two', { claim: claimed });
    assert.deepEqual(open(one, two, buildDrop('three', { after: ['one', 'two'] })), ['three']);
  });
  it('that name no drop of the campaign keep it closed', () => {
    assert.deepEqual(open(buildDrop('two', { after: ['elsewhere'] })), []);
  });
  it('without a benefit are open while a drop with one follows', () => {
    assert.deepEqual(open(buildDrop('one', { benefits: [] }), buildDrop('two', { after: ['one'] })), ['one']);
  });
  it('without a benefit are closed once what follows is claimed', () => {
    assert.deepEqual(
      open(buildDrop('one', { benefits: [] }), buildDrop('two', { after: ['one'], claim: claimed })),
      [],
    );
  });
  it('without a benefit are open when only the last of a chain has one', () => {
    const drops = [
      buildDrop('one', { benefits: [] }),
      buildDrop('two', { benefits: [], after: ['one'] }),
      buildDrop('three', { after: ['two'] }),
    ];
    assert.deepEqual(open(...drops), ['one']);
  });
  it('in a circle open nothing and end', () => {
    assert.deepEqual(open(buildDrop('one', { after: ['two'] }), buildDrop('two', { after: ['one'] })), []);
  });
});

describe('a campaign is open within the hour', () => {
  const until = noon + hourMs;
  const cases: [string, Partial<Campaign>, boolean][] = [
    ['when it is open now', {}, true],
    ['when it starts within it', { startsAt: until - 1 }, true],
    ['not when it starts at its end', { startsAt: until }, false],
    ['when its drop starts within it', { drops: [buildDrop('a', { startsAt: until - 1 })] }, true],
    ['not when its drop starts later', { drops: [buildDrop('a', { startsAt: until })] }, false],
    ['not when it has ended', { endsAt: noon }, false],
    ['not when its drop has ended', { drops: [buildDrop('a', { endsAt: noon })] }, false],
    ['not when it is expired', { expired: true, startsAt: until - 1 }, false],
  ];
  for (const [name, change, expected] of cases) {
    it(name, () => assert.equal(isCampaignOpenWithin(buildCampaign('a', change), settings, noon, until), expected));
  }
});

describe('a drop can be claimed', () => {
  const dayMs = 24 * hourMs;
  const cases: [string, Claim, number, boolean][] = [
    ['when Twitch named an instance', ready, noon, true],
    ['until a day after the end', ready, endOfAll + dayMs - 1, true],
    ['not a day after the end', ready, endOfAll + dayMs, false],
    ['not without an instance', { kind: 'unclaimed' }, noon, false],
    ['not twice', claimed, noon, false],
    ['not by us when Twitch wants a person', { ...byHand, instanceId: dropInstanceId('1#2#3') }, noon, false],
  ];
  for (const [name, claim, now, expected] of cases) {
    it(name, () => {
      const drop = buildDrop('a', { claim });
      assert.equal(isClaimable(buildCampaign('a', { drops: [drop] }), drop, now), expected);
    });
  }
});

describe('a campaign is finished', () => {
  const cases: [string, readonly DropChange[], boolean][] = [
    ['when every drop is claimed', [{ claim: claimed }, { claim: claimed }], true],
    ['when what is left is for subscribers', [{ claim: claimed }, { requiredMinutes: 0 }], true],
    ['not while one can be claimed', [{ claim: claimed }, { claim: ready }], false],
    ['not while one waits for a hand', [{ claim: byHand }], false],
    ['not while one is unclaimed', [{ claim: claimed }, {}], false],
  ];
  for (const [name, changes, expected] of cases) {
    it(name, () => {
      const drops = changes.map((change, index) => buildDrop(`drop-${index}`, change));
      assert.equal(isFinished(buildCampaign('a', { drops })), expected);
    });
  }
});

describe('a channel earns', () => {
  const other = buildGame('Other Game', '900002');
  const special = buildGame('Special Events', '509663');
  const irl = buildGame('IRL', '509672');
  const named = (...ids: readonly string[]): Partial<Channel> => ({ availableCampaignIds: ids.map(campaignId) });
  const cases: [string, Parameters<typeof buildCampaign>[1], Partial<Channel>, boolean][] = [
    ['when it is live with the game', {}, {}, true],
    ['not when it is offline', {}, { stream: null }, false],
    ['not with another game', {}, { stream: buildStream({ game: other }) }, false],
    ['not without a game', {}, { stream: buildStream({ game: null }) }, false],
    ['with any game in Special Events', { game: special }, { stream: buildStream({ game: other }) }, true],
    ['with any game in IRL', { game: irl }, {}, true],
    ['without a game in Special Events', { game: special }, { stream: buildStream({ game: null }) }, true],
    ['not in Special Events when it is not allowed', { game: special, allow: ['1'] }, {}, false],
    ['on the allow list', { allow: ['1', '70001'] }, {}, true],
    ['not beside the allow list', { allow: ['1'] }, {}, false],
    ['not on the allow list with another game', { allow: ['70001'] }, { stream: buildStream({ game: other }) }, false],
    ['when it names the campaign', {}, named('x', 'campaign-a'), true],
    ['not when it names others only', {}, named('x'), false],
    ['when it names none at all', {}, named(), true],
    ['on the allow list whatever it names', { allow: ['70001'] }, named('x'), true],
    ['not when the campaign is not open', { linked: 'unlinked' }, {}, false],
    ['not when the campaign has not started', { startsAt: noon + 1 }, {}, false],
  ];
  for (const [name, change, channel, expected] of cases) {
    it(name, () => {
      const campaign = buildCampaign('campaign-a', change);
      assert.equal(canEarnOn(campaign, buildChannel('70001', channel), noon, settings), expected);
    });
  }
});
