import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hour, minute, startVirtualMiner } from './testing/virtual-miner.ts';

for (const path of ['/gql', '/track']) {
  test(`a bug of ours in what goes to ${path} is told, holds nothing up, and is survived`, async () => {
    let broken = false;
    await using virtual = await startVirtualMiner({
      scenario: 'evening',
      wrapHttp: (http) => ({
        send: (request, signal) =>
          broken && request.url.includes(path) ? Promise.reject(new TypeError('a bug')) : http.send(request, signal),
      }),
    });
    await virtual.waitFor('minuteConfirmed');
    const before = virtual.miner.state.totals.confirmedMinutes;
    broken = true;
    virtual.miner.post({ kind: 'reloadRequested' });
    await virtual.clock.advance(20 * minute);
    assert.ok(virtual.factsOf('inputRejected').length > 0, 'nobody was told');
    assert.ok(
      ['watching', 'idle'].includes(virtual.miner.state.phase.kind),
      `stuck in ${virtual.miner.state.phase.kind}`,
    );
    assert.ok(virtual.miner.state.totals.confirmedMinutes >= before);
    broken = false;
    await virtual.clock.advance(5 * hour);
    assert.equal(new Set(virtual.factsOf('dropClaimed').map(({ dropId }) => dropId)).size, 11);
  });
}

test('an input that breaks the step is dropped and told, and the next one is handled', async () => {
  await using virtual = await startVirtualMiner({ scenario: 'evening' });
  await virtual.waitFor('channelChosen');
  // What a parser of ours could let through by mistake.
  virtual.miner.post({ kind: 'inventoryArrived' } as never);
  virtual.miner.post({ kind: 'noSuchInput' } as never);
  assert.ok(virtual.factsOf('inputRejected').some(({ input }) => input === 'noSuchInput'));
  await virtual.waitFor('dropClaimed', ({ by }) => by === 'claim');
});
