import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { defaultProtocolData } from '@dropwise/twitch/definitions';
import { loadScenario } from '../scenarios/index.ts';
import { createSim, type Sim } from '../sim.ts';
import { setUp } from '../testing/setup.ts';
import { isLoopback } from './control.ts';

async function ask(
  sim: Sim,
  method: string,
  command: string,
  body?: unknown,
  remoteAddress: string | null = '127.0.0.1',
) {
  const text = body === undefined ? '' : typeof body === 'string' ? body : JSON.stringify(body);
  const request = {
    method,
    scheme: 'http:',
    host: 'sim.test',
    path: `/_sim/${command}`,
    query: new URLSearchParams(),
    headers: {},
    body: text,
    remoteAddress,
  };
  const { reply } = await sim.handle(request);
  assert.equal(reply.kind, 'answer');
  return reply.kind === 'answer' ? { status: reply.status, body: JSON.parse(String(reply.body)) } : assert.fail();
}

test('state shows the world, the clock and what was counted', async () => {
  const { sim, client } = setUp();
  await client.watch('sample_harbor');
  sim.faults.set({ kind: 'slow', target: 'gql' });
  await client.post(
    'https://id.twitch.tv/oauth2/device',
    `client_id=${defaultProtocolData.clients.tv.clientId}&scopes=`,
    {},
  );
  const { status, body } = await ask(sim, 'GET', 'state');
  assert.equal(status, 200);
  assert.equal(body.now, sim.clock.now());
  assert.equal(body.account.userId, '12345678');
  assert.deepEqual(
    body.campaigns.map(({ drops }: { drops: object[] }) => drops.length),
    [2, 1, 3],
  );
  assert.equal(body.campaigns[0].drops[0].grantedMinutes, 1);
  assert.equal(body.channels.filter(({ live }: { live: boolean }) => live).length, 4);
  assert.match(body.deviceCodes[0].userCode, /^[A-Z]{8}$/);
  assert.equal(body.watch.last.verdict, 'credited');
  assert.deepEqual(
    body.faults.map(({ fault }: { fault: object }) => fault),
    [{ kind: 'slow', target: 'gql' }],
  );
  assert.equal(body.counters.watch.credited, 1);
});

test('a code is approved or denied once', async () => {
  const { sim, client } = setUp();
  await client.post(
    'https://id.twitch.tv/oauth2/device',
    `client_id=${defaultProtocolData.clients.tv.clientId}&scopes=`,
    {},
  );
  const userCode = sim.world.signIn.waiting()[0]?.userCode;
  assert.deepEqual(await ask(sim, 'POST', 'approve', { userCode }), {
    status: 200,
    body: { userCode, state: 'approved' },
  });
  assert.equal((await ask(sim, 'POST', 'deny', { userCode })).status, 404);
});

test('a drop is claimed as by its owner, once it is earned, and once', async () => {
  const { sim } = setUp();
  const [campaign] = sim.world.campaigns.all;
  const drop = campaign?.drops[0] ?? assert.fail('the scenario has drops');
  const dropId = drop.definition.id;
  const outcomeOf = async (body: object) => {
    const { status, body: answer } = await ask(sim, 'POST', 'claim', body);
    return [status, answer.outcome ?? answer.error.code];
  };
  assert.deepEqual(await outcomeOf({ dropId }), [409, 'notReady']);
  assert.deepEqual(await outcomeOf({ dropId: 'nobody’s' }), [409, 'unknown']);
  assert.deepEqual(await outcomeOf({}), [400, 'badBody']);
  drop.readyAt = sim.clock.now();
  assert.deepEqual(await outcomeOf({ dropId }), [200, 'claimed']);
  assert.deepEqual(await outcomeOf({ dropId }), [409, 'alreadyClaimed']);
});

test('time is advanced by hand only where it stands still', async () => {
  const { sim, clock } = setUp();
  const before = clock.now();
  assert.deepEqual(await ask(sim, 'POST', 'advance', { minutes: 1.5 }), {
    status: 200,
    body: { now: before + 90_000 },
  });
  const scenario = loadScenario('sample', 1);
  const standing = { now: () => scenario.startAt, after: () => ({ cancel() {} }), deadline: () => ({ cancel() {} }) };
  const running = createSim({ scenario, seed: 1, clock: standing, speed: 60 });
  const { status, body } = await ask(running, 'POST', 'advance', { minutes: 1 });
  assert.deepEqual([status, body.error.code], [409, 'clockRuns']);
});

test('tokens are revoked, channels changed, faults set and cleared', async () => {
  const { sim } = setUp();
  assert.deepEqual((await ask(sim, 'POST', 'revoke')).body, { revoked: 1 });
  const changed = await ask(sim, 'POST', 'channel', {
    login: 'sample_asleep',
    live: true,
    game: 'night-ferry',
    viewers: 10,
  });
  assert.deepEqual([changed.body.live, changed.body.game], [true, 'Night Ferry']);
  assert.equal(
    (await ask(sim, 'PUT', 'fault', { kind: 'httpError', target: 'gql', times: 2 })).body.faults[0].timesLeft,
    2,
  );
  await ask(sim, 'PUT', 'fault', { kind: 'html' });
  assert.deepEqual((await ask(sim, 'DELETE', 'fault', { kind: 'html' })).body, { cleared: 1 });
  assert.deepEqual((await ask(sim, 'DELETE', 'fault')).body, { cleared: 1 });
});

test('requests show the newest, with their operations', async () => {
  const { sim, client } = setUp();
  await client.gql('Inventory', {});
  const { body } = await ask(sim, 'GET', 'requests');
  assert.deepEqual(
    body.requests.map(({ operations }: { operations: { name: string }[] }) => operations[0]?.name),
    ['Inventory'],
  );
});

describe('a bad body says what was expected, found, and what to do', () => {
  const table: readonly [string, string, unknown, number, RegExp][] = [
    ['POST', 'advance', '', 400, /expected a JSON object, found an empty body; send one/],
    ['POST', 'advance', '{', 400, /expected a JSON object, found .*; send one/],
    ['POST', 'advance', { minutes: -1 }, 400, /"minutes" to be a number above 0.*found -1/],
    ['POST', 'approve', {}, 400, /"userCode".*found nothing/],
    ['POST', 'approve', { userCode: 'NOTTHERE' }, 404, /found "NOTTHERE"/],
    ['POST', 'channel', { login: 'nobody', live: true }, 404, /found "nobody"/],
    ['POST', 'channel', { login: 'sample_gull', live: 'yes' }, 400, /"live" to be true or false, found "yes"/],
    ['POST', 'channel', { login: 'sample_gull', game: 'Chess' }, 400, /found "Chess"/],
    ['POST', 'channel', { login: 'sample_gull', online: true }, 400, /found "online"/],
    ['POST', 'channel', { login: 'sample_gull', viewers: -1 }, 400, /"viewers".*found -1/],
    ['PUT', 'fault', { kind: 'storm' }, 400, /"kind" to be one of httpError.*found "storm"/],
    ['DELETE', 'fault', { kind: 'storm' }, 400, /found "storm"/],
    ['GET', 'weather', undefined, 404, /expected one of GET \/_sim\/state/],
  ];
  for (const [method, command, body, status, message] of table) {
    test(`${method} ${command} ${JSON.stringify(body)}`, async () => {
      const answer = await ask(setUp().sim, method, command, body);
      assert.equal(answer.status, status);
      assert.match(answer.body.error.message, message);
    });
  }
});

test('only this machine may ask', async () => {
  const { sim } = setUp();
  for (const address of ['10.0.0.1', '::ffff:10.0.0.1', 'unknown', '2001:db8::1', '128.0.0.1'])
    assert.equal(isLoopback(address), false, address);
  for (const address of ['127.0.0.1', '127.8.0.1', '::1', '::ffff:127.0.0.1', null])
    assert.equal(isLoopback(address), true, String(address));
  assert.equal((await ask(sim, 'GET', 'state', undefined, '192.168.1.5')).status, 403);
});
