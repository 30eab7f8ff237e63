import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ForecastView } from '@dropwise/contract';
import { forecastWords } from './forecast-words.ts';
import { buildCampaign, buildDrop, buildForecast, noon } from './testing/build-views.ts';

const forecast = (changes: Partial<ForecastView>): ForecastView =>
  buildForecast(buildCampaign('c-1'), buildDrop('d-1'), changes);

describe('what becomes of a drop', () => {
  const cases: [string, Partial<ForecastView>, string][] = [
    ['with time to spare', { kind: 'onTrack', slackMinutes: 30 }, 'plan.forecast.onTrack'],
    ['without time to spare', { kind: 'onTrack', slackMinutes: 0 }, 'plan.forecast.onTrackTight'],
    ['with an end that is at risk', { kind: 'atRisk', chance: 0.5 }, 'plan.forecast.atRisk'],
    ['that waits for a stream', { kind: 'atRisk', finishesAt: null, chance: 0.5 }, 'plan.forecast.waits'],
    ['after the days that are planned', { kind: 'later', finishesAt: null }, 'plan.forecast.later'],
    ['given up for others', { kind: 'givenUp', forCampaignNames: ['A'] }, 'plan.forecast.givenUp'],
    ['given up for what may come', { kind: 'givenUp' }, 'plan.forecast.keptFree'],
    ['that is not wanted', { kind: 'impossible', wish: 'never' }, 'plan.forecast.never'],
  ];
  for (const [what, changes, key] of cases) {
    it(`is said of one ${what}`, () => {
      const words = forecastWords(forecast(changes), null);
      assert.equal(words.kind === 'message' ? words.key : words.kind, key);
    });
  }
  it('keeps the instant, the time to spare and the chance apart', () => {
    const words = forecastWords(forecast({ kind: 'atRisk', finishesAt: noon, slackMinutes: 7, chance: 0.4 }), null);
    assert.deepEqual(words, {
      kind: 'message',
      key: 'plan.forecast.atRisk',
      at: noon,
      spareMinutes: 7,
      chance: 0.4,
      names: [],
    });
  });
});

describe('why a drop is impossible', () => {
  const reason = (code: string) => ({ code, sentence: 'S.', value: null, link: null });

  it('is said by the drop’s own reason', () => {
    const words = forecastWords(forecast({ kind: 'impossible' }), reason('not-linked'));
    assert.deepEqual(words, { kind: 'whyNot', whyNot: reason('not-linked') });
  });
  it('is never said by a reason that is only of the moment', () => {
    const impossible = forecast({ kind: 'impossible', sentence: 'Too late.' });
    assert.deepEqual(forecastWords(impossible, reason('lower-priority')), { kind: 'asSaid', sentence: 'Too late.' });
    const whyNot = { ...reason('too-late'), value: '12' };
    assert.deepEqual(forecastWords({ ...impossible, whyNot }, reason('lower-priority')), { kind: 'whyNot', whyNot });
  });
});
