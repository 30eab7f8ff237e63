import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { after, before, suite, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { fromWire, initialStateEvent, type LiveEvent, type LiveState } from '@dropwise/contract';
import { io, type Socket } from 'socket.io-client';
import { type Browser, openBrowser, type PageAnswer } from './browser.ts';
import { type RunningConsole, startConsole } from './console.ts';
import { startLocalTwitch } from './local-twitch.ts';
import { hasNginx, type Nginx, startNginx } from './nginx.ts';
import { makeFolder } from './processes.ts';

const password = 'behind nginx 1';
const fixture = (name: string): string =>
  fileURLToPath(new URL(`../../packages/twitch/src/testing/tls-fixture/${name}`, import.meta.url));
const tls = { cert: fixture('cert.pem'), key: fixture('key.pem') };

/** A handshake, down to the key of RFC 6455's own example. */
const upgrade = {
  connection: 'Upgrade',
  upgrade: 'websocket',
  'sec-websocket-version': '13',
  'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==',
};

const heardWithinMs = 20_000;

const because = hasNginx ? '' : ' (skipped: no nginx here)';

suite(`behind a real nginx with the configuration of deploy/nginx${because}`, { skip: !hasNginx }, () => {
  const stack = new AsyncDisposableStack();
  let nginx: Nginx;
  let console: RunningConsole;
  let owner: Browser;

  before(async () => {
    const folder = stack.use(await makeFolder());
    const twitch = stack.use(await startLocalTwitch({ speed: 300 }));
    console = stack.use(
      await startConsole(twitch, folder.path, {
        args: ['--base-path', '/dropwise'],
        env: { DROPWISE_PASSWORD: password, DROPWISE_CONSOLE_TRUSTED_PROXIES: '127.0.0.1' },
      }),
    );
    nginx = stack.use(await startNginx({ upstreamPort: Number(new URL(console.url).port), tls }));
    owner = openBrowser(nginx.origin);
    const signedIn = await signIn(owner);
    assert.equal(signedIn.status, 200, signedIn.text);
  });
  after(async () => {
    const complaints = nginx?.complaints ?? '';
    await stack.disposeAsync();
    assert.equal(complaints, '', 'nginx had nothing to complain about');
  });

  test('the path without its slash leads to the page, and everything that the page names is there', async () => {
    const visitor = openBrowser(nginx.origin);
    const bare = await visitor.send('GET', '/dropwise');
    assert.equal(bare.status, 308);
    assert.equal(new URL(bare.headers.location ?? '', nginx.origin).pathname, '/dropwise/');
    const page = await visitor.send('GET', '/dropwise/');
    assert.equal(page.status, 200);
    assert.match(page.text, /<base href="\/dropwise\/"[^>]*>[\s\S]*<title>Dropwise<\/title>/);
    await checkAssets(visitor, page, '/dropwise/', 3);
    assert.equal((await visitor.send('GET', '/')).text, "the host's own page");
    assert.equal((await visitor.send('GET', '/dropwiser/')).text, "the host's own page");
  });

  test('signing in gives a cookie for the sub-path alone, and the API below it answers whoever has it', async () => {
    const browser = openBrowser(nginx.origin);
    assert.equal((await browser.send('GET', '/dropwise/api/status')).status, 401);
    const [set = ''] = (await signIn(browser)).setCookies;
    assert.deepEqual(attributesOf(set), ['HttpOnly', 'Path=/dropwise', 'SameSite=Strict']);
    assert.match(set, /^dropwise_session=/);
    const status = await browser.send('GET', '/dropwise/api/status');
    assert.equal((status.json as { childId: string }).childId, 'miner');
    assert.equal((await browser.send('GET', '/dropwise/readyz')).status, 200);
    assert.equal((await browser.send('GET', '/dropwise/api/nothing')).status, 404);
    const foreign = { origin: 'http://elsewhere.example', 'sec-fetch-site': 'cross-site' };
    assert.equal((await browser.send('POST', '/dropwise/api/reload', { headers: foreign })).status, 403);
    assert.equal((await browser.send('DELETE', '/dropwise/api/session')).status, 200);
    assert.equal((await browser.send('GET', '/dropwise/api/status')).status, 401);
  });

  test('over https the cookie is Secure, and a page of plain http is a stranger', async () => {
    const browser = openBrowser(nginx.tlsOrigin, tls.cert);
    const [set = ''] = (await signIn(browser)).setCookies;
    assert.deepEqual(attributesOf(set), ['HttpOnly', 'Path=/dropwise', 'SameSite=Strict', 'Secure']);
    assert.match(set, /^__Secure-dropwise_session=/);
    assert.equal((await browser.send('POST', '/dropwise/api/oauth/confirm', { json: {} })).status, 200);
    const downgraded = { origin: nginx.tlsOrigin.replace('https:', 'http:') };
    const refused = await browser.send('POST', '/dropwise/api/oauth/confirm', { json: {}, headers: downgraded });
    assert.equal(refused.status, 403);
  });

  test('what a client says of its own address counts for nothing; what nginx says of it does', async () => {
    const browser = openBrowser(nginx.origin);
    const headers = { 'x-forwarded-for': '203.0.113.9', 'user-agent': 'from elsewhere' };
    await browser.send('POST', '/dropwise/api/session', { json: { password }, headers, from: '127.0.0.2' });
    const { json } = await browser.send('GET', '/dropwise/api/sessions');
    const own = (json as SessionList).sessions.find(({ userAgent }) => userAgent === 'from elsewhere');
    assert.equal(own?.address, '127.0.0.2');
  });

  for (const transport of ['websocket', 'polling'] as const) {
    test(`the live connection over ${transport} greets with the state and goes on where that ends`, async () => {
      const { state, events } = await listen(nginx.origin, transport, owner.cookie);
      assert.equal(state.status.childId, 'miner');
      assert.deepEqual(
        events.map(({ seq }) => seq),
        events.map((_event, index) => state.seq + 1 + index),
      );
    });
  }

  test('a live connection that begins with polling becomes a WebSocket', async () => {
    const socket = openSocket(nginx.origin, ['polling', 'websocket'], owner.cookie);
    await hear<void>(socket, (heard) => {
      socket.io.engine.once('upgrade', () => heard());
    });
  });

  test('without the cookie, or for another site, there is no live connection', async () => {
    const visitor = openBrowser(nginx.origin);
    const own = { origin: nginx.origin };
    const foreign = { origin: 'http://elsewhere.example' };
    const polling = '/dropwise/socket.io/?EIO=4&transport=polling';
    assert.equal((await owner.send('GET', polling, { headers: own })).status, 200);
    const refused = await visitor.send('GET', polling, { headers: own });
    assert.equal(refused.status, 403);
    assert.match(refused.text, /sign in/i);
    const webSocket = '/dropwise/socket.io/?EIO=4&transport=websocket';
    const closed = [
      await visitor.send('GET', webSocket, { headers: { ...own, ...upgrade } }),
      await owner.send('GET', webSocket, { headers: { ...foreign, ...upgrade } }),
    ];
    // Engine.IO says 400 to every handshake that it does not take.
    assert.deepEqual(
      closed.map(({ status }) => status),
      [400, 400],
    );
    assert.match(closed[0]?.text ?? '', /sign in/i);
    assert.match(closed[1]?.text ?? '', /elsewhere\.example/);
    assert.equal((await owner.send('GET', webSocket, { headers: { ...own, ...upgrade } })).status, 101);
  });

  test('the document of the API is there with everything that its page names', async () => {
    assert.equal((await openBrowser(nginx.origin).send('GET', '/dropwise/api/docs')).status, 401);
    const page = await owner.send('GET', '/dropwise/api/docs');
    await checkAssets(owner, page, '/dropwise/api/docs', 4);
    const slash = await owner.send('GET', '/dropwise/api/docs/');
    assert.equal(
      new URL(slash.headers.location ?? '', `${nginx.origin}/dropwise/api/docs/`).pathname,
      '/dropwise/api/docs',
    );
    const { json } = await owner.send('GET', '/dropwise/api/openapi.json');
    assert.ok(Object.keys((json as { paths: object }).paths).every((path) => path.startsWith('/dropwise/')));
  });

  test('a host name that is not the console’s is refused', async () => {
    const refused = await owner.send('GET', '/dropwise/api/status', { headers: { host: 'rebound.example' } });
    assert.equal(refused.status, 421);
    assert.match(refused.text, /"wrongHost".*console\.allowedHosts/);
    const spoken = { 'x-forwarded-host': 'localhost', host: 'rebound.example' };
    assert.equal((await owner.send('GET', '/dropwise/api/status', { headers: spoken })).status, 421);
  });
});

for (const trusted of ['', '127.0.0.1']) {
  const trust = trusted === '' ? 'not set as trusted' : 'trusted';
  test(`without a password nobody is at this machine who comes through an nginx that is ${trust}${because}`, {
    skip: !hasNginx,
  }, async () => {
    await using folder = await makeFolder();
    await using console = await startConsole(null, folder.path, {
      args: ['--base-path', '/dropwise', '--endpoints', 'http://127.0.0.1:9'],
      env: { DROPWISE_CONSOLE_TRUSTED_PROXIES: trusted },
    });
    await using nginx = await startNginx({ upstreamPort: Number(new URL(console.url).port), tls });
    const browser = openBrowser(nginx.origin);
    for (const headers of [{}, { host: 'localhost' }, { 'x-forwarded-for': '' }, { connection: 'x-forwarded-for' }]) {
      const { json } = await browser.send('GET', '/dropwise/api/session', { headers });
      assert.equal((json as { kind: string }).kind, 'anonymous');
      const refused = await browser.send('GET', '/dropwise/api/status', { headers });
      assert.equal((refused.json as { error: { code: string } }).error.code, 'setupNeeded');
    }
    const direct = await console.get<{ kind: string }>('api/session');
    assert.equal(direct.kind, trusted === '' ? 'local' : 'anonymous');
  });
}

interface SessionList {
  readonly sessions: readonly { readonly userAgent: string; readonly address: string }[];
}

function signIn(browser: Browser): Promise<PageAnswer> {
  return browser.send('POST', '/dropwise/api/session', { json: { password } });
}

/** Of a Set-Cookie, without its value and age. */
function attributesOf(setCookie: string): readonly string[] {
  const [, ...attributes] = setCookie.split(/; */);
  return attributes.filter((each) => !/^(?:Max-Age|Expires)=/i.test(each)).sort();
}

/** Every `href` and `src` of the page that is no page of its own. */
async function checkAssets(browser: Browser, page: PageAnswer, at: string, atLeast: number): Promise<void> {
  const links = [...page.text.matchAll(/<(?:link|script|img)\b[^>]*\b(?:href|src)="([^"]+)"/g)].map(
    ([, link = '']) => link,
  );
  assert.ok(links.length >= atLeast, page.text);
  for (const link of links) {
    const { pathname, origin } = new URL(link, `http://page.example${at}`);
    assert.equal(origin, 'http://page.example', `${link} is at another host`);
    const { status, text, headers } = await browser.send('GET', pathname);
    assert.equal(status, 200, pathname);
    assert.ok(text.length > 0);
    assert.equal(headers['x-content-type-options'], 'nosniff');
  }
}

/** As a page of the console opens it. */
function openSocket(origin: string, transports: ('websocket' | 'polling')[], cookie: string): Socket {
  return io(origin, {
    path: '/dropwise/socket.io',
    transports,
    reconnection: false,
    forceNew: true,
    extraHeaders: { origin, cookie },
  });
}

/** Resolves with the state and three events after it. */
function listen(
  origin: string,
  transport: 'websocket' | 'polling',
  cookie: string,
): Promise<{ readonly state: LiveState; readonly events: readonly LiveEvent[] }> {
  const socket = openSocket(origin, [transport], cookie);
  const events: LiveEvent[] = [];
  let state: LiveState | null = null;
  return hear(socket, (heard) => {
    socket.on(initialStateEvent, (received: LiveState) => {
      state = received;
    });
    socket.onAny((name: string, payload: unknown) => {
      const event = fromWire(name, payload);
      if (event !== null) events.push(event);
      if (state !== null && events.length === 3) heard({ state, events: [...events] });
    });
  });
}

/** Rejects when the door stays closed, or nothing comes; the connection is over afterwards. */
async function hear<Heard>(socket: Socket, begin: (heard: (value: Heard) => void) => void): Promise<Heard> {
  const { promise, resolve, reject } = Promise.withResolvers<Heard>();
  const timer = setTimeout(() => reject(new Error('nothing was heard')), heardWithinMs);
  socket.on('connect_error', reject);
  begin(resolve);
  try {
    return await promise;
  } finally {
    clearTimeout(timer);
    socket.disconnect();
  }
}

test('the files for Caddy and Traefik hand the whole path on to where the console listens, as those of nginx do', async () => {
  const read = (name: string): Promise<string> => readFile(new URL(`../../deploy/${name}`, import.meta.url), 'utf8');
  for (const name of ['nginx/dropwise.conf', 'caddy/Caddyfile', 'traefik/dropwise.yml']) {
    const text = await read(name);
    assert.match(text, /127\.0\.0\.1:8080/, name);
    assert.match(text, /DROPWISE_BASE_PATH=\/dropwise/, name);
    assert.match(text, /DROPWISE_CONSOLE_TRUSTED_PROXIES=/, name);
    assert.match(text, /DROPWISE_CONSOLE_ALLOWED_HOSTS=nas\.example/, name);
    assert.doesNotMatch(text, /handle_path|stripPrefix|strip_prefix|\brewrite\b/i, name);
  }
});

const hasCaddy = spawnSync('sh', ['-c', 'command -v caddy']).status === 0;
test(`Caddy takes its file${hasCaddy ? '' : ' (skipped: no caddy here)'}`, { skip: !hasCaddy }, () => {
  const file = fileURLToPath(new URL('../../deploy/caddy/Caddyfile', import.meta.url));
  const { status, stderr } = spawnSync('caddy', ['adapt', '--adapter', 'caddyfile', '--config', file], {
    encoding: 'utf8',
  });
  assert.equal(status, 0, stderr);
});
