import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { campaignId, channelId, gameId } from '@dropwise/kit';
import type { Campaign } from '../drops/campaign.ts';
import {
  buildCampaign,
  buildChannel,
  buildDrop,
  buildGame,
  buildSettings,
  buildStream,
  claimed,
  hourMs,
  noon,
} from '../drops/testing/build.ts';
import type { Channel } from './channel.ts';
import {
  bestCampaignOn,
  type ChoiceContext,
  canWatch,
  chooseChannel,
  maxChannels,
  orderChannels,
  shouldSwitch,
  trimChannels,
} from './choose-channel.ts';

const first = buildGame('First', '1');
const second = buildGame('Second', '2');
const unwanted = buildGame('Unwanted', '3');
const special = buildGame('Special Events', '509663');

const openFirst = buildCampaign('open-first', { game: first });
const openSecond = buildCampaign('open-second', { game: second });
const listedFirst = buildCampaign('listed-first', { game: first, allow: ['listed', 'listed-off'] });
const finished = buildCampaign('finished', { game: unwanted, drops: [buildDrop('a', { claim: claimed })] });

function contextOf(campaigns: readonly Campaign[] = [openFirst, openSecond, listedFirst, finished]): ChoiceContext {
  return {
    now: noon,
    settings: buildSettings(),
    campaigns,
    wantedGameIds: [first.id, second.id, special.id],
    order: null,
  };
}

function live(id: string, game: typeof first | null, viewers = 100, change: Partial<Channel> = {}): Channel {
  return buildChannel(id, { stream: buildStream({ game, viewers }), ...change });
}

const off = (id: string, change: Partial<Channel> = {}): Channel => buildChannel(id, { stream: null, ...change });
const doubted = { doubtfulUntil: noon + 1 };
const ids = (channels: readonly Channel[]): readonly string[] => channels.map((channel) => channel.id);

describe('the campaign that is credited on a channel', () => {
  const soon = buildCampaign('soon', { game: first, endsAt: noon + hourMs });
  const event = buildCampaign('event', { game: special });
  const closedList = buildCampaign('closed', { game: first, allow: ['listed'], linked: 'unlinked' });
  const cases: [string, Channel, readonly Campaign[], string | null][] = [
    ['is the open one of its game', live('a', first), [openSecond, openFirst], 'open-first'],
    ['is the one that ranks first', live('a', first), [openFirst, soon], 'soon'],
    [
      'is an allow-listed one before any open one',
      live('listed', first),
      [soon, openFirst, listedFirst],
      'listed-first',
    ],
    ['is an open one where the channel is not on the list', live('a', first), [listedFirst, openFirst], 'open-first'],
    ['is not an allow-listed one that is closed', live('listed', first), [closedList, openFirst], 'open-first'],
    ['is that of the more wanted game where two count', live('a', second), [event, openSecond], 'open-second'],
    ['is a special event on any game', live('a', unwanted), [event], 'event'],
    ['is none on an offline channel', off('a'), [openFirst, event], null],
    ['is none of an unwanted game', live('a', unwanted), [buildCampaign('x', { game: unwanted })], null],
    ['is none where nothing is left', live('a', first), [{ ...openFirst, drops: finished.drops }], null],
  ];
  for (const [name, channel, campaigns, expected] of cases) {
    it(name, () => {
      assert.equal(bestCampaignOn(channel, contextOf(campaigns))?.id ?? null, expected);
      assert.equal(canWatch(channel, contextOf(campaigns)), expected !== null);
    });
  }
});

describe('channels are ordered', () => {
  const cases: [string, readonly Channel[], readonly string[]][] = [
    ['by wanted game before viewers', [live('a', second, 9_000), live('b', first, 1)], ['b', 'a']],
    ['allow-listed before open', [live('a', first, 9_000), live('listed', first, 1)], ['listed', 'a']],
    ['by wanted game before allow lists', [live('listed', second, 1), live('a', first, 1)], ['a', 'listed']],
    ['by viewers, most first', [live('a', first, 5), live('b', first, 50)], ['b', 'a']],
    ['by id where all else is equal', [live('b', first), live('a', first)], ['a', 'b']],
    ['with what earns nothing behind', [live('a', unwanted, 9_000), live('b', second, 1)], ['b', 'a']],
    ['with offline ones last', [off('a'), live('b', unwanted, 0)], ['b', 'a']],
    ['with allow-listed offline ones before the others', [off('a'), off('listed-off')], ['listed-off', 'a']],
    [
      'with doubtful ones after all others',
      [live('listed', first, 9, doubted), off('b'), live('c', second)],
      ['c', 'b', 'listed'],
    ],
    [
      'with those whose doubt has passed as ever',
      [live('b', first, 1), live('a', first, 9, { doubtfulUntil: noon })],
      ['a', 'b'],
    ],
  ];
  for (const [name, channels, expected] of cases) {
    it(name, () => assert.deepEqual(ids(orderChannels(channels, contextOf())), expected));
  }
});

describe('switching', () => {
  const cases: [string, Channel | null, Channel, boolean][] = [
    ['from nothing to a watchable channel is right', null, live('a', second), true],
    ['from nothing to an unwatchable channel is not', null, live('a', unwanted), false],
    ['to an offline channel is not', live('a', unwanted), off('b'), false],
    ['away from an offline channel is right', off('a'), live('b', second), true],
    ['away from a channel that earns nothing is right', live('a', unwanted), live('b', second), true],
    ['to a more wanted game is right', live('a', second), live('b', first), true],
    ['to a less wanted game is not', live('a', first), live('b', second), false],
    ['to more viewers is not', live('a', first, 1), live('b', first, 9_000), false],
    ['to an allow-listed channel is right', live('a', first), live('listed', first), true],
    ['from an allow-listed channel to an open one is not', live('listed', first), live('a', first), false],
    ['from an allow-listed channel of a less wanted game is right', live('listed', second), live('a', first), true],
    ['to itself is not', live('a', second), live('a', first), false],
    ['to a doubtful channel is not, however wanted', live('a', second), live('b', first, 1, doubted), false],
    ['away from a doubtful channel is right, however wanted', live('a', first, 1, doubted), live('b', second), true],
    ['from nothing to a doubtful channel is right', null, live('a', first, 1, doubted), true],
    [
      'from one doubtful channel to another of the same rank is not',
      live('a', first, 1, doubted),
      live('b', first, 1, doubted),
      false,
    ],
  ];
  for (const [name, current, candidate, expected] of cases) {
    it(name, () => assert.equal(shouldSwitch(current, candidate, contextOf()), expected));
  }
});

describe('the choice', () => {
  const cases: [string, readonly Channel[], Channel | null, [string, string] | null][] = [
    ['is the best one at first', [live('b', second), live('a', first)], null, ['a', 'first']],
    [
      'keeps the current one when none is better',
      [live('b', first, 1), live('a', first, 9)],
      live('b', first, 1),
      ['b', 'kept'],
    ],
    ['goes to a more wanted game', [live('a', second), live('b', first)], live('a', second), ['b', 'higher-game']],
    [
      'goes to the best of several better ones',
      [live('a', second), live('b', first, 1), live('listed', first, 1)],
      live('a', second),
      ['listed', 'higher-game'],
    ],
    [
      'goes to an allow-listed channel',
      [live('a', first), live('listed', first)],
      live('a', first),
      ['listed', 'allow-listed'],
    ],
    ['leaves a channel that went offline', [off('a'), live('b', second)], off('a'), ['b', 'current-unwatchable']],
    [
      'looks at the current one as it is now',
      [off('a'), live('b', second)],
      live('a', first),
      ['b', 'current-unwatchable'],
    ],
    ['keeps a current one that is not in the list', [live('b', second)], live('a', first), ['a', 'kept']],
    [
      'leaves a doubtful channel',
      [live('a', first, 1, doubted), live('b', second)],
      live('a', first, 1, doubted),
      ['b', 'current-unwatchable'],
    ],
    [
      'keeps a doubtful channel when there is no other',
      [live('a', first, 1, doubted)],
      live('a', first, 1, doubted),
      ['a', 'kept'],
    ],
    ['takes a doubtful channel rather than none', [live('a', first, 1, doubted)], null, ['a', 'first']],
    ['is none when nobody is live', [off('a'), off('b')], off('a'), null],
    ['is none without channels', [], null, null],
  ];
  for (const [name, channels, current, expected] of cases) {
    it(name, () => {
      const choice = chooseChannel(channels, current, contextOf());
      assert.deepEqual(choice === null ? null : [choice.channel.id, choice.why], expected);
    });
  }
});

describe('trimming', () => {
  const many = Array.from({ length: maxChannels + 50 }, (_, index) => live(`c${index}`, unwanted, 1_000));

  it('keeps at most as many as the socket can follow, the best of them', () => {
    const kept = trimChannels([...many, live('good', first, 1)], contextOf(), null);
    assert.equal(kept.length, maxChannels);
    assert.equal(kept[0]?.id, 'good');
  });
  it('keeps the watched channel however poor', () => {
    const kept = trimChannels([...many, off('watched')], contextOf(), channelId('watched'));
    assert.ok(ids(kept).includes('watched'));
    assert.equal(kept.length, maxChannels);
  });
  it('keeps an allow-listed channel that may come on before live ones with nothing to offer', () => {
    assert.ok(ids(trimChannels([...many, off('listed-off')], contextOf(), null)).includes('listed-off'));
  });
  it('drops nothing below the limit', () => {
    assert.deepEqual(ids(trimChannels([off('a'), live('b', first)], contextOf(), null)), ['b', 'a']);
  });
});

it('a game that is wanted no more earns nothing', () => {
  assert.equal(canWatch(live('a', first), { ...contextOf(), wantedGameIds: [gameId('2')] }), false);
});

describe('by the plan’s order', () => {
  const soon = buildCampaign('soon', { game: first, endsAt: noon + hourMs });
  const context = (order: readonly string[], creditingId: string | null = null): ChoiceContext => ({
    ...contextOf([openFirst, openSecond, listedFirst, soon]),
    order: order.map((id) => campaignId(id)),
    creditingId: creditingId === null ? null : campaignId(creditingId),
  });

  const credited: [string, Channel, readonly string[], string | null, string][] = [
    ['the open one that ends first, whatever the order', live('a', first), ['open-first', 'soon'], null, 'soon'],
    ['the one that is being credited, as long as it is open', live('a', first), ['soon'], 'open-first', 'open-first'],
    ['the allow-listed one before that', live('listed', first), ['soon'], 'soon', 'listed-first'],
    ['one that the order leaves out', live('a', second), ['soon'], null, 'open-second'],
  ];
  for (const [name, channel, order, creditingId, expected] of credited) {
    it(`a channel counts for ${name}`, () =>
      assert.equal(bestCampaignOn(channel, context(order, creditingId))?.id, expected));
  }

  const chosen: [string, readonly Channel[], Channel | null, readonly string[], [string, string]][] = [
    [
      'the campaign decides, not its game',
      [live('a', first), live('listed', first)],
      null,
      ['soon', 'listed-first'],
      ['a', 'first'],
    ],
    [
      'a better campaign is gone to',
      [live('a', first), live('b', second)],
      live('a', first),
      ['open-second', 'soon'],
      ['b', 'plan'],
    ],
    [
      'an allow-listed channel is no better by itself',
      [live('a', first), live('listed', first)],
      live('a', first),
      ['soon', 'listed-first'],
      ['a', 'kept'],
    ],
    [
      'more viewers are no reason',
      [live('a', first, 1), live('b', first, 9_000)],
      live('a', first, 1),
      ['soon'],
      ['a', 'kept'],
    ],
    [
      'what is not in it comes last',
      [live('a', first, 9_000), live('b', second)],
      null,
      ['open-second'],
      ['b', 'first'],
    ],
    ['what is not in it is better than nothing', [live('a', first)], null, ['open-second'], ['a', 'first']],
    [
      'a doubtful channel comes after all others',
      [live('a', first, 9, doubted), live('b', second)],
      null,
      ['soon', 'open-second'],
      ['b', 'first'],
    ],
  ];
  for (const [name, channels, current, order, expected] of chosen) {
    it(name, () => {
      const choice = chooseChannel(channels, current, context(order));
      assert.deepEqual([choice?.channel.id, choice?.why], expected);
    });
  }

  it('a few channels of every campaign are kept before many of one', () => {
    const many = Array.from({ length: maxChannels + 50 }, (_, index) => live(`c${index}`, first, 1_000));
    const few = [live('x', second, 1), off('listed-off')];
    const kept = ids(trimChannels([...many, ...few], context(['soon', 'open-second']), null));
    assert.equal(kept.length, maxChannels);
    assert.ok(kept.includes('x') && kept.includes('listed-off'));
  });
});
