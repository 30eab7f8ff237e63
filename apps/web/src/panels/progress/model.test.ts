import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ProgressView } from '@dropwise/contract';
import { buildCampaign, buildDrop } from '../../shared/testing/build-views.ts';
import { besides, campaignAddress, isEarned } from './model.ts';

const progress: ProgressView = {
  dropId: 'a',
  dropName: 'A',
  campaignId: 'week/1',
  campaignName: 'Week',
  gameName: 'Lanterns',
  imageUrl: null,
  requiredMinutes: 60,
  confirmedMinutes: 59,
  estimatedMinutes: 3,
  confirmedAt: null,
  finishesAt: null,
};

test('only confirmed minutes earn a drop', () => {
  assert.equal(isEarned(progress), false);
  assert.equal(isEarned({ ...progress, confirmedMinutes: 60 }), true);
  assert.equal(isEarned({ ...progress, confirmedMinutes: null, estimatedMinutes: 99 }), false);
  assert.equal(isEarned({ ...progress, requiredMinutes: 0, confirmedMinutes: 0 }), false);
});

test('an id is no path', () => {
  assert.equal(campaignAddress(progress), 'campaigns/week%2F1');
  assert.equal(campaignAddress({ ...progress, campaignId: null }), null);
});

test('drops that the same minutes count for are named, the nearest first', () => {
  const mining = { code: 'mining', sentence: '', value: null, link: null };
  const campaign = buildCampaign('week', {
    drops: [
      buildDrop('a', { whyNot: mining }),
      buildDrop('b', { whyNot: mining, requiredMinutes: 180 }),
      buildDrop('c', { whyNot: mining, requiredMinutes: 120, confirmedMinutes: 30 }),
      buildDrop('d', { whyNot: { ...mining, code: 'precondition-open' } }),
    ],
  });
  assert.deepEqual(
    besides(campaign, 'a').map(({ id }) => id),
    ['c', 'b'],
  );
  assert.deepEqual(besides(null, 'a'), []);
});
