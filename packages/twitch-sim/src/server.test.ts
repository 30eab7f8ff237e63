import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { defaultProtocolData, protocolDataForOrigin } from '@dropwise/twitch/definitions';
import { type SimServerOptions, startSimServer } from './server.ts';
import { connectTo, sendTo, testTls } from './testing/network-client.ts';
import { setUp } from './testing/setup.ts';
import { spadeBody } from './testing/test-client.ts';

async function serve(options: SimServerOptions = {}) {
  const setup = setUp();
  return { ...setup, server: await startSimServer(setup.sim, options) };
}

for (const { name, tls, scheme, socketScheme } of [
  { name: 'plain', tls: undefined, scheme: 'http', socketScheme: 'ws' },
  { name: 'TLS', tls: testTls, scheme: 'https', socketScheme: 'wss' },
]) {
  test(`one ${name} port serves every host`, async () => {
    const { sim, client, server: started } = await serve(tls === undefined ? {} : { tls });
    await using server = started;
    assert.equal(server.url, `${scheme}://127.0.0.1:${server.port}`);
    const page = await sendTo(server.port, { url: `${scheme}://www.twitch.tv/` });
    assert.match(String(page.headers['set-cookie']), /unique_id=\w{32}; Domain=\.twitch\.tv/);
    const body = JSON.stringify({
      operationName: 'Inventory',
      variables: {},
      extensions: { persistedQuery: { version: 1, sha256Hash: defaultProtocolData.hashes.Inventory } },
    });
    const inventory = await sendTo(server.port, {
      method: 'POST',
      url: `${scheme}://gql.twitch.tv/gql`,
      headers: client.headers(),
      body,
    });
    assert.deepEqual([inventory.status, inventory.headers['content-type']], [200, 'application/json']);
    assert.equal(JSON.parse(inventory.body).extensions.operationName, 'Inventory');
    const form = { 'content-type': 'application/x-www-form-urlencoded' };
    const track = await sendTo(server.port, {
      method: 'POST',
      url: `${scheme}://spade.twitch.tv/track`,
      headers: form,
      body: spadeBody(sim, 'sample_harbor'),
    });
    assert.equal(track.status, 204);
    const image = await sendTo(server.port, { url: `${scheme}://static-cdn.jtvnw.net/ttv-boxart/1-40x56.jpg` });
    assert.equal(image.headers['content-type'], 'image/jpeg');
    const socket = await connectTo(server.port, `${socketScheme}://pubsub-edge.twitch.tv/v1`);
    socket.send({
      type: 'LISTEN',
      nonce: 'n',
      data: { topics: ['user-drop-events.12345678'], auth_token: client.token },
    });
    assert.deepEqual(await socket.frame(() => true), { type: 'RESPONSE', error: '', nonce: 'n' });
    socket.close();
    assert.equal(await socket.closed, 1005);
  });
}

test('addresses of a single origin reach everything', async () => {
  const { client, server: started } = await serve();
  await using server = started;
  const { endpoints } = protocolDataForOrigin(server.url);
  assert.equal(
    (await sendTo(server.port, { url: `${endpoints.id}/oauth2/validate`, headers: client.headers() })).status,
    200,
  );
  assert.match(
    (await sendTo(server.port, { url: `${endpoints.site}/sample_harbor` })).body,
    new RegExp(`src="${server.url}/config`),
  );
  const hermes = await connectTo(
    server.port,
    `${endpoints.hermes}?clientId=${defaultProtocolData.clients.android.clientId}`,
  );
  assert.equal((await hermes.frame(() => true)).type, 'welcome');
  hermes.close();
});

test('messages cross the wire, and HEAD has no body', async () => {
  const { sim, server: started } = await serve();
  await using server = started;
  const socket = await connectTo(server.port, `ws://127.0.0.1:${server.port}/v1`);
  socket.send({ type: 'LISTEN', nonce: 'n', data: { topics: ['video-playback-by-id.70001'] } });
  await socket.frame(({ type }) => type === 'RESPONSE');
  sim.world.channels.change('70001', { live: false });
  const { data } = (await socket.frame(({ type }) => type === 'MESSAGE')) as { data: { message: string } };
  assert.equal(JSON.parse(data.message).type, 'stream-down');
  const head = await sendTo(server.port, { method: 'HEAD', url: `http://127.0.0.1:${server.port}/a.svg` });
  assert.deepEqual([head.status, head.body], [200, '']);
});

describe('faults on the wire', () => {
  test('a reset cuts the connection', async () => {
    const { sim, server: started } = await serve();
    await using server = started;
    sim.faults.set({ kind: 'connectionReset' });
    await assert.rejects(sendTo(server.port, { url: `${server.url}/` }), { code: 'ECONNRESET' });
  });

  test('a refused socket never opens, a dropped one ends without a close frame', async () => {
    const { sim, clock, server: started } = await serve();
    await using server = started;
    sim.faults.set({ kind: 'socketRefused', times: 1 });
    await assert.rejects(connectTo(server.port, `ws://127.0.0.1:${server.port}/v1`));
    sim.faults.set({ kind: 'socketDropped', everyMs: 5_000 });
    const socket = await connectTo(server.port, `ws://127.0.0.1:${server.port}/v1`);
    await clock.advance(5_000);
    assert.equal(await socket.closed, 1006);
  });

  test('a slow answer comes when its time has come', async () => {
    const { sim, clock, server: started } = await serve();
    await using server = started;
    sim.faults.set({ kind: 'slow', delayMs: 60_000, times: 1 });
    const waiting = sim.waitForRequest({ route: 'landing' });
    const sent = sendTo(server.port, { url: `${server.url}/` });
    await waiting;
    await clock.advance(60_000);
    assert.equal((await sent).status, 200);
  });
});

test('what cannot be served does not stop the server', async () => {
  const { server: started } = await serve();
  await using server = started;
  const tooLong = await sendTo(server.port, {
    method: 'POST',
    url: `${server.url}/gql`,
    body: 'x'.repeat(1_100_000),
  }).catch(() => null);
  assert.ok(tooLong === null || tooLong.status === 413);
  assert.equal((await sendTo(server.port, { url: `${server.url}/`, headers: { host: 'no host!' } })).status, 200);
  await assert.rejects(connectTo(server.port, `ws://127.0.0.1:${server.port}/other`), /404/);
  assert.equal((await sendTo(server.port, { url: `${server.url}/` })).status, 200);
});

test('when it is disposed the port is free and sockets are down', async () => {
  const { sim, server } = await serve();
  const socket = await connectTo(server.port, `ws://127.0.0.1:${server.port}/v1`);
  await server[Symbol.asyncDispose]();
  assert.equal(await socket.closed, 1006);
  await assert.rejects(sendTo(server.port, { url: `${server.url}/` }), { code: 'ECONNREFUSED' });
  assert.equal(sim.hub.openCount, 0);
  await server[Symbol.asyncDispose]();
});

test('an abort ends it too, and a taken port is an error', async () => {
  const controller = new AbortController();
  const { sim, server } = await serve({ signal: controller.signal });
  await assert.rejects(startSimServer(sim, { port: server.port }), { code: 'EADDRINUSE' });
  controller.abort();
  await server[Symbol.asyncDispose]();
  await assert.rejects(sendTo(server.port, { url: `${server.url}/` }), { code: 'ECONNREFUSED' });
});
