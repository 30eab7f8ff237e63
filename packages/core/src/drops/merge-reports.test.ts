import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { campaignId } from '@dropwise/kit';
import type { Campaign } from './campaign.ts';
import { mergeReports } from './merge-reports.ts';
import type { CampaignReport } from './report.ts';
import {
  allowed,
  buildCampaign,
  buildDrop,
  buildDropReport,
  buildGame,
  buildReport,
  endOfAll,
  noon,
  startOfAll,
} from './testing/build.ts';

function merged(known: Campaign | null, ...reports: readonly CampaignReport[]): Campaign {
  const result = mergeReports(known, reports, {}, noon);
  if (!result.ok) assert.fail(result.failure.problem);
  return result.value;
}

function problemOf(...reports: readonly CampaignReport[]): string {
  const result = mergeReports(null, reports, {}, noon);
  assert.ok(!result.ok, 'expected the merge to fail');
  assert.equal(result.failure.id, 'campaign-a');
  return result.failure.problem;
}

const inventory = buildReport({ name: 'From inventory' });
const details = buildReport({ source: 'details', name: 'From details' });
const dashboard = buildReport({ source: 'dashboard', name: 'From dashboard', drops: undefined, allowList: undefined });
const available = buildReport({
  source: 'available-drops',
  name: 'From available',
  linked: undefined,
  allowList: undefined,
});
const catalogue = buildReport({ source: 'catalogue', name: 'From catalogue', linked: undefined });

describe('merging the sources of a campaign', () => {
  const cases: [string, readonly CampaignReport[], string][] = [
    ['trusts the inventory most', [catalogue, dashboard, inventory, details], 'From inventory'],
    ['then the details', [catalogue, dashboard, details], 'From details'],
    ['then the dashboard', [available, dashboard, catalogue], 'From dashboard'],
    ['then what channels name', [catalogue, available], 'From available'],
    ['and the catalogue least', [catalogue], 'From catalogue'],
  ];
  for (const [name, reports, expected] of cases) it(name, () => assert.equal(merged(null, ...reports).name, expected));

  it('takes a field from a lesser source when the better ones do not carry it', () => {
    const campaign = merged(null, inventory, { ...dashboard, imageUrl: 'https://image.test' });
    assert.equal(campaign.imageUrl, 'https://image.test');
  });
  it('takes “none” from a source that carries the field', () => {
    const campaign = merged(null, { ...inventory, linkUrl: null }, { ...details, linkUrl: 'https://link.test' });
    assert.equal(campaign.linkUrl, null);
  });
  it('replaces the drops as a whole', () => {
    const two = { ...details, drops: [buildDropReport('one'), buildDropReport('two')] };
    assert.deepEqual(
      merged(null, two, { ...inventory, drops: [buildDropReport('one')] }).drops.map((drop) => drop.id),
      ['one'],
    );
  });
  it('names every source that ever showed it, most trusted first', () => {
    const known = buildCampaign('campaign-a', { sources: ['catalogue'] });
    assert.deepEqual(merged(known, dashboard, inventory).sources, ['inventory', 'dashboard', 'catalogue']);
  });
  it('reads an empty allow list as none', () =>
    assert.equal(merged(null, { ...details, allowList: [] }).allowList, null));
  it('names a channel that is allowed twice once', () => {
    const campaign = merged(null, { ...details, allowList: [allowed('1'), allowed('2'), allowed('1')] });
    assert.deepEqual(
      campaign.allowList?.map((channel) => channel.id),
      ['1', '2'],
    );
  });
  it('takes box art and the spelled-out slug from whoever has them', () => {
    const plain = buildGame('Sample: Game!');
    const computed = { ...plain, slug: 'sample-game' };
    const spelled = { ...plain, slug: 'sample-game-1' };
    const pictured = { ...computed, boxArtUrl: 'https://box.test' };
    const { game } = merged(
      null,
      { ...inventory, game: computed },
      { ...details, game: spelled },
      { ...dashboard, game: pictured },
    );
    assert.deepEqual([game.slug, game.boxArtUrl], ['sample-game-1', 'https://box.test']);
  });
  it('takes nothing from another game', () => {
    const other = { ...buildGame('Other', '7'), boxArtUrl: 'https://box.test', slug: 'other-1' };
    assert.deepEqual(merged(null, inventory, { ...dashboard, game: other }).game, inventory.game);
  });
  it('finds the game where a better source left it out', () => {
    assert.deepEqual(merged(null, { ...inventory, game: null }, details).game, details.game);
  });
});

describe('what is known of a campaign', () => {
  const known = buildCampaign('campaign-a', {
    name: 'Known',
    drops: [buildDrop('one'), buildDrop('two', { after: ['one'] })],
  });

  it('stands in for fields that nobody carries', () => {
    const campaign = merged(buildCampaign('campaign-a', { imageUrl: 'https://old.test', allow: ['5'] }), dashboard);
    assert.equal(campaign.imageUrl, 'https://old.test');
    assert.deepEqual(campaign.allowList, [allowed('5')]);
  });
  it('keeps its drops when only the dashboard shows it', () => {
    assert.deepEqual(merged(known, dashboard).drops, known.drops);
  });
  it('gives way to a fresh word of Twitch’s lists', () =>
    assert.equal(merged(known, dashboard).name, 'From dashboard'));
  it('does not give way to a source that is trusted less', () => {
    const campaign = merged(known, { ...catalogue, endsAt: endOfAll + 1 }, available);
    assert.deepEqual([campaign.name, campaign.endsAt], ['Known', endOfAll]);
    assert.deepEqual(
      campaign.drops.map((drop) => drop.id),
      ['one', 'two'],
    );
  });
  it('gives way to a fresh word of the same source', () => {
    const before = buildCampaign('campaign-a', { name: 'Known', sources: ['catalogue'] });
    assert.equal(merged(before, catalogue).name, 'From catalogue');
  });
  it('is enough by itself', () => assert.deepEqual(merged(known), known));
  it('keeps preconditions that a channel’s list does not name', () => {
    const before = { ...known, sources: ['catalogue' as const] };
    const fresh = { ...available, drops: [buildDropReport('one'), buildDropReport('two', { name: 'Fresh' })] };
    const two = merged(before, fresh).drops[1];
    assert.deepEqual([two?.name, two?.preconditionIds], ['Fresh', ['one']]);
  });
});

describe('whether the account is linked', () => {
  const credited = buildReport({
    linked: undefined,
    drops: [buildDropReport('drop-a', { self: { minutes: 1, claimed: false, instanceId: null } })],
  });
  const cases: [string, Campaign['linked'] | null, readonly CampaignReport[], Campaign['linked']][] = [
    [
      'is what the inventory says',
      'unknown',
      [
        { ...inventory, linked: false },
        { ...details, linked: true },
      ],
      'unlinked',
    ],
    [
      'is what the details say when the inventory does not',
      null,
      [
        { ...inventory, linked: undefined },
        { ...details, linked: false },
      ],
      'unlinked',
    ],
    [
      'is what the dashboard says when nobody else does',
      null,
      [
        { ...details, linked: undefined },
        { ...dashboard, linked: true },
      ],
      'linked',
    ],
    ['may change', 'unlinked', [dashboard], 'linked'],
    ['is not known from the catalogue', null, [catalogue], 'unknown'],
    ['is known where past awards tell it', null, [{ ...catalogue, linked: true }], 'linked'],
    ['is not known from a channel', null, [available], 'unknown'],
    ['stays as it was known', 'linked', [available], 'linked'],
    ['stays unlinked as it was known', 'unlinked', [catalogue], 'unlinked'],
    ['is proved by a credited minute', 'unknown', [credited], 'linked'],
    ['is not proved by a campaign without minutes', null, [{ ...inventory, linked: undefined }], 'unknown'],
    ['is what Twitch says whatever was credited', null, [{ ...credited, linked: false }], 'unlinked'],
  ];
  for (const [name, before, reports, expected] of cases) {
    it(name, () => {
      const known = before === null ? null : buildCampaign('campaign-a', { linked: before });
      assert.equal(merged(known, ...reports).linked, expected);
    });
  }
});

describe('a campaign is set aside', () => {
  const dropWith = (change: Parameters<typeof buildDropReport>[1]): CampaignReport => ({
    ...inventory,
    drops: [buildDropReport('drop-a', change)],
  });
  const cases: [string, CampaignReport, RegExp][] = [
    ['without a game', { ...inventory, game: null }, /names no game/],
    ['without drops', { ...inventory, drops: [] }, /has no drops/],
    ['while its drops are not told', dashboard, /no source has told its drops yet/],
    [
      'when it ends before it starts',
      { ...inventory, endsAt: startOfAll - 1 },
      /ends \(2026-08-09T11:59:59.999Z\) before it starts/,
    ],
    ['when it ends as it starts', { ...inventory, endsAt: startOfAll }, /before it starts/],
    ['without a readable date', { ...inventory, endsAt: Number.NaN }, /no readable dates/],
    [
      'when a drop ends before it starts',
      dropWith({ endsAt: startOfAll - 1 }),
      /drop “Drop drop-a” ends .* before it starts/,
    ],
    ['with a date beyond the calendar', dropWith({ endsAt: Infinity }), /no readable dates/],
    [
      'with a foreign precondition',
      dropWith({ preconditionIds: [buildDrop('far').id] }),
      /precondition \(far\) that is no drop/,
    ],
    [
      'with a drop that needs itself',
      dropWith({ preconditionIds: [buildDrop('drop-a').id] }),
      /is its own precondition/,
    ],
    ['with fewer than no minutes', dropWith({ requiredMinutes: -1 }), /requires -1 minutes; expected a whole number/],
    ['with half a minute', dropWith({ requiredMinutes: 0.5 }), /requires 0.5 minutes/],
    ['with an absurd number of minutes', dropWith({ requiredMinutes: 1e9 }), /requires 1000000000 minutes/],
    ['with no number of minutes', dropWith({ requiredMinutes: Number.NaN }), /requires NaN minutes/],
    ['with fewer than no subscriptions', dropWith({ requiredSubs: -1 }), /requires -1 subscriptions/],
    ['with the same drop twice', { ...inventory, drops: [buildDropReport(), buildDropReport()] }, /same drop twice/],
    [
      'with too many drops',
      { ...inventory, drops: Array.from({ length: 201 }, (_, index) => buildDropReport(`d${index}`)) },
      /has 201 drops/,
    ],
  ];
  for (const [name, report, expected] of cases) it(name, () => assert.match(problemOf(report), expected));

  it('with a circle of preconditions', () => {
    const drops = [
      buildDropReport('one', { preconditionIds: [buildDrop('two').id] }),
      buildDropReport('two', { preconditionIds: [buildDrop('one').id] }),
    ];
    assert.match(problemOf({ ...inventory, drops }), /is its own precondition/);
  });
  it('by its name', () => assert.match(problemOf({ ...inventory, drops: [] }), /“From inventory”/));
});

it('merging nothing with nothing is a mistake of the caller', () => {
  assert.throws(() => mergeReports(null, [], {}, noon), RangeError);
});

it('a merged campaign keeps its id', () => assert.equal(merged(null, inventory).id, campaignId('campaign-a')));
