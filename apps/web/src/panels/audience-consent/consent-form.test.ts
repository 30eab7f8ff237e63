import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type ConsentForm, readConsent, usualConsent } from './consent-form.ts';

const now = Date.UTC(2026, 2, 2, 12);
const form = (changes: Partial<ConsentForm> = {}): ConsentForm => ({ ...usualConsent(now), ...changes });

describe('what a host is asked to allow', () => {
  it('is little in the beginning, and for a month', () =>
    assert.deepEqual(readConsent(form(), now), {
      body: { maxViewers: 100, maxMbps: 100, paths: ['/live/'], notAfter: '2026-04-01T23:59:59Z' },
      wrong: [],
    }));

  it('holds to the end of the day that was chosen', () =>
    assert.deepEqual(readConsent(form({ day: '2026-03-02' }), now).wrong, []));

  for (const [changes, wrong] of [
    [{ maxViewers: '0' }, 'maxViewers'],
    [{ maxViewers: '1.5' }, 'maxViewers'],
    [{ maxMbps: '' }, 'maxMbps'],
    [{ paths: ' ' }, 'paths'],
    [{ paths: '/live/ vod/' }, 'paths'],
    [{ day: '2026-03-01' }, 'day'],
    [{ day: '' }, 'day'],
  ] as const)
    it(`is not written with ${JSON.stringify(changes)}`, () =>
      assert.deepEqual(readConsent(form(changes), now).wrong, [wrong]));
});
