import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Forecast } from '@dropwise/core';
import { forecastSentence } from './forecast-sentence.ts';

const sentences: readonly (readonly [Forecast, readonly string[], string])[] = [
  [{ kind: 'onTrack', finishesAt: 1, slackMinutes: 200 }, [], 'On track, with 3 h 20 min to spare.'],
  [{ kind: 'onTrack', finishesAt: 1, slackMinutes: 0 }, [], 'On track, with no time to spare.'],
  [
    { kind: 'atRisk', finishesAt: 1, slackMinutes: 12, chance: 0.636 },
    [],
    'At risk, with 12 min to spare: 64 % likely.',
  ],
  [
    { kind: 'atRisk', finishesAt: null, slackMinutes: 12, chance: 0.3 },
    [],
    'At risk: it waits for somebody to stream it, 30 % likely.',
  ],
  [{ kind: 'later', neededMinutes: 90 }, [], 'Finished after the time that is planned: 1 h 30 min are left then.'],
  [
    { kind: 'givenUp', forCampaignIds: [] },
    ['A', 'B', 'C'],
    'There is not time for everything. Its time goes to A, B and 1 more.',
  ],
  [
    { kind: 'givenUp', forCampaignIds: [] },
    [],
    'There is not time for everything. Its time goes to what is likely to come.',
  ],
  [
    { kind: 'impossible', why: 'too-late', missingMinutes: 61 },
    [],
    'Too little time is left: it lacks 1 h 1 min, even without a break.',
  ],
  [
    { kind: 'impossible', why: 'not-linked', missingMinutes: 0 },
    [],
    'Link your Lanterns account to Twitch to earn this.',
  ],
];
for (const [forecast, names, sentence] of sentences) {
  test(`${forecast.kind} is told as: ${sentence}`, () => {
    assert.equal(forecastSentence(forecast, 'Lanterns', names), sentence);
  });
}
