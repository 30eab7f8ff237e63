import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { notificationRuleIds } from '@dropwise/core/notifications';
import { VirtualClock } from '@dropwise/kit';
import { openHookListener } from '../../notifications/testing/hook-listener.ts';
import { type Bench, hookTo, openBench } from '../../notifications/testing/open-bench.ts';
import { createApp } from '../create-app.ts';
import { checkAnswer, watchRoutes } from '../testing/check-answer.ts';
import { FakeAuditLog } from '../testing/fake-audit-log.ts';
import { registerFakeWho } from '../testing/fake-who.ts';
import { createCommandLimit } from './command-limit.ts';
import { registerNotificationsRoutes } from './notifications.ts';

/** The routes of a bench; every answer is held against its document. */
function openRoutes(bench: Bench) {
  const audit = new FakeAuditLog();
  const app = createApp({ trustedProxies: [], tls: null, onUnexpected: (error) => assert.fail(String(error)) });
  const routes = watchRoutes(app);
  registerFakeWho(app, 'control');
  const limit = createCommandLimit(new VirtualClock(0, async () => {}));
  registerNotificationsRoutes(app, {
    notifier: bench.notifier,
    channels: bench.channels,
    reader: bench.store.reader,
    audit,
    limit,
  });
  const ask = async (method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, payload?: object) => {
    const url = `/api/notifications/${path}`;
    const response = await app.inject({ method, url, ...(payload === undefined ? {} : { payload }) });
    const pattern = url.replace(/channels\/[^/]+$/, 'channels/:id').replace(/\?.*$/, '');
    checkAnswer(
      routes.find((route) => route.method === method && route.url === pattern),
      response,
    );
    return { status: response.statusCode, body: response.json(), text: response.body };
  };
  return { ask, audit, routes, [Symbol.asyncDispose]: () => app.close() };
}

describe('notifications over the API', () => {
  it('adds, shows, changes and removes a channel, never shows a secret, and writes down who did', async () => {
    await using bench = await openBench();
    await using api = openRoutes(bench);
    const texts: string[] = [];
    const added = await api.ask('POST', 'channels', hookTo('https://example.org/plantedPath'));
    assert.equal(added.status, 201);
    const { id } = added.body;
    texts.push(added.text, (await api.ask('GET', 'channels')).text);
    const { id: _id, problem: _problem, ...body } = added.body;
    const changed = await api.ask('PUT', `channels/${id}`, { ...body, name: 'Renamed' });
    assert.deepEqual([changed.status, changed.body.name, changed.body.config.url], [200, 'Renamed', '[set]']);
    assert.equal(bench.channels.find(id)?.config.url, 'https://example.org/plantedPath');
    const removed = await api.ask('DELETE', `channels/${id}`);
    assert.deepEqual(removed.body, { channels: [], problems: [] });
    texts.push(changed.text, removed.text, JSON.stringify(api.audit.entries));
    assert.doesNotMatch(texts.join('\n'), /planted/);
    assert.deepEqual(api.audit.actions, [
      `notifications.add ${id}`,
      `notifications.change ${id}`,
      `notifications.remove ${id}`,
    ]);
  });

  it('sends a test, says what became of it, and not what was answered', async () => {
    await using hook = await openHookListener();
    await using bench = await openBench();
    await using api = openRoutes(bench);
    const channel = { kind: 'webhook', config: { url: hook.url } };
    assert.deepEqual((await api.ask('POST', 'test', { channel })).body, {
      delivered: true,
      sentence: 'The webhook took it.',
    });
    hook.status = 401;
    const refused = await api.ask('POST', 'test', { channel });
    assert.deepEqual(refused.body, { delivered: false, sentence: 'The webhook answered 401.' });
    assert.deepEqual(api.audit.entries[1]?.after, { kind: 'webhook', delivered: false });
  });

  it('is no way to look for open ports: ten tests a minute', async () => {
    await using hook = await openHookListener();
    await using bench = await openBench();
    await using api = openRoutes(bench);
    const channel = { kind: 'webhook', config: { url: hook.url } };
    const statuses: number[] = [];
    for (let count = 0; count < 12; count++) statuses.push((await api.ask('POST', 'test', { channel })).status);
    assert.deepEqual(statuses.slice(9), [200, 429, 429]);
    assert.equal(hook.bodies.length, 10);
  });

  const refused: [
    what: string,
    method: 'POST' | 'PUT' | 'DELETE',
    path: string,
    body: object | undefined,
    status: number,
  ][] = [
    ['a channel of no kind', 'POST', 'channels', hookTo('https://example.org', { kind: 'pigeon' }), 400],
    ['an address that is none', 'POST', 'channels', hookTo('javascript:alert(1)'), 400],
    ['a field that is not known', 'POST', 'channels', { ...hookTo('https://example.org'), owner: true }, 400],
    ['a rule that is not known', 'POST', 'channels', { ...hookTo('https://example.org'), rules: ['weather'] }, 400],
    ['a secret that was never saved', 'POST', 'channels', hookTo('[set]'), 400],
    ['a change of no channel', 'PUT', 'channels/none', hookTo('https://example.org'), 404],
    ['an id that is none', 'PUT', 'channels/..%2f..', hookTo('https://example.org'), 400],
    ['the removal of no channel', 'DELETE', 'channels/none', undefined, 404],
    ['a test of nothing', 'POST', 'test', {}, 400],
    ['a test of no channel', 'POST', 'test', { id: 'none' }, 404],
  ];
  for (const [what, method, path, body, status] of refused) {
    it(`refuses ${what}`, async () => {
      await using bench = await openBench();
      await using api = openRoutes(bench);
      assert.equal((await api.ask(method, path, body)).status, status);
      assert.deepEqual(api.audit.entries, []);
    });
  }

  it('lists what was sent', async () => {
    await using bench = await openBench();
    await using api = openRoutes(bench);
    const at = bench.clock.now();
    for (const channelId of ['one', 'two']) {
      bench.store.writer.addDelivery({ at, channelId, rule: 'dropClaimed', title: 'Claimed', text: 'A text.' });
    }
    const all = await api.ask('GET', 'deliveries?limit=1');
    assert.equal(all.body.items.length, 1);
    assert.notEqual(all.body.next, null);
    const some = await api.ask('GET', 'deliveries?channelId=one');
    assert.deepEqual(
      some.body.items.map((row: { channelId: string }) => row.channelId),
      ['one'],
    );
  });

  it('lists rules and kinds, with everything that a form needs', async () => {
    await using bench = await openBench();
    await using api = openRoutes(bench);
    const rules = (await api.ask('GET', 'rules')).body.rules.map(({ id }: { id: string }) => id);
    assert.deepEqual(rules, [...notificationRuleIds]);
    const { kinds } = (await api.ask('GET', 'kinds')).body;
    assert.equal(kinds.length, 7);
    const email = kinds.find(({ kind }: { kind: string }) => kind === 'email');
    assert.deepEqual(email.fields.find(({ name }: { name: string }) => name === 'security').choices, [
      'starttls',
      'tls',
      'none',
    ]);
  });

  it('asks for control for what changes or sends, and for reading for the rest', async () => {
    await using bench = await openBench();
    await using api = openRoutes(bench);
    for (const { method, options } of api.routes.filter(({ method }) => method !== 'HEAD')) {
      assert.equal(options.config?.scope, method === 'GET' ? 'read' : 'control', `${method} ${options.url}`);
    }
  });
});
