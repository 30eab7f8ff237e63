import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { NetworkError } from '@dropwise/kit';
import { createWatchWorld, target } from '../../testing/watch-world.ts';
import { createGqlTransport } from './gql.ts';

function world() {
  const parts = createWatchWorld();
  return { ...parts, transport: createGqlTransport(parts) };
}
const answer = (statusCode: number) => ({ json: { data: { sendSpadeEvents: { statusCode } } } });

test('the same event goes out gzipped in base64, and 204 inside the answer is accepted', async () => {
  const { http, transport } = world();
  http.on('POST /gql', answer(204));
  assert.deepEqual(await transport.send(target), { kind: 'accepted' });
  const { input } = JSON.parse(http.requests[0]?.body ?? '{}').variables;
  const [event] = JSON.parse(gunzipSync(Buffer.from(input.data, 'base64')).toString());
  assert.equal(event.properties.channel, 'sample_channel');
});

test('another status is a refusal', async () => {
  const { http, transport } = world();
  http.on('POST /gql', answer(400));
  const outcome = await transport.send(target);
  assert.ok(outcome.kind === 'refused' && outcome.status === 400);
});

test('failures of the operation become outcomes', async () => {
  const { http, transport, held } = world();
  const untrusted = new NetworkError('tls', 'gql.twitch.tv', 'x');
  http.on('POST /gql', untrusted);
  assert.deepEqual(await transport.send(target), { kind: 'unreachable', networkError: untrusted });
  http.on('POST /gql', { status: 401, json: {} });
  assert.equal((await transport.send(target)).kind, 'refused');
  held.session = null;
  assert.equal((await transport.send(target)).kind, 'refused');
});
