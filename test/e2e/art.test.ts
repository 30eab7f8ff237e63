import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, suite, test } from 'node:test';
import type { CampaignView } from '@dropwise/contract';
import { type RunningConsole, startConsole } from './console.ts';
import { type LocalTwitch, startLocalTwitch } from './local-twitch.ts';
import { makeFolder, patienceMs } from './processes.ts';

interface Campaigns {
  readonly campaigns: readonly CampaignView[];
}

interface Children {
  readonly children: readonly { readonly phase: string }[];
}

suite('pictures come through the console', () => {
  const stack = new AsyncDisposableStack();
  let twitch: LocalTwitch;
  let folder: string;
  let console: RunningConsole;
  let campaigns: readonly CampaignView[];

  before(async () => {
    folder = stack.use(await makeFolder()).path;
    twitch = stack.use(await startLocalTwitch({ speed: 60 }));
    console = await startConsole(twitch, folder);
    stack.defer(() => console[Symbol.asyncDispose]());
    const has = (answer: Campaigns): boolean => answer.campaigns.some(({ boxArtUrl }) => boxArtUrl !== null);
    campaigns = (await console.until<Campaigns>('box art', 'api/campaigns', has)).campaigns;
  });
  after(() => stack.disposeAsync());

  test('box art and a reward arrive as they are at Twitch, which is asked once for each', async () => {
    for (const url of [boxArtOf(campaigns), rewardOf(campaigns)]) {
      const there = await fetch(url, { signal: AbortSignal.timeout(patienceMs) });
      const expected = Buffer.from(await there.arrayBuffer());
      const before = await requestCount(twitch, url);
      const answers = await Promise.all([1, 2, 3].map(() => askArt(console, url)));
      for (const { status, bytes, headers } of answers) {
        assert.equal(status, 200, bytes.toString());
        assert.deepEqual(bytes, expected);
        assert.equal(headers.get('content-type'), there.headers.get('content-type'));
        assert.equal(headers.get('cache-control'), 'private, max-age=604800, immutable');
        assert.equal(headers.get('content-security-policy'), "default-src 'none'");
        assert.equal(headers.get('x-content-type-options'), 'nosniff');
      }
      assert.equal((await requestCount(twitch, url)) - before, 1);
    }
  });

  test('an address that no campaign names is a 404, and its host is never asked', async () => {
    let askedCount = 0;
    await using elsewhere = createServer((_request, response) => {
      askedCount += 1;
      response.end();
    }).listen(0, '127.0.0.1');
    await once(elsewhere, 'listening');
    const foreign = `http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}/box.png`;
    const unnamed = new URL('/ttv-boxart/unnamed.jpg', twitch.url).href;
    for (const url of [foreign, unnamed, 'file:///etc/passwd', 'http://[', 'https://static-cdn.jtvnw.net/any.png']) {
      assert.equal((await askArt(console, url)).status, 404, url);
    }
    assert.equal(askedCount, 0);
    assert.equal(await requestCount(twitch, unnamed), 0);
  });

  test('a page in the place of a picture is not passed on, and not asked for again', async () => {
    const [campaign] = campaigns;
    const url = campaign?.imageUrl ?? assert.fail('the sample has pictures of campaigns');
    await twitch.control('PUT', 'fault', { kind: 'html', target: new URL(url).pathname });
    const refused = await askArt(console, url);
    assert.equal(refused.status, 404);
    assert.match(refused.headers.get('content-type') ?? '', /json/);
    assert.match(refused.bytes.toString(), /Expected a picture/);
    await twitch.control('DELETE', 'fault');
    assert.equal((await askArt(console, url)).status, 404);
    assert.equal(await requestCount(twitch, url), 1);
  });

  test('what was fetched is there after a restart, while no miner runs', async () => {
    const url = boxArtOf(campaigns);
    await askArt(console, url);
    assert.equal((await console.call('POST', 'api/children/miner/stop')).status, 200);
    await console[Symbol.asyncDispose]();
    const asked = await requestCount(twitch, url);
    console = await startConsole(twitch, folder);
    assert.equal((await console.call('POST', 'api/children/miner/stop')).status, 200);
    await console.until<Children>(
      'a miner at rest',
      'api/children',
      ({ children }) => children[0]?.phase === 'stopped',
    );
    const kept = await askArt(console, url);
    assert.equal(kept.status, 200);
    assert.equal(kept.headers.get('content-type'), 'image/jpeg');
    assert.equal(await requestCount(twitch, url), asked);
  });
});

async function askArt({ url: base }: RunningConsole, url: string) {
  const address = new URL('api/art', base);
  address.searchParams.set('url', url);
  const answer = await fetch(address, { signal: AbortSignal.timeout(patienceMs) });
  return { status: answer.status, headers: answer.headers, bytes: Buffer.from(await answer.arrayBuffer()) };
}

async function requestCount(twitch: LocalTwitch, url: string): Promise<number> {
  const { pathname } = new URL(url);
  return JSON.stringify(await twitch.control('GET', 'requests')).split(`"path":"${pathname}"`).length - 1;
}

function boxArtOf(campaigns: readonly CampaignView[]): string {
  return campaigns.map(({ boxArtUrl }) => boxArtUrl).find((url) => url !== null) ?? assert.fail('no box art');
}

function rewardOf(campaigns: readonly CampaignView[]): string {
  const rewards = campaigns.flatMap(({ drops }) => drops.flatMap(({ benefits }) => benefits));
  return rewards.map(({ imageUrl }) => imageUrl).find((url) => url !== null) ?? assert.fail('no reward');
}
