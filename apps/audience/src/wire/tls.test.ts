import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:https';
import { connect, createServer as createTcpServer, type Server, type Socket } from 'node:net';
import { test } from 'node:test';
import { createRawTransport } from './raw-transport.ts';
import { condition } from './testing/condition.ts';
import { exchange, HeardExchange, requestFor } from './testing/heard-exchange.ts';
import { openRawServer } from './testing/raw-server.ts';
import { CountingMeter, loopbackRoute, testOptions } from './testing/routes.ts';
import { readTlsFixture } from './testing/tls-fixture.ts';
import { createUndiciTransport } from './undici-transport.ts';

const tls = readTlsFixture();
const makes = [
  { name: 'raw', create: createRawTransport },
  { name: 'undici', create: createUndiciTransport },
] as const;

/** Passes bytes on and counts them: what went over the wire, by somebody else's count. */
async function openWireTap(port: number) {
  let toServer = 0;
  let toClient = 0;
  const pipe = (client: Socket): void => {
    const server = connect(port, '127.0.0.1');
    for (const socket of [client, server]) socket.on('error', () => {});
    client.on('close', () => server.destroy());
    server.on('close', () => client.destroy());
    client.on('data', (bytes: Buffer) => {
      toServer += bytes.length;
      server.write(bytes);
    });
    server.on('data', (bytes: Buffer) => {
      toClient += bytes.length;
      client.write(bytes);
    });
  };
  const tap = createTcpServer(pipe);
  return { port: await listen(tap), counts: () => [toClient, toServer], close: () => close(tap) };
}

async function listen(server: Server): Promise<number> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  assert.ok(address !== null && typeof address === 'object');
  return address.port;
}

async function close(server: Server): Promise<void> {
  server.close();
  await once(server, 'close');
}

for (const { name, create } of makes) {
  test(`${name}: over TLS the body is whole, and the meter counts what lay on the wire, records and handshake too`, async () => {
    const body = Buffer.alloc(300_000, 'segment ');
    let serverName: string | undefined;
    const server = createServer(tls, (request, response) => {
      serverName = 'servername' in request.socket ? String(request.socket.servername) : undefined;
      response.end(body);
    });
    const tap = await openWireTap(await listen(server));
    const transport = create(testOptions({ authorities: [tls.cert] }).options);
    const meter = new CountingMeter();
    const connection = transport.connect(loopbackRoute(tap.port, 'https'), meter);
    for (let i = 0; i < 2; i++) {
      const heard = await exchange(connection, requestFor('/'));
      assert.equal(heard.failure, null, heard.failure?.message);
      assert.ok(heard.body.equals(body));
    }
    assert.equal(serverName, 'localhost');
    assert.deepEqual([meter.readBytes, meter.writtenBytes], tap.counts());
    assert.ok(meter.readBytes > 2 * body.length);
    await transport.close();
    await tap.close();
    await close(server);
  });

  test(`${name}: a certificate that is not trusted, or is another name’s, ends as tls before anything is asked`, async () => {
    await using server = await openRawServer((socket) => socket.end(), { tls });
    const strict = create(testOptions().options);
    const untrusted = await exchange(
      strict.connect(loopbackRoute(server.port, 'https'), new CountingMeter()),
      requestFor('/'),
    );
    assert.equal(untrusted.failure?.class, 'tls');
    assert.match(untrusted.failure?.message ?? '', /DEPTH_ZERO_SELF_SIGNED_CERT/);
    const trusting = create(testOptions({ authorities: [tls.cert] }).options);
    const route = loopbackRoute(server.port, 'https');
    for (const host of ['other.example', '127.0.0.2']) {
      const other = { ...route, authority: { ...route.authority, host } };
      const heard = await exchange(trusting.connect(other, new CountingMeter()), requestFor('/'));
      assert.equal(heard.failure?.class, 'tls', host);
    }
    assert.equal(server.received(), '');
    await strict.close();
    await trusting.close();
  });

  test(`${name}: a server without TLS behind https is tls; one that never greets is connect_timeout`, async () => {
    await using plain = await openRawServer((socket) => socket.write('HTTP/1.1 400 Bad Request\r\n\r\n'));
    await using silent = await openRawServer(() => {});
    const { options, timers } = testOptions();
    const transport = create(options);
    const heard = await exchange(
      transport.connect(loopbackRoute(plain.port, 'https'), new CountingMeter()),
      requestFor('/'),
    );
    assert.equal(heard.failure?.class, 'tls');
    const sink = new HeardExchange();
    transport.connect(loopbackRoute(silent.port, 'https'), new CountingMeter()).send(requestFor('/'), sink);
    await condition(() => silent.received() !== '');
    timers.advance(5_000);
    assert.equal((await sink.done).failure?.class, 'connect_timeout');
    await transport.close();
  });
}
