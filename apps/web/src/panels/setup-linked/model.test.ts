import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildCampaign, noon } from '../../shared/testing/build-views.ts';
import { accountsOf, accountsThat } from './model.ts';

function of(...campaigns: readonly ReturnType<typeof buildCampaign>[]) {
  return accountsOf(Object.fromEntries(campaigns.map((campaign) => [campaign.id, campaign])));
}

test('each game is there once, and what is over is not', () => {
  const accounts = of(
    buildCampaign('a', { game: 'Ferry', linked: 'linked' }),
    buildCampaign('b', { game: 'Ferry', linked: 'linked' }),
    buildCampaign('c', { game: 'Old', state: 'expired' }),
  );
  assert.deepEqual(
    accounts.map(({ game, campaignCount }) => [game, campaignCount]),
    [['Ferry', 2]],
  );
});

test('one campaign that needs a link makes the game unlinked, with that link', () => {
  const linked = buildCampaign('a', { linked: 'linked', linkUrl: 'https://one.test' });
  const unlinked = buildCampaign('b', { linked: 'unlinked', linkUrl: 'https://two.test', endsAt: noon + 99_000_000 });
  for (const accounts of [of(linked, unlinked), of({ ...unlinked, endsAt: 0 }, linked)]) {
    assert.deepEqual([accounts[0]?.linked, accounts[0]?.linkUrl], ['unlinked', 'https://two.test']);
  }
});

test('running campaigns come before those to come, and the sooner end first', () => {
  const accounts = of(
    buildCampaign('a', { game: 'Later', state: 'upcoming', endsAt: 1 }),
    buildCampaign('b', { game: 'Long', endsAt: 9 }),
    buildCampaign('c', { game: 'Short', endsAt: 2, linked: 'unknown' }),
  );
  assert.deepEqual(
    accounts.map(({ game }) => game),
    ['Short', 'Long', 'Later'],
  );
  assert.deepEqual(
    accountsThat(accounts, 'unknown').map(({ game }) => game),
    ['Short'],
  );
});
