import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { setUp, type TestSetup } from '../testing/setup.ts';
import { spadeEvents } from '../testing/test-client.ts';

const query = 'mutation SendEvents($input: SendSpadeEventsInput!) { sendSpadeEvents(input: $input) { statusCode } }';

async function send({ client }: TestSetup, json: string): Promise<unknown> {
  const data = gzipSync(json).toString('base64');
  const body = JSON.stringify({ query, variables: { input: { data, repository: 'twilight', encoding: 'GZIP_B64' } } });
  return JSON.parse((await client.post('https://gql.twitch.tv/gql', body)).body).data;
}

test('the mutation is acknowledged though it does not count', async () => {
  const setup = setUp();
  assert.deepEqual(await send(setup, spadeEvents(setup.sim, 'sample_harbor')), {
    sendSpadeEvents: { statusCode: 204 },
  });
  assert.equal(setup.sim.counters().watch.transportDoesNotCount, 1);
});

test('the mutation counts where the world says so', async () => {
  const setup = setUp();
  setup.sim.faults.set({ kind: 'watchCredit', transports: ['gql'] });
  await send(setup, spadeEvents(setup.sim, 'sample_harbor'));
  assert.equal(setup.sim.counters().watch.credited, 1);
});

test('an event that cannot be read is answered 400', async () => {
  assert.deepEqual(await send(setUp(), 'no json'), { sendSpadeEvents: { statusCode: 400 } });
});
