import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { setUp, watchFor } from '../testing/setup.ts';

const campaign = '5a000000-0000-4000-8000-000000000001';
const drop = '5ad00000-0000-4000-8000-000000000001';

describe('a claim', () => {
  const table = [
    {
      name: 'of a met drop succeeds',
      instanceId: `12345678#${campaign}#${drop}`,
      watched: 4,
      status: 'ELIGIBLE_FOR_ALL',
      counted: 'claimed',
    },
    {
      name: 'of a drop that is not met fails',
      instanceId: `12345678#${campaign}#${drop}`,
      watched: 1,
      status: 'INELIGIBLE',
      counted: 'notReady',
    },
    {
      name: 'of another user is refused',
      instanceId: `87654321#${campaign}#${drop}`,
      watched: 4,
      status: null,
      counted: 'foreign',
    },
    {
      name: 'of an unknown drop is refused',
      instanceId: `12345678#${campaign}#nothing`,
      watched: 4,
      status: null,
      counted: 'unknown',
    },
  ] as const;
  for (const { name, instanceId, watched, status, counted } of table) {
    test(name, async () => {
      const setup = setUp();
      await watchFor(setup, 'sample_harbor', watched);
      const { data } = await setup.client.gql('DropsPage_ClaimDropRewards', { input: { dropInstanceID: instanceId } });
      assert.equal((data as { claimDropRewards: { status: string } | null }).claimDropRewards?.status ?? null, status);
      assert.deepEqual(setup.sim.counters().claims, { [counted]: 1 });
    });
  }

  test('comes a second time as already claimed', async () => {
    const setup = setUp();
    await watchFor(setup, 'sample_harbor', 4);
    const input = { dropInstanceID: `12345678#${campaign}#${drop}` };
    await setup.client.gql('DropsPage_ClaimDropRewards', { input });
    const { data } = await setup.client.gql('DropsPage_ClaimDropRewards', { input });
    assert.equal(
      (data as { claimDropRewards: { status: string } }).claimDropRewards.status,
      'DROP_INSTANCE_ALREADY_CLAIMED',
    );
  });

  test('comes too late a day after the end', async () => {
    const setup = setUp();
    await watchFor(setup, 'sample_harbor', 4);
    await setup.clock.advance(4 * 24 * 3_600_000);
    const { data } = await setup.client.gql('DropsPage_ClaimDropRewards', {
      input: { dropInstanceID: `12345678#${campaign}#${drop}` },
    });
    assert.equal((data as { claimDropRewards: { status: string } }).claimDropRewards.status, 'INELIGIBLE');
  });
});
