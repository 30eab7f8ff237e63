import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ForecastView, PlanPreviewView } from '@dropwise/contract';
import { buildCampaign, buildDrop, buildForecast, buildPlan, hourMs, noon } from '../../shared/testing/build-views.ts';
import { effectsOf } from './effects.ts';

const campaign = buildCampaign('c');

function previewOf(...drops: [Partial<ForecastView>, Partial<ForecastView>][]): PlanPreviewView {
  const forecasts = drops.map(([before, after], index) => {
    const drop = buildDrop(`d-${index}`);
    return [buildForecast(campaign, drop, before), buildForecast(campaign, drop, after)] as const;
  });
  return {
    before: buildPlan({ forecasts: forecasts.map(([before]) => before) }),
    after: buildPlan({ forecasts: forecasts.map(([, after]) => after) }),
    changes: forecasts.map(([before, after]) => ({
      dropId: before.dropId,
      dropName: before.dropName,
      campaignName: before.campaignName,
      game: before.game,
      from: before.kind,
      to: after.kind,
      sentence: '',
    })),
  };
}

describe('what other wishes change', () => {
  it('is told with what is lost first', () => {
    const effects = effectsOf(
      previewOf(
        [{ finishesAt: noon }, { finishesAt: noon + hourMs }],
        [{ kind: 'givenUp', finishesAt: null }, {}],
        [{}, { kind: 'givenUp', finishesAt: null, forCampaignNames: ['Other'] }],
        [{}, { kind: 'atRisk' }],
        [{ kind: 'atRisk' }, {}],
        [{ finishesAt: noon + hourMs }, { finishesAt: noon }],
      ),
    );
    assert.deepEqual(
      effects.map(({ kind, dropId }) => [kind, dropId]),
      [
        ['lost', 'd-2'],
        ['gained', 'd-1'],
        ['riskier', 'd-3'],
        ['safer', 'd-4'],
        ['later', 'd-0'],
        ['earlier', 'd-5'],
      ],
    );
    assert.deepEqual(effects[0]?.forNames, ['Other']);
    assert.deepEqual(
      effects.slice(-2).map(({ byMs }) => byMs),
      [hourMs, hourMs],
    );
  });
  it('is a loss also where the later plan does not mention the drop at all', () => {
    const preview = previewOf([{}, { kind: 'impossible', finishesAt: null }]);
    const [effect] = effectsOf({ ...preview, after: buildPlan() });
    assert.deepEqual([effect?.kind, effect?.finishesAt, effect?.forNames], ['lost', null, []]);
  });
});
