import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { campaignId } from '@dropwise/kit';
import type { Campaign } from '../drops/campaign.ts';
import { buildCampaign, buildGame, buildSettings, hourMs, noon } from '../drops/testing/build.ts';
import { maxChecks, planChannelFetch } from './plan-channel-fetch.ts';

const first = buildGame('First', '1');
const second = buildGame('Second', '2');

function plan(campaigns: readonly Campaign[], wanted = [first.id, second.id]): { slugs: string[]; checks: string[] } {
  const { directories, checks } = planChannelFetch(campaigns, wanted, buildSettings({ mode: 'ending_soonest' }), noon);
  return { slugs: directories.map((query) => query.slug), checks: checks.map((channel) => channel.id) };
}

const numbered = (prefix: string, count: number): string[] =>
  Array.from({ length: count }, (_, index) => `${prefix}${index}`);

describe('where to look for channels', () => {
  const cases: [string, readonly Campaign[], readonly string[], readonly string[]][] = [
    ['is the directory of an open campaign’s game', [buildCampaign('a', { game: first })], ['first'], []],
    [
      'is each directory once',
      [buildCampaign('a', { game: first }), buildCampaign('b', { game: first })],
      ['first'],
      [],
    ],
    [
      'is the more wanted game’s directory first',
      [buildCampaign('a', { game: second }), buildCampaign('b', { game: first })],
      ['first', 'second'],
      [],
    ],
    ['is the allow list', [buildCampaign('a', { game: first, allow: ['x', 'y'] })], [], ['x', 'y']],
    [
      'is both where a game has both',
      [buildCampaign('a', { game: first }), buildCampaign('b', { game: first, allow: ['x'] })],
      ['first'],
      ['x'],
    ],
    [
      'is each allowed channel once',
      [buildCampaign('a', { game: first, allow: ['x', 'y'] }), buildCampaign('b', { game: second, allow: ['y', 'z'] })],
      [],
      ['x', 'y', 'z'],
    ],
    [
      'takes allow lists in turn',
      [
        buildCampaign('a', { game: first, allow: ['a1', 'a2', 'a3'] }),
        buildCampaign('b', { game: second, allow: ['b1'] }),
      ],
      [],
      ['a1', 'b1', 'a2', 'a3'],
    ],
    [
      'begins with the more wanted game',
      [buildCampaign('a', { game: second, allow: ['a1'] }), buildCampaign('b', { game: first, allow: ['b1'] })],
      [],
      ['b1', 'a1'],
    ],
    [
      'begins with the campaign that ends first',
      [
        buildCampaign('a', { game: first, allow: ['a1'] }),
        buildCampaign('b', { game: first, allow: ['b1'], endsAt: noon + hourMs }),
      ],
      [],
      ['b1', 'a1'],
    ],
    [
      'includes what starts within the hour',
      [buildCampaign('a', { game: first, startsAt: noon + hourMs - 1 })],
      ['first'],
      [],
    ],
    ['leaves out what starts later', [buildCampaign('a', { game: first, startsAt: noon + hourMs })], [], []],
    ['leaves out what is closed', [buildCampaign('a', { game: first, linked: 'unlinked' })], [], []],
    ['leaves out unwanted games', [buildCampaign('a', { game: buildGame('Third', '3') })], [], []],
  ];
  for (const [name, campaigns, slugs, checks] of cases)
    it(name, () => assert.deepEqual(plan(campaigns), { slugs, checks }));

  it('has a maximum of checks, shared fairly', () => {
    const { checks } = plan([
      buildCampaign('long', { game: first, allow: numbered('long-', 1_000) }),
      buildCampaign('short', { game: second, allow: numbered('short-', 150) }),
    ]);
    assert.equal(checks.length, maxChecks);
    assert.equal(checks.filter((id) => id.startsWith('short-')).length, 150);
  });
});

it('the plan’s campaigns come first, whatever their games', () => {
  const campaigns = [
    buildCampaign('a', { game: first }),
    buildCampaign('b', { game: second }),
    buildCampaign('c', { game: first, allow: ['c1'] }),
    buildCampaign('d', { game: second, allow: ['d1'] }),
  ];
  const order = ['d', 'b', 'c'].map((id) => campaignId(id));
  const { directories, checks } = planChannelFetch(campaigns, [first.id, second.id], buildSettings(), noon, order);
  assert.deepEqual(
    directories.map(({ slug }) => slug),
    ['second', 'first'],
  );
  assert.deepEqual(
    checks.map(({ id }) => id),
    ['d1', 'c1'],
  );
});
