import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { setUp } from '../testing/setup.ts';
import { spadeEvents } from '../testing/test-client.ts';

const url = 'https://spade.twitch.tv/track';

test('an event is taken with an empty 204, whatever host names it', async () => {
  const { sim, client } = setUp();
  const response = await client.watch('sample_harbor');
  assert.deepEqual([response.status, response.body], [204, '']);
  assert.deepEqual(sim.counters().watch, { credited: 1, 'by spade': 1 });
});

test('a bare base64 body is taken, as one app sends it', async () => {
  const { sim, client } = setUp();
  const body = Buffer.from(spadeEvents(sim, 'sample_harbor')).toString('base64');
  assert.equal(
    (await client.post('https://trowel.twitch.tv/track', body, { 'Content-Type': 'text/plain' })).status,
    204,
  );
  assert.equal(sim.counters().watch.credited, 1);
});

test('an event of somebody else is taken and brings nothing', async () => {
  const { sim, client } = setUp();
  assert.equal((await client.watch('sample_harbor', { user_id: 1 })).status, 204);
  assert.equal(sim.counters().watch.notThisAccount, 1);
});

describe('an event that cannot be read is answered 400', () => {
  const base64 = (text: string) => `data=${encodeURIComponent(Buffer.from(text).toString('base64'))}`;
  for (const body of [
    '',
    'data=',
    'data=***',
    base64('no json'),
    base64('{}'),
    base64('[]'),
    base64(JSON.stringify(Array(21).fill({}))),
  ]) {
    test(JSON.stringify(body.slice(0, 30)), async () => {
      const { sim, client } = setUp();
      assert.equal((await client.post(url, body, {})).status, 400);
      assert.equal(sim.counters().refusals['track: unreadable event'], 1);
    });
  }
});
