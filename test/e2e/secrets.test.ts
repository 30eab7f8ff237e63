import assert from 'node:assert/strict';
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { io } from 'socket.io-client';
import { type Browser, openBrowser } from './browser.ts';
import { startConsole } from './console.ts';
import { startEchoMailServer, startEchoServer } from './echo-server.ts';
import { startLocalTwitch } from './local-twitch.ts';
import {
  expectStatus,
  makeSecrets,
  type PlantedSecrets,
  plantChannels,
  plantChild,
  proxyAddress,
  tokensOf,
  writeTalkativeChild,
} from './plant-secrets.ts';
import { makeFolder } from './processes.ts';
import { startProxyServer } from './proxy-server.ts';
import { type Exhibit, findOpenFiles, findSecrets, readAllFiles, type Secrets, unpacked } from './secret-hunt.ts';

/** Files that are meant to hold a secret, and which. Nobody else may read them. */
const meant: Readonly<Record<string, readonly string[]>> = {
  'config/settings.json': ['proxy password'],
  'config/children.json': ['environment of a child', 'argument of a child', 'next argument of a child'],
  'config/notifications.json': [
    'telegram token',
    'discord address',
    'ntfy topic',
    'ntfy password',
    'gotify token',
    'webhook secret',
    'webhook header',
    'mail password',
    'apprise key',
  ],
  'data/cookies.jar': ['Twitch token'],
};

test('no secret leaves by the API, the live connection, a log, the output, a backup or any file but its own', async () => {
  await using folder = await makeFolder();
  await using elsewhere = await makeFolder();
  const planted = makeSecrets();
  await using proxy = await startProxyServer(`ann:${planted['proxy password']}`);
  await using service = await startEchoServer();
  await using mail = await startEchoMailServer();
  await using twitch = await startLocalTwitch({ speed: 200 });
  await writeSettings(folder.path, planted, proxy.port);
  const script = await writeTalkativeChild(elsewhere.path, planted['token that a child prints']);
  await using console = await startConsole(twitch, folder.path, {
    args: ['-vvvv'],
    env: { CONSOLE_API_KEY: planted['environment of the console'] },
  });
  await using heard = hearEverything();
  const owner = openBrowser(console.url);
  const { sessions, key } = await plantAccess(owner, planted);
  heard.listen(console.url, owner.cookie);
  await plantChild(owner, planted, script, elsewhere.path);
  await plantChannels(owner, planted, { http: service.port, mail: mail.port });
  await plantMistakes(owner, planted, proxy.port);
  await console.program.line('dropClaimed');
  assert.ok(proxy.passed.length > 5, 'the miner used the proxy');
  assert.ok(service.requestCount >= 6, 'the services were told their secrets');
  assert.ok(mail.requestCount >= 1);
  proxy.closeGate();
  await console.program.line(
    'reasonRaised',
    ({ code }) => `${code}`.includes('unreachable') || `${code}`.includes('proxy'),
  );

  const secrets = { ...planted, ...sessions, 'API key': key, ...(await tokensOf(folder.path)) };
  const fetched = await fetchEverything(owner, key);
  const written = await readAllFiles(folder.path);
  const commands = await readCommandLines(owner, console.program.pid);
  console.program.send('SIGTERM');
  assert.equal((await console.program.end()).code, 0, console.program.stderr.slice(-2_000));
  const exhibits: readonly Exhibit[] = [
    ...fetched,
    ...heard.exhibits,
    ...written,
    ...commands,
    ...(await readAllFiles(folder.path)),
    { where: 'stdout', content: console.program.stdout },
    { where: 'stderr', content: console.program.stderr },
  ];
  checkRange(exhibits);
  assert.deepEqual(
    [...new Set(findSecrets(secrets, exhibits, (name, where) => meant[where]?.includes(name) === true))],
    [],
  );
  await checkMeantFiles(folder.path, secrets, written);
});

async function writeSettings(folder: string, secrets: PlantedSecrets, proxyPort: number): Promise<void> {
  await mkdir(join(folder, 'config'));
  const file = join(folder, 'config', 'settings.json');
  const proxy = proxyAddress(secrets['proxy password'], proxyPort);
  await writeFile(file, JSON.stringify({ network: { proxy } }));
  // As an editor leaves it.
  await chmod(file, 0o644);
}

/** Two passwords one after the other, a mistyped one, every session that was opened on the way, and a key. */
async function plantAccess(
  owner: Browser,
  secrets: PlantedSecrets,
): Promise<{ readonly sessions: Secrets; readonly key: string }> {
  const sessions: Record<string, string> = {};
  const keepSession = (name: string): void => {
    sessions[`session ${name}`] = owner.cookie.split('=').slice(1).join('=');
  };
  const first = secrets['earlier password'];
  await expectStatus(owner, 200, 'POST', 'api/setup/password', { password: first });
  keepSession('of the setup');
  await expectStatus(owner, 401, 'POST', 'api/session', { password: secrets['mistyped password'] });
  await expectStatus(owner, 200, 'POST', 'api/session', { password: first });
  keepSession('of the first password');
  const change = { oldPassword: first, newPassword: secrets.password };
  await expectStatus(owner, 200, 'POST', 'api/password', change);
  await expectStatus(owner, 200, 'POST', 'api/session', { password: secrets.password });
  keepSession('of the second password');
  const made = await expectStatus(owner, 201, 'POST', 'api/keys', { name: 'script', scope: 'control' });
  return { sessions, key: (made as { readonly secret: string }).secret };
}

/** Secrets where none belongs, or where nothing takes them. */
async function plantMistakes(owner: Browser, secrets: PlantedSecrets, proxyPort: number): Promise<void> {
  const tried = proxyAddress(secrets['proxy that was only tried'], proxyPort);
  await expectStatus(owner, 200, 'POST', 'api/settings/verify-proxy', { proxy: tried });
  const wrong = `htp:/ann:${secrets['proxy that does not fit']}@127.0.0.1`;
  await expectStatus(owner, 400, 'POST', 'api/settings', { 'network.proxy': wrong });
  await expectStatus(owner, 400, 'POST', 'api/settings', { 'network.proxi': wrong });
  await expectStatus(owner, 400, 'POST', 'api/settings', { 'mining.mode': wrong, network: { proxy: wrong } });
  const imported = { network: { proxy: proxyAddress(secrets['proxy of an imported file'], 1) } };
  await expectStatus(owner, 200, 'POST', 'api/settings/import', { text: JSON.stringify(imported), dryRun: true });
  // Changes of a secret are written down as well.
  for (const name of ['proxy of another day', 'proxy password'] as const) {
    const proxy = proxyAddress(secrets[name], proxyPort);
    await expectStatus(owner, 200, 'POST', 'api/settings', { 'network.proxy': proxy });
  }
  await expectStatus(owner, 200, 'POST', 'api/settings', { 'mining.mode': 'ending_soonest' });
  const sealed = await expectStatus(owner, 201, 'POST', 'api/backups', { passphrase: secrets['backup passphrase'] });
  const { name } = (sealed as { readonly backup: { readonly name: string } }).backup;
  await expectStatus(owner, 409, 'POST', `api/backups/${name}/restore`, { passphrase: secrets['wrong passphrase'] });
  await expectStatus(owner, 201, 'POST', 'api/backups', {});
}

interface Hearing extends AsyncDisposable {
  readonly exhibits: readonly Exhibit[];
  listen(url: string, cookie: string): void;
}

/** Everything that a live client is told. */
function hearEverything(): Hearing {
  const exhibits: Exhibit[] = [];
  const stack = new AsyncDisposableStack();
  return {
    exhibits,
    listen(url, cookie) {
      const { origin } = new URL(url);
      const socket = io(origin, { transports: ['websocket'], extraHeaders: { origin, cookie } });
      stack.defer(() => void socket.disconnect());
      socket.onAny((name: string, payload: unknown) => {
        exhibits.push({ where: `live ${name}`, content: JSON.stringify(payload) });
      });
    },
    [Symbol.asyncDispose]: () => stack.disposeAsync(),
  };
}

interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

/** Every GET of the document with everything that it can be asked for, and every way to be refused. */
async function fetchEverything(owner: Browser, key: string): Promise<readonly Exhibit[]> {
  const exhibits: Exhibit[] = [];
  const { paths } = (await expectStatus(owner, 200, 'GET', 'api/openapi.json')) as Document;
  const visit = async (method: string, path: string, headers = {}, json?: unknown): Promise<void> => {
    const {
      text,
      headers: answered,
      status,
    } = await owner.send(method, path, { headers, ...(json === undefined ? {} : { json }) });
    const where = `${method} ${path} (${status})`;
    exhibits.push({ where, content: JSON.stringify(answered) }, { where, content: text });
  };
  const ids = await idsOf(owner);
  for (const [template, methods] of Object.entries(paths)) {
    for (const path of fillPath(template, ids)) {
      if ('get' in methods) {
        for (const query of ['', ...queries]) await visit('GET', `${path}${query}`);
        await visit('GET', path, { 'x-api-key': `${key}x` });
        await visit('GET', path, { host: 'elsewhere.example' });
      }
      await visit('PATCH', path, {}, { password: 'x' });
    }
  }
  for (const path of ['/', '/api/docs', '/api/nothing', '/socket.io/?EIO=4&transport=polling'])
    await visit('GET', path);
  for (const { name } of ids.backups) exhibits.push(...(await downloadBackup(owner, name)));
  return exhibits;
}

/** Not every route takes them; a refusal is an answer too. */
const queries = ['?child=other', '?limit=1000', '?format=csv', '?format=ndjson', '?level=trace', '?text=a&nonsense=1'];

interface Ids {
  readonly children: readonly string[];
  readonly campaigns: readonly string[];
  readonly channels: readonly string[];
  readonly backups: readonly { readonly name: string }[];
}

async function idsOf(owner: Browser): Promise<Ids> {
  const get = async <Body>(path: string): Promise<Body> => (await expectStatus(owner, 200, 'GET', path)) as Body;
  const { campaigns } = await get<{ campaigns: readonly { id: string }[] }>('api/campaigns');
  const { channels } = await get<{ channels: readonly { id: string }[] }>('api/notifications/channels');
  const { backups } = await get<{ backups: readonly { name: string }[] }>('api/backups');
  return {
    children: ['miner', 'other', 'console'],
    campaigns: campaigns.slice(0, 1).map(({ id }) => id),
    channels: channels.map(({ id }) => id),
    backups,
  };
}

function fillPath(template: string, ids: Ids): readonly string[] {
  const [, , group] = template.split('/');
  const values =
    group === 'children'
      ? ids.children
      : group === 'campaigns'
        ? ids.campaigns
        : group === 'notifications'
          ? ids.channels
          : ids.backups.map(({ name }) => name);
  if (!template.includes('{')) return [template];
  return [...values, 'none'].map((value) => template.replace(/\{\w+\}/, value));
}

async function downloadBackup(owner: Browser, name: string): Promise<readonly Exhibit[]> {
  const { bytes, status } = await owner.send('GET', `api/backups/${name}`);
  assert.equal(status, 200);
  return unpacked({ where: `download of ${name}`, content: bytes });
}

/** Every user of the machine may read these. */
async function readCommandLines(owner: Browser, consolePid: number): Promise<readonly Exhibit[]> {
  const miner = (await expectStatus(owner, 200, 'GET', 'api/children/miner')) as { child: { pid: number } };
  return Promise.all(
    [consolePid, miner.child.pid].map(async (pid) => ({
      where: `command line of ${pid}`,
      content: await readFile(`/proc/${pid}/cmdline`),
    })),
  );
}

/** That nothing was found says something only where it was looked for. */
function checkRange(exhibits: readonly Exhibit[]): void {
  const seen = exhibits.map(({ where }) => where).join('\n');
  for (const expected of [
    /^GET \/api\/status \(200\)$/m,
    /^GET \/api\/children\/other \(200\)$/m,
    /^GET \/api\/audit\?limit=1000 \((?:200|400)\)$/m,
    /^GET \/api\/logs\/download\?format=ndjson \(200\)$/m,
    /^GET \/api\/history\/moves\?format=csv \(200\)$/m,
    /^GET \/api\/diagnostics \(200\)$/m,
    /^GET \/api\/notifications\/deliveries \(200\)$/m,
    /^GET \/metrics \(200\)$/m,
    /^GET \/readyz \(\d+\)$/m,
    /^GET \/api\/settings\/export \(200\)$/m,
    /\(401\)$/m,
    /\(404\)$/m,
    /\(405\)$/m,
    /\(421\)$/m,
    /^live initial_state$/m,
    /^live fact_stored$/m,
    /^live console_output$/m,
    /^download of .* \(unpacked\)$/m,
    /^data\/dropwise\.db$/m,
    /^data\/dropwise\.db-wal$/m,
    /^logs\/mining-.*\.log$/m,
    /^logs\/console-.*\.log$/m,
    /^backups\/.* \(unpacked\)$/m,
  ])
    assert.match(seen, expected);
  const other = exhibits.filter(({ where }) => where.startsWith('GET /api/logs/download'));
  assert.ok(
    other.some(({ content }) => content.includes('alive') && content.includes('[token]')),
    'the child’s lines are there, without its token',
  );
}

/** Each holds what it is for, and is its owner's alone. */
async function checkMeantFiles(folder: string, secrets: Secrets, written: readonly Exhibit[]): Promise<void> {
  for (const [file, names] of Object.entries(meant)) {
    const own = written.filter(({ where }) => where === file);
    const found = findSecrets(Object.fromEntries(names.map((name) => [name, secrets[name] ?? ''])), own);
    assert.deepEqual(
      found,
      names.map((name) => `${name} in ${file}`),
    );
  }
  const files = [...Object.keys(meant), 'config/access.json', 'data/dropwise.db'];
  const backups = written.filter(({ where }) => /^backups\/[^ ]+$/.test(where)).map(({ where }) => where);
  assert.deepEqual(await findOpenFiles(folder, [...files, ...backups]), []);
}

test('what is hunted is found in every shape, wherever in a text it stands', () => {
  const secret = 'planted/1+&"~';
  const shapes = [
    secret,
    `x=${encodeURIComponent(secret)}`,
    JSON.stringify({ a: JSON.stringify({ b: secret }) }),
    Buffer.from(secret).toString('hex'),
    ...['', 'a', 'ab', 'abc'].flatMap((before) => [
      Buffer.from(`${before}${secret} and more`).toString('base64'),
      Buffer.from(`${before}${secret}`).toString('base64url'),
    ]),
  ];
  for (const shape of shapes)
    assert.deepEqual(findSecrets({ it: secret }, [{ where: 'here', content: shape }]), ['it in here']);
  assert.deepEqual(findSecrets({ it: secret }, [{ where: 'here', content: 'planted/2' }]), []);
});
