import assert from 'node:assert/strict';
import { it } from 'node:test';
import { buildCampaign, buildDrop, buildForecast, buildPlan, hourMs, noon } from '../../shared/testing/build-views.ts';
import { givenUpOf } from './given-up.ts';

it('what is given up is named by its end, with what its time goes to, and nothing else is among it', () => {
  const late = buildCampaign('late', { endsAt: noon + 9 * hourMs });
  const soon = buildCampaign('soon', { endsAt: noon + hourMs });
  const forecasts = [
    buildForecast(late, buildDrop('1'), { kind: 'givenUp', forCampaignNames: ['X'] }),
    buildForecast(late, buildDrop('2')),
    buildForecast(soon, buildDrop('3'), { kind: 'givenUp' }),
  ];
  const found = givenUpOf(buildPlan({ forecasts }));
  assert.deepEqual(
    found.map(({ campaignId, dropName, forNames }) => [campaignId, dropName, forNames]),
    [
      ['soon', 'Drop 3', []],
      ['late', 'Drop 1', ['X']],
    ],
  );
});
