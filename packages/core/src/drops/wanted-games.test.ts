import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { campaignId } from '@dropwise/kit';
import { type MiningSettings, miningModes } from '../mining/settings.ts';
import type { Campaign } from './campaign.ts';
import {
  buildCampaign,
  buildDrop,
  buildGame,
  buildSettings,
  claimed,
  endOfAll,
  excluding,
  hourMs,
  minuteMs,
  noon,
} from './testing/build.ts';
import { gameRankers, rankCampaigns, rankGames } from './wanted-games.ts';

/** A campaign of the game with that name; the name is its id too. */
function of(game: string, change: Parameters<typeof buildCampaign>[1] = {}, id = game): Campaign {
  return buildCampaign(id, { game: buildGame(game, game), ...change });
}

const ending = (hours: number): { endsAt: number } => ({ endsAt: noon + hours * hourMs });
const lasting = (hours: number, minutes: number): Parameters<typeof buildCampaign>[1] => ({
  ...ending(hours),
  drops: [buildDrop('a', { requiredMinutes: minutes })],
});

describe('wanted games', () => {
  const three = [of('Late', ending(9)), of('Soon', ending(3)), of('Middle', ending(6))];
  const cases: [string, readonly Campaign[], Partial<MiningSettings>, readonly string[]][] = [
    ['are ranked by the campaign’s end', three, { mode: 'ending_soonest' }, ['Soon', 'Middle', 'Late']],
    [
      'put listed ones first, in the list’s order',
      three,
      { mode: 'ending_soonest', priority: ['Late', 'Middle'] },
      ['Late', 'Middle', 'Soon'],
    ],
    ['are listed whatever the case', three, { priority: [' mIDDLE '] }, ['Middle', 'Soon', 'Late']],
    ['count the first of two places', three, { priority: ['Late', 'Soon', 'Late'] }, ['Late', 'Soon', 'Middle']],
    [
      'leave unlisted ones out when only listed ones are wanted',
      three,
      { mode: 'priority_only', priority: ['Late', 'Soon'] },
      ['Late', 'Soon'],
    ],
    ['are none when only listed ones are wanted and none is listed', three, { mode: 'priority_only' }, []],
    [
      'put what is short of time first',
      [of('Easy', lasting(3, 30)), of('Tight', lasting(6, 300))],
      { mode: 'low_availability' },
      ['Tight', 'Easy'],
    ],
    [
      'put listed ones before what is short of time',
      [of('Easy', lasting(3, 30)), of('Tight', lasting(6, 300))],
      { mode: 'low_availability', priority: ['Easy'] },
      ['Easy', 'Tight'],
    ],
    ['appear once each', [of('A', ending(5)), of('A', ending(3), 'second')], {}, ['A']],
    [
      'rank by their most urgent campaign',
      [of('A', ending(5)), of('B', ending(4)), of('A', ending(3), 'second')],
      {},
      ['A', 'B'],
    ],
    ['leave out what is finished', [of('A', { drops: [buildDrop('a', { claim: claimed })] }), of('B')], {}, ['B']],
    ['leave out what is unlinked', [of('A', { linked: 'unlinked' }), of('B')], {}, ['B']],
    ['leave out what is excluded', [of('A'), of('B')], excluding({ games: ['a'] }), ['B']],
    ['look an hour ahead', [of('A', { startsAt: noon + hourMs - 1 }), of('B', { startsAt: noon + hourMs })], {}, ['A']],
    ['leave out what has ended', [of('A', { endsAt: noon }), of('B')], {}, ['B']],
    [
      'leave out drops that do not count when time is short',
      [
        of('Calm', lasting(6, 60)),
        of('Past', {
          ...ending(20),
          drops: [buildDrop('tight', { requiredMinutes: 1_000, claim: claimed }), buildDrop('easy')],
        }),
      ],
      { mode: 'low_availability' },
      ['Calm', 'Past'],
    ],
  ];
  for (const [name, campaigns, change, expected] of cases) {
    const settings = buildSettings({ mode: 'ending_soonest', ...change });
    it(name, () => assert.deepEqual(rankGames(campaigns, settings, noon), expected));
  }

  it('follow the plan’s order where there is one, whatever the list says; then what is to start, then the rest', () => {
    const campaigns = [
      of('Rest', ending(1)),
      of('Upcoming', { ...ending(9), startsAt: noon + minuteMs }),
      ...three,
      of('Over', { endsAt: noon }),
    ];
    const order = ['Late', 'Over', 'Soon'].map(campaignId);
    assert.deepEqual(rankGames(campaigns, buildSettings({ mode: 'plan', priority: ['Soon'] }), noon, order), [
      'Late',
      'Soon',
      'Upcoming',
      'Rest',
      'Middle',
    ]);
  });

  for (const mode of miningModes) {
    it(`in mode ${mode} do not depend on the order in which campaigns arrive`, () => {
      const settings = buildSettings({ mode, priority: ['B', 'D', 'A', 'C'] });
      const campaigns = ['A', 'B', 'C', 'D'].map((game) => of(game));
      assert.deepEqual(rankGames(campaigns, settings, noon), rankGames([...campaigns].reverse(), settings, noon));
    });
  }
});

describe('mode random', () => {
  const games = Array.from({ length: 12 }, (_, index) => `Game ${index}`);
  const campaigns = games.map((game) => of(game));
  const rank = (seed: number, some = campaigns, now = noon): readonly string[] =>
    rankGames(some, buildSettings({ mode: 'random', seed }), now);

  it('keeps its order while time passes', () => assert.deepEqual(rank(7), rank(7, campaigns, noon + 5 * minuteMs)));
  it('keeps the order of the others when a game goes', () => {
    const [first, ...others] = rank(7);
    assert.deepEqual(
      rank(
        7,
        campaigns.filter((campaign) => campaign.game.id !== first),
      ),
      others,
    );
  });
  it('gives another order to another seed', () => assert.notDeepEqual(rank(7), rank(8)));
  it('is not the order of the list', () => assert.notDeepEqual(rank(7), games));
});

describe('campaigns of one game', () => {
  const soon = of('A', ending(3), 'soon');
  const late = of('A', { ...ending(9), drops: [buildDrop('a', { requiredMinutes: 500 })] }, 'late');
  const upcoming = of('A', { ...ending(2), startsAt: noon + minuteMs }, 'upcoming');
  const cases: [MiningSettings['mode'], readonly string[]][] = [
    ['plan', ['upcoming', 'soon', 'late']],
    ['ending_soonest', ['upcoming', 'soon', 'late']],
    ['low_availability', ['late', 'upcoming', 'soon']],
    ['priority_only', ['soon', 'late', 'upcoming']],
    ['random', ['upcoming', 'soon', 'late']],
  ];
  for (const [mode, expected] of cases) {
    it(`are ranked in mode ${mode}`, () => {
      const ranked = rankCampaigns([late, upcoming, soon], buildSettings({ mode }), noon);
      assert.deepEqual(
        ranked.map((campaign) => campaign.id),
        expected.map(campaignId),
      );
    });
  }
  it('with equal claims are ranked by start, then by id', () => {
    const [b, a, older] = [of('A', {}, 'b'), of('A', {}, 'a'), of('A', { startsAt: endOfAll - 72 * hourMs }, 'z')];
    assert.deepEqual(
      rankCampaigns([b, a, older], buildSettings(), noon).map((campaign) => campaign.id),
      ['z', 'a', 'b'],
    );
  });
});

it('every mode has its ranker', () => assert.deepEqual(Object.keys(gameRankers).sort(), [...miningModes].sort()));
