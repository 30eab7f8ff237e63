import assert from 'node:assert/strict';
import { test } from 'node:test';
import { broadcastId, NetworkError } from '@dropwise/kit';
import { inTurn } from '../../testing/fake-http.ts';
import { createWatchWorld, target } from '../../testing/watch-world.ts';
import { createSpadeTransport } from './spade.ts';

const urls = '"spade_url":"https://spade.twitch.tv/track","beacon_url":"https://beacon.twitch.tv/beacon"';

function world() {
  const parts = createWatchWorld();
  parts.http.on('GET /sample_channel', { body: urls }).on('POST /track', { status: 204 });
  const transport = createSpadeTransport({ ...parts, siteUrl: () => 'https://www.twitch.tv' });
  return { ...parts, transport };
}

test('204 and nothing else is accepted', async () => {
  const { http, transport } = world();
  assert.equal(transport.beatMs, 60_000);
  assert.deepEqual(await transport.send(target), { kind: 'accepted' });
  http.on('POST /track', { status: 200 });
  const outcome = await transport.send(target);
  assert.ok(outcome.kind === 'refused' && outcome.status === 200);
});

test('the address is looked for once a broadcast, and again after a refusal', async () => {
  const { http, transport } = world();
  await transport.send(target);
  await transport.send(target);
  assert.equal(http.sent('/sample_channel').length, 1);
  await transport.send({ ...target, broadcastId: broadcastId('2') });
  assert.equal(http.sent('/sample_channel').length, 2);
  http.on('POST /track', inTurn({ status: 410 }, { status: 204 }));
  await transport.send(target);
  assert.deepEqual(await transport.send(target), { kind: 'accepted' });
  assert.equal(http.sent('/sample_channel').length, 3);
});

test('a watch host that a block list hides is replaced by the other one', async () => {
  const { http, transport } = world();
  http.on('POST /track', new NetworkError('dns', 'spade.twitch.tv', 'hidden')).on('POST /beacon', { status: 204 });
  assert.deepEqual(await transport.send(target), { kind: 'accepted' });
});

test('when both are hidden the network error is the outcome, and the address is kept', async () => {
  const { http, transport } = world();
  const hidden = new NetworkError('refused', 'beacon.twitch.tv', 'hidden');
  http.on('POST /track', new NetworkError('dns', 'spade.twitch.tv', 'hidden')).on('POST /beacon', hidden);
  assert.deepEqual(await transport.send(target), { kind: 'unreachable', networkError: hidden });
  await transport.send(target);
  assert.equal(http.sent('/sample_channel').length, 1);
});

test('a reset is no reason to go elsewhere: the event may have been taken', async () => {
  const { http, transport } = world();
  http.on('POST /track', new NetworkError('reset', 'spade.twitch.tv', 'x'));
  assert.equal((await transport.send(target)).kind, 'unreachable');
  assert.equal(http.sent('/beacon').length, 0);
});

test('a page that names no address is a refusal with its reason', async () => {
  const { http, transport } = world();
  http.on('GET /sample_channel', { body: '<html>' });
  const outcome = await transport.send(target);
  assert.ok(outcome.kind === 'refused');
  assert.match(outcome.reason, /neither a watch address nor a settings script/);
});

test('nobody watches without an account', async () => {
  const { held, http, transport } = world();
  held.session = null;
  assert.equal((await transport.send(target)).kind, 'refused');
  assert.equal(http.requests.length, 0);
});
