import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Art, type DropView, ownMinerId } from '@dropwise/contract';
import { fail, succeed } from '@dropwise/kit';
import { buildCampaign, buildDefinition, buildView } from '../testing/build-views.ts';
import { createTestApi } from '../testing/create-test-api.ts';

const png: Art = {
  contentType: 'image/png',
  bytes: Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0xff]),
};
const boxArt = 'https://images.example/box-{width}x{height}.jpg';
const reward = 'https://images.example/reward.png';

const drop: DropView = {
  id: 'drop-1',
  name: 'Hat',
  startsAt: null,
  endsAt: null,
  requiredMinutes: 60,
  confirmedMinutes: 0,
  estimatedMinutes: 0,
  confirmedAt: null,
  claim: 'unclaimed',
  claimLink: null,
  benefits: [{ name: 'Hat', kind: 'DIRECT_ENTITLEMENT', imageUrl: reward }],
  preconditionIds: [],
  wish: null,
  forecast: null,
  whyNot: null,
};

async function openApi() {
  const api = await createTestApi();
  const campaign = buildCampaign();
  const campaigns = { [campaign.id]: { ...campaign, boxArtUrl: boxArt, imageUrl: null, drops: [drop] } };
  api.fleet.views.set(ownMinerId, buildView({ campaigns }));
  const ask = (url: string, more: Readonly<Record<string, string>> = {}) =>
    api.send({ url: '/api/art', query: { url, ...more } });
  return { api, ask, [Symbol.asyncDispose]: () => api[Symbol.asyncDispose]() };
}

test('a picture that a campaign names is answered as what it is, to be kept for a week and to do nothing', async () => {
  await using here = await openApi();
  here.api.art.outcome = succeed(png);
  const answer = await here.ask(reward);
  assert.equal(answer.statusCode, 200);
  assert.deepEqual(Uint8Array.from(answer.rawPayload), png.bytes);
  assert.equal(answer.headers['content-type'], 'image/png');
  assert.equal(answer.headers['cache-control'], 'private, max-age=604800, immutable');
  assert.equal(answer.headers['content-security-policy'], "default-src 'none'");
  assert.deepEqual(here.api.art.asked, [reward]);
});

test('the size is put where the address leaves it open, one of two', async () => {
  await using here = await openApi();
  here.api.art.outcome = succeed(png);
  await here.ask(boxArt);
  await here.ask(boxArt, { size: '288x384' });
  assert.deepEqual(here.api.art.asked, [
    'https://images.example/box-144x192.jpg',
    'https://images.example/box-288x384.jpg',
  ]);
  assert.equal((await here.ask(boxArt, { size: '9999x9999' })).statusCode, 400);
});

const foreign: readonly string[] = [
  'https://elsewhere.example/box.png',
  'https://images.example/box-144x192.jpg',
  `${reward}?more`,
  'http://127.0.0.1:9/metrics',
  'file:///etc/passwd',
];
for (const url of foreign) {
  test(`${url}, which no campaign names, is not fetched`, async () => {
    await using here = await openApi();
    here.api.art.outcome = succeed(png);
    assert.equal((await here.ask(url)).statusCode, 404);
    assert.deepEqual(here.api.art.asked, []);
  });
}

test('what is on the disk is answered also where no campaign names it any more', async () => {
  await using here = await openApi();
  here.api.art.onDisk.set('https://images.example/rested.png', png);
  assert.equal((await here.ask('https://images.example/rested.png')).statusCode, 200);
  assert.deepEqual(here.api.art.asked, []);
});

test('what is not there is a 404, and what cannot be fetched now a 503', async () => {
  await using here = await openApi();
  here.api.art.outcome = fail({ isLasting: true, sentence: 'Expected a picture, found HTTP 404.' });
  assert.equal((await here.ask(reward)).statusCode, 404);
  here.api.art.outcome = fail({ isLasting: false, sentence: 'Ask again soon.' });
  const busy = await here.ask(reward);
  assert.equal(busy.statusCode, 503);
  assert.equal(busy.json().error.sentence, 'Ask again soon.');
  assert.equal(busy.headers['cache-control'], undefined);
});

test('the pictures of every miner count, and an address is needed', async () => {
  await using here = await openApi();
  here.api.art.outcome = succeed(png);
  here.api.fleet.definitions = [buildDefinition(), buildDefinition({ id: 'web', adapter: 'rangermix' })];
  const campaign = buildCampaign({ id: 'other', boxArtUrl: 'https://images.example/other.jpg' });
  here.api.fleet.views.set('web', buildView({ campaigns: { other: campaign } }));
  assert.equal((await here.ask('https://images.example/other.jpg')).statusCode, 200);
  assert.equal((await here.api.send({ url: '/api/art' })).statusCode, 400);
  assert.equal((await here.ask('x'.repeat(1_001))).statusCode, 400);
});
