import assert from 'node:assert/strict';
import type { AddressInfo } from 'node:net';
import { test } from 'node:test';
import { createSystemClock } from '@dropwise/runtime';
import { createApp } from '../api/create-app.ts';
import type { AuthorizeSocket } from '../api/guards/authorize-socket.ts';
import { FakeFleet } from '../api/testing/fake-fleet.ts';
import { FakeReader } from '../api/testing/fake-reader.ts';
import { ann, openSettingsWorld } from '../config/testing/settings-world.ts';
import { createLive } from './create-live.ts';
import { Listener } from './testing/listener.ts';
import { livePath } from './testing/live-world.ts';

test('the live side and the API share one server, and a change of the settings goes from one to the other', async () => {
  await using world = await openSettingsWorld();
  const app = createApp({ trustedProxies: [], tls: null, onUnexpected: (error) => assert.fail(String(error)) });
  app.get('/base/api/ping', async () => 'pong');
  await app.listen({ port: 0, host: '127.0.0.1' });
  // The guards' own function is one of those that are taken here.
  const authorize: AuthorizeSocket = ({ headers, socket }) => ({
    kind: 'session',
    scopes: new Set(['read']),
    name: String(headers['x-name']),
    address: String(socket.remoteAddress),
  });
  const live = createLive({
    httpServer: app.server,
    path: livePath,
    clock: createSystemClock(),
    fleet: new FakeFleet(),
    settings: world.service,
    reader: new FakeReader(),
    authorize,
    log: (sentence) => assert.fail(sentence),
  });
  const { port } = app.server.address() as AddressInfo;
  for (const transports of [['websocket'], ['polling', 'websocket']] as const) {
    using listener = new Listener({ port, transports });
    await listener.greeted();
    await world.service.change({ 'mining.seed': transports.length + 5 }, ann);
    await listener.until(({ events }) => events.some(({ name }) => name === 'settings_updated'), 'the change');
    assert.deepEqual(listener.state?.settings, world.service.view);
    assert.equal(await (await fetch(`http://127.0.0.1:${port}/base/api/ping`)).text(), 'pong');
  }
  await live[Symbol.asyncDispose]();
  await app.close();
});
