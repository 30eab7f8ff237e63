import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { HttpResponse } from '@dropwise/kit';
import { setUp, type TestSetup } from '../testing/setup.ts';

interface PlaybackToken {
  readonly value: string;
  readonly signature: string;
}

async function tokenFor({ client }: TestSetup, login: string): Promise<PlaybackToken> {
  const { data } = await client.gql('PlaybackAccessToken', {
    isLive: true,
    isVod: false,
    login,
    platform: 'web',
    playerType: 'site',
    vodID: '',
  });
  return (data as { streamPlaybackAccessToken: PlaybackToken }).streamPlaybackAccessToken;
}

function master({ client }: TestSetup, login: string, { value, signature }: PlaybackToken): Promise<HttpResponse> {
  return client.get(
    `https://usher.ttvnw.net/api/channel/hls/${login}.m3u8?sig=${signature}&token=${encodeURIComponent(value)}`,
  );
}

const uris = (playlist: string) => playlist.split('\n').filter((line) => line.startsWith('http'));

async function lastVariant(setup: TestSetup, login = 'sample_harbor'): Promise<string> {
  const { status, body } = await master(setup, login, await tokenFor(setup, login));
  assert.equal(status, 200);
  return uris(body).at(-1) ?? '';
}

function head({ sim }: TestSetup, url: string): Promise<HttpResponse> {
  return sim.http.send({ method: 'HEAD', url, headers: {}, timeoutMs: 3_000, maxBytes: 1_000 });
}

test('asking for every new segment brings a minute a minute', async () => {
  const setup = setUp();
  const variant = await lastVariant(setup);
  const seen = new Set<string>();
  for (let poll = 0; poll < 9; poll++) {
    const { body } = await setup.client.get(variant);
    const fresh = uris(body).filter((uri) => !seen.has(uri));
    if (poll > 0) assert.equal(fresh.length, 5);
    for (const uri of fresh) {
      seen.add(uri);
      assert.equal((await head(setup, uri)).status, 200);
    }
    await setup.clock.advance(20_000);
  }
  assert.equal(setup.sim.counters().watch.credited, 3);
  await setup.clock.advance(60_000);
  assert.equal(setup.sim.world.campaigns.findDrop('5ad00000-0000-4000-8000-000000000001')?.minutes, 3);
});

test('a segment counts once, an old one is gone', async () => {
  const setup = setUp();
  const segment = uris((await setup.client.get(await lastVariant(setup))).body).at(-1) ?? '';
  await head(setup, segment);
  await setup.clock.advance(61_000);
  await head(setup, segment);
  assert.equal(setup.sim.counters().watch['by hls'], 1);
  await setup.clock.advance(60_000);
  assert.equal((await head(setup, segment)).status, 404);
});

test('playlists are gone when the broadcast is over', async () => {
  const setup = setUp();
  const variant = await lastVariant(setup);
  const token = await tokenFor(setup, 'sample_harbor');
  setup.sim.world.channels.change('70001', { live: false });
  assert.equal((await setup.client.get(variant)).status, 404);
  const refused = await master(setup, 'sample_harbor', token);
  assert.equal(refused.status, 404);
  assert.equal(JSON.parse(refused.body)[0].type, 'error');
  setup.sim.world.channels.change('70001', { live: true });
  assert.equal((await setup.client.get(variant)).status, 404);
});

test('a playback token is refused when it is forged, for another channel, or old', async () => {
  const setup = setUp();
  const token = await tokenFor(setup, 'sample_harbor');
  assert.equal((await master(setup, 'sample_harbor', { ...token, signature: 'f'.repeat(40) })).status, 403);
  assert.equal((await master(setup, 'sample_gull', token)).status, 403);
  assert.equal((await master(setup, 'sample_harbor', { value: 'no json', signature: '' })).status, 403);
  await setup.clock.advance(21 * 60_000);
  assert.equal((await master(setup, 'sample_harbor', token)).status, 403);
});

test('a session that nobody opened is refused', async () => {
  const setup = setUp();
  assert.equal((await setup.client.get('https://usher.ttvnw.net/v1/playlist/nobody/160p30.m3u8')).status, 403);
  assert.equal((await head(setup, 'https://usher.ttvnw.net/v1/segment/nobody/1.ts')).status, 403);
});

test('a viewer who is not signed in sees the stream and earns nothing', async () => {
  const setup = setUp();
  const { Authorization: _, ...anonymous } = setup.client.headers() as Record<string, string>;
  const operation = {
    operationName: 'PlaybackAccessToken',
    variables: { login: 'sample_harbor' },
    extensions: {
      persistedQuery: { version: 1, sha256Hash: 'ed230aa1e33e07eebb8928504583da78a5173989fadfb1ac94be06a04f3cdbe9' },
    },
  };
  const { body } = await setup.client.post('https://gql.twitch.tv/gql', JSON.stringify(operation), anonymous);
  const playlist = await master(setup, 'sample_harbor', JSON.parse(body).data.streamPlaybackAccessToken);
  const [segment = ''] = uris((await setup.client.get(uris(playlist.body).at(-1) ?? '')).body);
  assert.equal((await head(setup, segment)).status, 200);
  assert.deepEqual(setup.sim.counters().watch, {});
});
