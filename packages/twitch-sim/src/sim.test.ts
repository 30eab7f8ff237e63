import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setUp, watchFor } from './testing/setup.ts';

test('a viewer who watches by spade earns, is told, and claims', async () => {
  const setup = setUp();
  const { sim, clock, client } = setup;
  const socket = client.listen(['user-drop-events.12345678']);
  await clock.advance(1);
  await watchFor(setup, 'sample_harbor', 4);
  const events = socket.messages('user-drop-events');
  assert.deepEqual(
    events.slice(0, 4).map(({ type }) => type),
    ['drop-progress', 'drop-progress', 'drop-progress', 'drop-claim'],
  );
  const { drop_instance_id: dropInstanceID } = (events[3] ?? assert.fail('no drop-claim')).data as {
    drop_instance_id: string;
  };
  assert.equal(dropInstanceID, '12345678#5a000000-0000-4000-8000-000000000001#5ad00000-0000-4000-8000-000000000001');
  const claimed = await client.gql('DropsPage_ClaimDropRewards', { input: { dropInstanceID } });
  assert.deepEqual(claimed.data, {
    claimDropRewards: {
      status: 'ELIGIBLE_FOR_ALL',
      isUserAccountConnected: true,
      __typename: 'ClaimDropRewardsPayload',
    },
  });
  assert.equal(sim.counters().claims.claimed, 1);
  sim.assertReceived({ route: 'track', status: 204 }, { times: 4 });
});
