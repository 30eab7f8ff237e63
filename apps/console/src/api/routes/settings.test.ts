import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { inOtherWords, settingDefinitions } from '@dropwise/core';
import { fail, succeed } from '@dropwise/kit';
import { createSystemClock } from '@dropwise/runtime';
import type { InjectOptions, LightMyRequestResponse } from 'fastify';
import type { Scope } from '../../auth/who.ts';
import {
  openSettingsWorld,
  type SettingsWorld,
  type SettingsWorldOptions,
} from '../../config/testing/settings-world.ts';
import { createApp } from '../create-app.ts';
import { checkAnswer, watchRoutes } from '../testing/check-answer.ts';
import { registerFakeWho } from '../testing/fake-who.ts';
import { registerSettingsRoutes } from './settings.ts';

interface Api extends AsyncDisposable {
  readonly world: SettingsWorld;
  send(request: InjectOptions): Promise<LightMyRequestResponse>;
}

async function openApi(options: SettingsWorldOptions = {}, scope: Scope = 'owner'): Promise<Api> {
  const world = await openSettingsWorld(options);
  const app = createApp({ trustedProxies: [], tls: null, onUnexpected: (error) => assert.fail(String(error)) });
  const routes = watchRoutes(app);
  registerFakeWho(app, scope);
  registerSettingsRoutes(app, {
    settings: world.service,
    reader: { settings: () => ({ items: world.kept.map((record, index) => ({ seq: index, ...record })), next: null }) },
    audit: world.audit,
    clock: createSystemClock(),
    importPeer: (text) =>
      text.includes('priority')
        ? succeed({
            peer: 'tdm',
            changes: { 'mining.priority': ['Rust'], 'network.proxy': 'http://ann:hush@127.0.0.1:1', 'mining.seed': -1 },
            notes: [inOtherWords('autostart has no counterpart.')],
          })
        : fail('Expected settings of TDM or rangermix.'),
  });
  await app.ready();
  return {
    world,
    send: async (request) => {
      const response = await app.inject(request);
      const path = String(request.url).split('?')[0];
      checkAnswer(
        routes.find(({ method, url }) => method === request.method && url === path),
        response,
      );
      assert.doesNotMatch(response.body, /hush/);
      return response;
    },
    [Symbol.asyncDispose]: async () => {
      await app.close();
      await world[Symbol.asyncDispose]();
    },
  };
}

describe('GET /api/settings', () => {
  it('shows every setting, and of a secret only that it is set', async () => {
    await using api = await openApi({ env: { DROPWISE_NETWORK_PROXY: 'http://ann:hush@127.0.0.1:1' } });
    const { settings } = (await api.send({ method: 'GET', url: '/api/settings' })).json();
    assert.equal(settings.length, settingDefinitions.length);
    assert.equal(settings.find(({ key }: { key: string }) => key === 'network.proxy').value, '[set]');
  });
  it('has a form for each', async () => {
    await using api = await openApi();
    const { settings } = (await api.send({ method: 'GET', url: '/api/settings/schema' })).json();
    assert.equal(settings.length, settingDefinitions.length);
  });
});

describe('POST /api/settings', () => {
  const bodies: [string, object][] = [
    ['under "changes"', { changes: { 'mining.mode': 'random', 'mining.exclude.games': ['Rust'] } }],
    ['dotted', { 'mining.mode': 'random', 'mining.exclude.games': ['Rust'] }],
    ['nested', { mining: { mode: 'random', exclude: { games: ['Rust'] } } }],
  ];
  for (const [what, payload] of bodies) {
    it(`takes changes that are ${what}`, async () => {
      await using api = await openApi();
      const answer = (await api.send({ method: 'POST', url: '/api/settings', payload })).json();
      assert.deepEqual([...answer.outcome.keys].sort(), ['mining.exclude.games', 'mining.mode']);
      assert.equal(answer.settings.revision, 2);
      assert.equal(api.world.service.values.mining.mode, 'random');
      assert.equal(api.world.audit.entries[0]?.who.name, 'password');
    });
  }
  it('says of everything that does not fit why, and where it stood', async () => {
    await using api = await openApi({ env: { DROPWISE_MINING_MODE: 'random' } });
    const payload = { mining: { mode: 'plan', seed: 'x' } };
    const answer = await api.send({ method: 'POST', url: '/api/settings', payload });
    assert.equal(answer.statusCode, 400);
    const { error } = answer.json();
    assert.deepEqual([error.code, error.at], ['badRequest', 'body.mining.mode']);
    assert.match(error.sentence, /DROPWISE_MINING_MODE.*mining\.seed: expected a whole number .*, found "x"/);
  });
  it('leaves the settings of the console itself to the owner', async () => {
    await using api = await openApi({}, 'control');
    const send = (payload: object) => api.send({ method: 'POST', url: '/api/settings', payload });
    assert.equal((await send({ 'mining.seed': 2 })).statusCode, 200);
    for (const [key, value] of [
      ['console.allowedHosts', ['evil.example']],
      ['history.factDays', 1],
      ['backup.folder', '/etc/cron.d'],
      ['updates.url', 'http://169.254.169.254/'],
    ] as const) {
      const answer = await send({ 'mining.seed': 3, [key]: value });
      assert.equal(answer.statusCode, 403);
      assert.deepEqual([answer.json().error.code, answer.json().error.at], ['notAllowed', `body.${key}`]);
    }
    const text = JSON.stringify({ history: { factDays: 1 } });
    const imported = await api.send({ method: 'POST', url: '/api/settings/import', payload: { text, dryRun: false } });
    assert.equal(imported.statusCode, 403);
    assert.equal(api.world.service.values.mining.seed, 2);
  });
  it('refuses what is said in two ways at once, and what is no object', async () => {
    await using api = await openApi();
    for (const payload of [{ changes: { 'mining.seed': 2 }, mining: { seed: 3 } }, { changes: 5 }]) {
      assert.equal((await api.send({ method: 'POST', url: '/api/settings', payload })).statusCode, 400);
    }
    assert.equal(api.world.service.values.mining.seed, 1);
  });
  it('refuses names that the language itself knows', async () => {
    await using api = await openApi();
    for (const payload of [
      '{"__proto__": {"mode": "x"}}',
      '{"mining": {"constructor": {"prototype": 1}}}',
      '{"toString": 1}',
    ]) {
      const headers = { 'content-type': 'application/json' };
      assert.equal((await api.send({ method: 'POST', url: '/api/settings', payload, headers })).statusCode, 400);
    }
  });
});

describe('the history of the settings', () => {
  it('has who changed them, newest values and all, without secrets', async () => {
    await using api = await openApi();
    const payload = { 'mining.seed': 4, 'network.proxy': 'http://ann:hush@127.0.0.1:1' };
    await api.send({ method: 'POST', url: '/api/settings', payload });
    const { items } = (await api.send({ method: 'GET', url: '/api/settings/history?limit=10' })).json();
    assert.deepEqual([items[0].by, items[0].values], ['password', { 'mining.seed': 4 }]);
  });
});

describe('settings that are taken away', () => {
  it('are those that differ from the defaults, and come back by import', async () => {
    const settings = {
      mining: { seed: 4, exclude: { games: ['Rust'] } },
      network: { proxy: 'http://ann:hush@127.0.0.1:1' },
    };
    await using from = await openApi({ text: JSON.stringify(settings) });
    const exported = await from.send({ method: 'GET', url: '/api/settings/export' });
    assert.match(String(exported.headers['content-disposition']), /settings\.json/);
    assert.deepEqual(exported.json(), { mining: { seed: 4, exclude: { games: ['Rust'] } } });
    await using to = await openApi();
    const payload = { text: exported.body, dryRun: false };
    const imported = (await to.send({ method: 'POST', url: '/api/settings/import', payload })).json();
    assert.deepEqual([imported.from, imported.outcome.state], ['dropwise', 'saved']);
    assert.equal(to.world.service.values.mining.seed, 4);
  });
});

describe('POST /api/settings/import', () => {
  it('first shows what another miner’s file would change, and what is left out', async () => {
    await using api = await openApi();
    const payload = { text: '{ "priority": [] }' };
    const answer = (await api.send({ method: 'POST', url: '/api/settings/import', payload })).json();
    assert.deepEqual([answer.from, answer.outcome], ['tdm', null]);
    assert.deepEqual(answer.entries, [
      { key: 'mining.priority', before: [], after: ['Rust'] },
      { key: 'network.proxy', before: null, after: '[set]' },
    ]);
    assert.equal(answer.notes[0], 'autostart has no counterpart.');
    assert.match(answer.notes[1], /^Left out: mining\.seed: expected/);
    assert.deepEqual(api.world.service.values.mining.priority, []);
  });
  it('then changes exactly that', async () => {
    await using api = await openApi();
    const payload = { text: '{ "priority": [] }', dryRun: false };
    const answer = (await api.send({ method: 'POST', url: '/api/settings/import', payload })).json();
    assert.deepEqual([...answer.outcome.keys].sort(), ['mining.priority', 'network.proxy']);
    assert.equal(api.world.service.values.network.proxy, 'http://ann:hush@127.0.0.1:1');
  });
  it('says of a file that is none of the known ones what it is', async () => {
    await using api = await openApi();
    for (const [text, sentence] of [
      ['{ "x": 1 }', /Expected settings of TDM or rangermix/],
      ['{ "x": ', /line 1, column \d+ is not/],
    ] as const) {
      const answer = await api.send({ method: 'POST', url: '/api/settings/import', payload: { text } });
      assert.equal(answer.statusCode, 400);
      assert.match(answer.json().error.sentence, sentence);
    }
  });
  it('takes a key of ours back to its default where the file says null, and names what it does not know', async () => {
    await using api = await openApi({ text: '{ "mining": { "seed": 4 } }' });
    const payload = { text: '{ "mining": { "seed": null }, "other": 1 }', dryRun: false };
    const answer = (await api.send({ method: 'POST', url: '/api/settings/import', payload })).json();
    assert.deepEqual(answer.entries, [{ key: 'mining.seed', before: 4, after: 1 }]);
    assert.match(answer.notes.join(), /no setting other/);
    assert.equal(api.world.service.values.mining.seed, 1);
  });
});

describe('POST /api/settings/verify-proxy', () => {
  const request = { method: 'POST', url: '/api/settings/verify-proxy' } as const;

  it('tries the saved proxy where none is given, and writes down where to', async () => {
    await using api = await openApi({ text: '{ "network": { "proxy": "http://ann:hush@127.0.0.1:1" } }' });
    for (const payload of [{}, { proxy: '[set]' }]) {
      const answer = (await api.send({ ...request, payload })).json();
      assert.deepEqual([answer.works, answer.latencyMs], [false, null]);
    }
    const [entry] = api.world.audit.entries;
    assert.deepEqual([entry?.action, entry?.target], ['proxy.verify', 'http://127.0.0.1:1']);
  });
  it('refuses what is no proxy’s address, without naming it', async () => {
    await using api = await openApi();
    for (const payload of [{}, { proxy: '' }, { proxy: 'hush' }, { proxy: 'ftp://ann:hush@127.0.0.1' }]) {
      assert.equal((await api.send({ ...request, payload })).statusCode, 400);
    }
  });
  it('tries one at a time', async () => {
    await using api = await openApi();
    const answers = await Promise.all(
      [1, 2].map(() => api.send({ ...request, payload: { proxy: 'http://127.0.0.1:1' } })),
    );
    assert.deepEqual(answers.map(({ statusCode }) => statusCode).sort(), [200, 429]);
  });
});
