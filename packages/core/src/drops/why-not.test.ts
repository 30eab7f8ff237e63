import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { campaignId, channelId, dropId, gameId } from '@dropwise/kit';
import type { Channel } from '../channels/channel.ts';
import type { Campaign } from './campaign.ts';
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
  minuteMs,
  noon,
  ready,
  wanting,
  wishing,
} from './testing/build.ts';
import { type WhyNotContext, whyNotCampaign, whyNotDrop } from './why-not.ts';
import { type WhyNotCode, whyNotCodes, whyNotReasons } from './why-not-reasons.ts';

const sample = gameId('900001');
const otherGame = buildGame('Other Game', '900002');
const watchingIt = { channelId: channelId('70001'), campaignId: campaignId('campaign-a'), dropId: null };

function contextOf(change: Partial<WhyNotContext> = {}): WhyNotContext {
  return {
    now: noon,
    settings: buildSettings(),
    wantedGameIds: [sample],
    watching: null,
    channels: [buildChannel()],
    quarantined: new Set(),
    ...change,
  };
}

interface Case {
  readonly drop?: DropChange;
  readonly before?: DropChange;
  readonly campaign?: Parameters<typeof buildCampaign>[1];
  readonly context?: Partial<WhyNotContext>;
  readonly code: WhyNotCode;
  readonly sentence?: RegExp;
  readonly link?: string;
}

const channels = (change: Partial<Channel>): Partial<WhyNotContext> => ({ channels: [buildChannel('70001', change)] });
const doubtful = { doubtfulUntil: noon + 1 };
const watchingOther = {
  channels: [buildChannel('1', { stream: buildStream({ game: otherGame }) }), buildChannel()],
  watching: { channelId: channelId('1'), campaignId: campaignId('x'), dropId: dropId('y') },
};

const cases: Record<string, Case> = {
  'is being mined': { context: { watching: watchingIt }, code: 'mining' },
  'is being mined beside the drop that is reported': {
    context: { watching: { ...watchingIt, dropId: dropId('another') } },
    code: 'mining',
  },
  'is yours': { drop: { claim: claimed }, code: 'claimed' },
  'is about to be claimed': { drop: { claim: ready }, code: 'ready-to-claim' },
  'was ready for too long': { drop: { claim: ready }, context: { now: endOfAll + 24 * hourMs }, code: 'expired' },
  'waits for your hand': { drop: { claim: byHand }, code: 'claim-by-hand', link: byHand.link },
  'waits for Twitch’s offer': { drop: { minutes: 60 }, code: 'earned-waiting' },
  'waits for Twitch’s offer after the end': {
    drop: { minutes: 60 },
    context: { now: endOfAll + 1 },
    code: 'earned-waiting',
  },
  'is for subscribers': { drop: { requiredMinutes: 0 }, code: 'subscription-only' },
  'has ended': { campaign: { endsAt: noon }, code: 'expired' },
  'has ended by itself': { drop: { endsAt: noon }, code: 'expired' },
  'is called expired': { campaign: { expired: true }, code: 'expired' },
  'is set aside': { context: { quarantined: new Set(['campaign-a']) }, code: 'quarantined' },
  'is of an excluded game': {
    context: { settings: excluding({ games: ['sample game'] }) },
    code: 'excluded-game',
    sentence: /the game sample game/,
  },
  'is of an excluded campaign': {
    context: { settings: excluding({ campaigns: ['campaign-a'] }) },
    code: 'excluded-campaign',
  },
  'is excluded itself': { context: { settings: excluding({ drops: ['drop-a'] }) }, code: 'excluded-drop' },
  'has an excluded word': {
    context: { settings: excluding({ keywords: ['drop-a'] }) },
    code: 'excluded-keyword',
    sentence: /“drop-a”/,
  },
  'is never wanted': {
    context: { settings: wishing({ games: { 'sample game': 'never' } }) },
    code: 'wished-never',
    sentence: /^You set “sample game” to never/,
  },
  'is of an unwanted kind': {
    context: { settings: wanting('EMOTE') },
    code: 'excluded-benefit',
    sentence: /DIRECT_ENTITLEMENT/,
  },
  'gives nothing': { drop: { benefits: [] }, code: 'no-benefit' },
  'needs a link': {
    campaign: { linked: 'unlinked' },
    code: 'not-linked',
    sentence: /Sample Game account/,
    link: 'https://link.test',
  },
  'needs a link that nobody names': { campaign: { linked: 'unlinked', linkUrl: null }, code: 'not-linked' },
  'is off the list': {
    context: { settings: buildSettings({ mode: 'priority_only', priority: ['Other'] }) },
    code: 'outside-list',
    sentence: /^Sample Game is not/,
  },
  'is too late': { campaign: { endsAt: noon + hourMs - minuteMs }, code: 'too-late', sentence: /lacks 1 minute,/ },
  'is too late for its chain': {
    before: {},
    drop: { after: ['before'] },
    campaign: { endsAt: noon + hourMs },
    code: 'too-late',
    sentence: /lacks 60 minutes/,
  },
  'has not started': { campaign: { startsAt: noon + 1 }, code: 'upcoming' },
  'has not started itself': { drop: { startsAt: noon + 1 }, code: 'upcoming' },
  'follows another': { before: {}, drop: { after: ['before'] }, code: 'precondition-open', sentence: /“Drop before”/ },
  'is given up by the plan': {
    context: { plan: { givenUp: new Map([[dropId('drop-a'), ['Harbour Week']]]) } },
    code: 'given-up',
    sentence: /Its time goes to Harbour Week\.$/,
  },
  'is paused': { context: { paused: true }, code: 'paused' },
  'has nobody live': { context: { channels: [] }, code: 'no-live-channel' },
  'has only an offline channel': { context: channels({ stream: null }), code: 'no-live-channel' },
  'has its allowed channel offline': {
    campaign: { allow: ['70001'] },
    context: channels({ stream: null }),
    code: 'no-live-channel',
  },
  'has no allowed channel found': { campaign: { allow: ['5'] }, code: 'no-known-channel' },
  'was not counted on its only channel': { context: channels(doubtful), code: 'not-counting' },
  'is next': { code: 'next' },
  'is next after the game being watched': {
    context: { ...watchingOther, wantedGameIds: [otherGame.id, sample] },
    code: 'next',
  },
  'is wanted less': {
    context: { ...watchingOther, wantedGameIds: [otherGame.id, gameId('3'), sample] },
    code: 'lower-priority',
  },
};

describe('a drop that', () => {
  for (const [name, { drop, before, campaign, context, code, sentence, link }] of Object.entries(cases)) {
    it(`${name} says so`, () => {
      const asked = buildDrop('drop-a', drop);
      const drops = before === undefined ? [asked] : [buildDrop('before', before), asked];
      const answer = whyNotDrop(contextOf(context), buildCampaign('campaign-a', { drops, ...campaign }), asked);
      assert.deepEqual([answer.code, answer.link], [code, link]);
      assert.match(answer.sentence, sentence ?? /\.$/);
      assert.doesNotMatch(answer.sentence, /[{}]/);
    });
  }
});

describe('a campaign gives the most telling answer of its drops', () => {
  const badge = { benefits: [buildBenefit('BADGE')] };
  const answers: [string, Parameters<typeof buildCampaign>[1], Partial<WhyNotContext>, WhyNotCode][] = [
    [
      'what is mined before what is claimed',
      { drops: [buildDrop('a', { claim: claimed }), buildDrop('b')] },
      { watching: watchingIt },
      'mining',
    ],
    [
      'what waits for you before what is next',
      { drops: [buildDrop('a'), buildDrop('b', { claim: byHand })] },
      {},
      'claim-by-hand',
    ],
    [
      'what is open before what is for subscribers',
      { drops: [buildDrop('a', { requiredMinutes: 0 }), buildDrop('b')] },
      {},
      'next',
    ],
    [
      'what is open before what is unlinked',
      { linked: 'unlinked', drops: [buildDrop('a'), buildDrop('b', badge)] },
      {},
      'next',
    ],
    ['the first of a chain before the rest', { drops: [buildDrop('a'), buildDrop('b', { after: ['a'] })] }, {}, 'next'],
    [
      'the way to the subscription when only that is left',
      { drops: [buildDrop('a', { claim: claimed }), buildDrop('b', { requiredMinutes: 0 })] },
      {},
      'subscription-only',
    ],
    ['that all is yours', { drops: [buildDrop('a', { claim: claimed })] }, {}, 'claimed'],
    ['that it is set aside', { drops: [] }, { quarantined: new Set(['campaign-a']) }, 'quarantined'],
  ];
  for (const [name, change, context, code] of answers) {
    it(name, () => assert.equal(whyNotCampaign(contextOf(context), buildCampaign('campaign-a', change)).code, code));
  }
});

it('every answer is reached by a case above', () => {
  const reached = new Set(Object.values(cases).map((each) => each.code));
  assert.deepEqual(
    whyNotCodes.filter((code) => !reached.has(code)),
    [],
  );
});

it('what a sentence names stands beside it, for who says it in another language', () => {
  const valueWhen = (context: Partial<WhyNotContext>, endsAt?: number): string => {
    const drop = buildDrop('drop-a');
    const change = { drops: [drop], ...(endsAt === undefined ? {} : { endsAt }) };
    return whyNotDrop(contextOf(context), buildCampaign('campaign-a', change), drop).value;
  };
  assert.equal(valueWhen({ settings: excluding({ keywords: ['drop-a'] }) }), 'drop-a');
  assert.equal(valueWhen({}, noon + hourMs - minuteMs), '1');
  assert.equal(valueWhen({}, noon + hourMs - 5 * minuteMs), '5');
  assert.equal(valueWhen({}), '');
});

it('every sentence ends and addresses a person without a shout', () => {
  for (const sentence of Object.values(whyNotReasons)) assert.match(sentence, /^[A-Z{][^!]*\.$/);
});

it('a finished campaign is not called unlinked', () => {
  const done: Campaign = buildCampaign('campaign-a', {
    linked: 'unlinked',
    drops: [buildDrop('a', { claim: claimed })],
  });
  assert.equal(whyNotCampaign(contextOf(), done).code, 'claimed');
});
