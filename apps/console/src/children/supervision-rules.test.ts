import assert from 'node:assert/strict';
import { test } from 'node:test';
import { defaultRestartPolicy } from '@dropwise/core/supervision';
import { supervisionRules } from './supervision-rules.ts';
import { define } from './testing/test-fleet.ts';

test('a child that asks for nothing is restarted as all of its fleet are', () => {
  assert.equal(supervisionRules(define(['x']), defaultRestartPolicy).policy, defaultRestartPolicy);
});

test('a child is restarted as its definition says, and as all others where it says nothing', () => {
  const restart = { firstDelayMs: 20, maxDelayMs: 40, maxQuickDeaths: 500 };
  assert.deepEqual(supervisionRules(define(['x'], { restart }), defaultRestartPolicy).policy, {
    ...defaultRestartPolicy,
    backoff: { ...defaultRestartPolicy.backoff, firstMs: 20, capMs: 40 },
    maxQuickDeaths: 500,
  });
});
