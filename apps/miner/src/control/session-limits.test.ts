import assert from 'node:assert/strict';
import { test } from 'node:test';
import { clientChoices } from '@dropwise/core';
import { startVirtualMiner } from '../testing/virtual-miner.ts';
import { describeSession } from './session-facts.ts';
import { sessionLimits } from './session-limits.ts';

for (const client of clientChoices) {
  test(`a login with ${client} is told that claims may need a person`, () => {
    for (const catalogue of ['unknown', 'complete', 'partial', 'null'] as const) {
      const limits = sessionLimits(client, catalogue).map(({ sentence }) => sentence);
      assert.ok(limits.some((each) => each.includes('own page')));
      assert.equal(
        limits.some((each) => each.includes('list of all campaigns')),
        catalogue !== 'complete',
      );
    }
  });
}

test('what is told of a login follows it from its begin over its validation to its end', async () => {
  await using virtual = await startVirtualMiner({ approve: false });
  await virtual.waitFor('deviceCodeIssued');
  const before = describeSession(virtual.miner);
  assert.equal(before.cookiesValid, false);
  assert.equal(before.lastValidatedAt, null);
  virtual.sim.approve(virtual.factsOf('deviceCodeIssued')[0]?.userCode ?? '');
  await virtual.waitFor('minuteConfirmed');
  const during = describeSession(virtual.miner);
  assert.equal(during.clientName, 'tv');
  assert.equal(during.cookiesValid, true);
  assert.ok(during.expiresAt !== null && during.expiresAt > virtual.clock.now());
  assert.doesNotMatch(during.limits.join(), /list of all campaigns/);
  const token = virtual.miner.twitch.account.session?.token.reveal() ?? '';
  assert.ok(virtual.sim.world.signIn.findToken(token));
  assert.ok(token.length > 10 && !JSON.stringify(during).includes(token));
  virtual.miner.post({ kind: 'signOutRequested' });
  await virtual.waitFor('deviceCodeIssued');
  assert.deepEqual(describeSession(virtual.miner), { ...before, limits: during.limits, limitsSaid: during.limitsSaid });
  assert.equal(virtual.sim.world.signIn.findToken(token), undefined, 'Twitch has it back');
});
