import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Fact } from '@dropwise/core';
import { campaignId, dropId } from '@dropwise/kit';
import { narrate } from './narrate.ts';

const [harbour, quay] = [campaignId('harbour'), campaignId('quay')];
const made = { kind: 'planMade', onTrack: 12, atRisk: 0, givenUp: 0, impossible: 0, plannedMinutes: 3_000 } as const;
const given = {
  kind: 'dropGivenUp',
  dropId: dropId('hat'),
  dropName: 'Hat',
  campaignId: harbour,
  campaignName: 'Harbour',
  gameName: 'Ferry',
  wish: 'want',
} as const;

const cases: [string, Fact, string][] = [
  [
    'a plan with everything in it',
    {
      ...made,
      atRisk: 2,
      givenUp: 3,
      impossible: 1,
      nextCampaignId: quay,
      nextCampaignName: 'Quay',
      nextStartsAt: 0,
    },
    'Plan: 12 drops on track, 2 at risk, 3 given up, 1 impossible, 50 hours planned. Next: Quay.',
  ],
  [
    'a plan without worries',
    { ...made, onTrack: 1, plannedMinutes: 60, nextCampaignId: null, nextCampaignName: null, nextStartsAt: null },
    'Plan: 1 drop on track, 1 hour planned.',
  ],
  [
    'a switch',
    {
      kind: 'planSwitched',
      said: [],
      fromCampaignId: harbour,
      fromCampaignName: 'Harbour',
      toCampaignId: quay,
      toCampaignName: 'Quay',
      why: 'Harbour can no longer be finished.',
    },
    'Leaving Harbour for Quay: Harbour can no longer be finished.',
  ],
  [
    'a drop given up for others',
    { ...given, forCampaignNames: ['Quay', 'Mole'] },
    'Hat (Harbour) will not be earned as things stand: its time goes to Quay, Mole.',
  ],
  [
    'a drop given up for what may come',
    { ...given, forCampaignNames: [] },
    'Hat (Harbour) will not be earned as things stand: its time goes to what is likely to come.',
  ],
  ['a pause', { kind: 'becameIdle', why: 'idle-paused' }, 'Mining is paused, as your paused hours say. Claims go on.'],
];

for (const [name, fact, expected] of cases) {
  test(`${name} in words`, () => assert.equal(narrate(fact).text, expected));
}
