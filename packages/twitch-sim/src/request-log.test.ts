import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setUp } from './testing/setup.ts';

test('an expectation that fails points at the line that made it', async () => {
  const { sim, clock, client } = setUp();
  await client.gql('Inventory', {});
  const stackLine = (error: unknown) => (error instanceof Error ? error.stack?.split('\n')[1] : '') ?? '';
  assert.throws(
    () => sim.assertReceived({ operation: 'DropsPage_ClaimDropRewards' }),
    (error) =>
      /expected at least one request like .*ClaimDrop.*found 0 among 1 requests \(last: Inventory\)/.test(
        String(error),
      ) && /request-log\.test\.ts/.test(stackLine(error)),
  );
  const waited = sim.waitForRequest({ route: 'track' }, { timeoutMs: 5_000 }).catch((error: unknown) => error);
  await clock.advance(6_000);
  const error = await waited;
  assert.match(String(error), /expected a request like .*track.* within 5000 ms, found no request at all/);
  assert.match(stackLine(error), /request-log\.test\.ts/);
});

test('waiting is over with the request, and past requests count from `since` on', async () => {
  const { sim, client } = setUp();
  const since = sim.requests.nextSeq;
  const waiting = sim.waitForRequest({ operation: 'Inventory' });
  await client.gql('Inventory', {});
  assert.equal((await waiting).kind, 'http');
  assert.equal((await sim.waitForRequest({ operation: 'Inventory' }, { since })).seq, since);
});

test('a spec matches on all that it names', async () => {
  const { sim, client, clock } = setUp();
  await client.watch('sample_harbor');
  client.listen(['user-drop-events.12345678']);
  await clock.advance(1);
  sim.assertReceived({ route: 'track', method: 'POST', path: '/track', status: 204 }, { times: 1 });
  sim.assertReceived({ frame: 'LISTEN', topic: 'user-drop-events.12345678' }, { times: 1 });
  sim.assertReceived({ route: 'track', status: 400 }, { times: 0 });
  sim.assertReceived((record) => record.kind === 'http' && record.host === 'spade.twitch.tv');
});

test('the log keeps ten thousand, the counters keep all', async () => {
  const { sim, client } = setUp();
  for (let i = 0; i < 10_050; i++) await client.get('https://www.twitch.tv/');
  assert.equal(sim.requests.list().length, 10_000);
  assert.equal(sim.requests.droppedCount, 50);
  assert.equal(sim.counters().routes.landing, 10_050);
});
