import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createMinerState, defaultSettings, miningSettingsOf } from '@dropwise/core';
import { userId } from '@dropwise/kit';
import { createLoop } from './loop.ts';

test('what a step tells is heard before what it asks for begins, and the new state after both', () => {
  const heard: string[] = [];
  const loop = createLoop({
    clock: { now: () => 1_000, after: () => ({ cancel() {} }), deadline: () => ({ cancel() {} }) },
    initial: createMinerState(miningSettingsOf(defaultSettings())),
    carryOut: ({ kind }) => heard.push(`effect ${kind}`),
    onFact: ({ kind }) => heard.push(`fact ${kind}`),
    onBroken: (_input, error) => assert.fail(String(error)),
    onState: ({ account }) => heard.push(`state ${account.kind}`),
  });
  loop.post({ kind: 'signedIn', userId: userId('1'), login: 'viewer' });
  const at = (name: string): number => heard.indexOf(name);
  assert.ok(at('fact signedIn') >= 0 && at('fact signedIn') < at('effect stopTimer'));
  assert.ok(at('effect fetchInventory') > 0);
  assert.equal(heard.at(-1), 'state signedIn');
  heard.length = 0;
  loop.post({ kind: 'topicAccepted', topic: 'nobody.asked' });
  assert.deepEqual(heard, [], 'an input that changes nothing is no news');
});
