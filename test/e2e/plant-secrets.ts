import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from './browser.ts';
import type { Secrets } from './secret-hunt.ts';

/** What a person enters somewhere and nobody may ever see again; recognisable, and different in every run. */
export type PlantedSecrets = Readonly<Record<(typeof planted)[number], string>>;

const planted = [
  'password',
  'earlier password',
  'mistyped password',
  'proxy password',
  'proxy of another day',
  'proxy that was only tried',
  'proxy that does not fit',
  'proxy of an imported file',
  'environment of the console',
  'environment of a child',
  'argument of a child',
  'next argument of a child',
  'token that a child prints',
  'telegram token',
  'discord address',
  'ntfy topic',
  'ntfy password',
  'gotify token',
  'webhook secret',
  'webhook header',
  'mail password',
  'apprise key',
  'backup passphrase',
  'wrong passphrase',
] as const;

/** Those that only letters and digits may be in. */
const plain: ReadonlySet<string> = new Set([
  'token that a child prints',
  'telegram token',
  'discord address',
  'ntfy topic',
  'gotify token',
  'apprise key',
]);

export function makeSecrets(): PlantedSecrets {
  const make = (name: string): string => {
    const random = randomBytes(12).toString('hex');
    // What every encoding writes in its own way.
    return plain.has(name) ? `planted${random}` : `planted/${random}+&"~`;
  };
  return Object.fromEntries(planted.map((name) => [name, make(name)])) as PlantedSecrets;
}

/** A proxy's address with name and password, as settings take it. */
export function proxyAddress(password: string, port: number): string {
  return `http://ann:${encodeURIComponent(password)}@127.0.0.1:${port}`;
}

/** A program that says its token in every way that miners do. */
export async function writeTalkativeChild(folder: string, token: string): Promise<string> {
  const file = join(folder, 'talkative.js');
  const lines = [
    `Cookie: auth-token=${token}; unique_id=x`,
    `{"access_token":"${token}"}`,
    `Authorization: OAuth ${token}`,
    `GET https://id.example/validate?access_token=${token}&x=1`,
    `connecting to http://ann:${token}@proxy.example:3128`,
  ];
  const text = `for (const line of ${JSON.stringify(lines)}) { console.log(line); console.error(line); }
require('node:fs').writeFileSync('log.txt', ${JSON.stringify(`${lines.join('\n')}\n`)});
setInterval(() => console.log('alive'), 50);
`;
  await writeFile(file, text);
  return file;
}

/** A child that is given secrets in every place that a definition has. */
export async function plantChild(
  owner: Browser,
  secrets: PlantedSecrets,
  script: string,
  folder: string,
): Promise<void> {
  const definition = {
    id: 'other',
    name: 'Other',
    adapter: 'command',
    workingFolder: folder,
    logFile: 'log.txt',
    command: [
      process.execPath,
      script,
      `--api-token=${secrets['argument of a child']}`,
      '--password',
      secrets['next argument of a child'],
    ],
    env: { OTHER_SECRET: secrets['environment of a child'] },
    patterns: [{ pattern: 'alive', fact: 'alive' }],
  };
  await expectStatus(owner, 200, 'PUT', 'api/children/other', definition);
}

/** One channel of every kind, at a service that answers with what it was sent; and a test of each. */
export async function plantChannels(
  owner: Browser,
  secrets: PlantedSecrets,
  ports: { readonly http: number; readonly mail: number },
): Promise<void> {
  const service = `http://127.0.0.1:${ports.http}`;
  const configs: Readonly<Record<string, unknown>> = {
    telegram: { token: `123456:${secrets['telegram token']}`, chatId: '1', server: service },
    discord: { url: `${service}/api/webhooks/${secrets['discord address']}` },
    ntfy: { server: service, topic: secrets['ntfy topic'], user: 'ann', password: secrets['ntfy password'] },
    gotify: { server: service, token: secrets['gotify token'] },
    webhook: {
      url: `${service}/hook?key=1`,
      secret: secrets['webhook secret'],
      headers: { 'x-key': secrets['webhook header'] },
    },
    email: {
      host: '127.0.0.1',
      port: ports.mail,
      security: 'tls',
      verifyCertificate: false,
      user: 'ann',
      password: secrets['mail password'],
      from: 'ann@example.org',
      to: ['ann@example.org'],
    },
    apprise: { server: service, key: secrets['apprise key'] },
  };
  const rules = await ruleIds(owner);
  for (const [kind, config] of Object.entries(configs)) {
    const channel = { name: kind, kind, rules, config };
    const made = await expectStatus(owner, 201, 'POST', 'api/notifications/channels', channel);
    const { id } = made as { readonly id: string };
    const tested = await expectStatus(owner, 200, 'POST', 'api/notifications/test', { id });
    assert.equal((tested as { readonly delivered: boolean }).delivered, false);
  }
}

async function ruleIds(owner: Browser): Promise<readonly string[]> {
  const { json } = await owner.send('GET', 'api/notifications/rules');
  return (json as { readonly rules: readonly { readonly id: string }[] }).rules.map(({ id }) => id);
}

export async function expectStatus(
  browser: Browser,
  status: number,
  method: string,
  path: string,
  json?: unknown,
): Promise<unknown> {
  const answer = await browser.send(method, path, json === undefined ? {} : { json });
  assert.equal(answer.status, status, `${method} ${path}: ${answer.text}`);
  return answer.json;
}

/** What Twitch gave the miner. */
export async function tokensOf(folder: string): Promise<Secrets> {
  const jar = await readFile(join(folder, 'data', 'cookies.jar'), 'utf8');
  const [, token = ''] = /auth-token"?[^a-z0-9]+(?:value"?[^a-z0-9]+)?([a-z0-9]{30})/.exec(jar) ?? [];
  assert.equal(token.length, 30, 'expected a token in the jar');
  return { 'Twitch token': token };
}
