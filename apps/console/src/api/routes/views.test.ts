import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { buildCampaign, buildChannel, buildPlan, buildView, testNow } from '../testing/build-views.ts';
import { createTestApi } from '../testing/create-test-api.ts';

describe('channels and campaigns', () => {
  it('begin with what is watched, then what is live with drops', async () => {
    await using api = await createTestApi();
    const channels = [
      buildChannel({ id: '1', login: 'offline', live: false }),
      buildChannel({ id: '2', login: 'small', viewers: 5 }),
      buildChannel({ id: '3', login: 'large', viewers: 9_000 }),
      buildChannel({ id: '4', login: 'watched', watching: true, viewers: 1 }),
      buildChannel({ id: '5', login: 'nodrops', drops: false, viewers: 99_999 }),
    ];
    api.fleet.views.set('miner', buildView({ channels: Object.fromEntries(channels.map((each) => [each.id, each])) }));
    const logins = (await api.send({ url: '/api/channels' }))
      .json()
      .channels.map((each: { login: string }) => each.login);
    assert.deepEqual(logins, ['watched', 'large', 'small', 'nodrops', 'offline']);
  });

  const campaigns = [
    buildCampaign({ id: 'b', name: 'B', endsAt: testNow + 9_000 }),
    buildCampaign({ id: 'a', name: 'A', endsAt: testNow + 1_000, linked: 'unlinked' }),
    buildCampaign({ id: 'u', name: 'U', state: 'upcoming', game: 'Other Game' }),
    buildCampaign({ id: 'x', name: 'X', state: 'expired' }),
  ];
  const view = buildView({ campaigns: Object.fromEntries(campaigns.map((each) => [each.id, each])) });
  const filters = [
    ['', ['a', 'b', 'u', 'x']],
    ['?state=active', ['a', 'b']],
    ['?state=upcoming,expired', ['u', 'x']],
    ['?linked=unlinked', ['a']],
    ['?game=other%20game', ['u']],
    ['?state=active&linked=linked&game=Rust', ['b']],
  ] as const;
  for (const [query, expected] of filters) {
    it(`answer api/campaigns${query} with ${expected.join(', ')}`, async () => {
      await using api = await createTestApi();
      api.fleet.views.set('miner', view);
      const answer = (await api.send({ url: `/api/campaigns${query}` })).json();
      assert.deepEqual(
        answer.campaigns.map((each: { id: string }) => each.id),
        expected,
      );
    });
  }

  it('are had one by one, and only those that are there', async () => {
    await using api = await createTestApi();
    api.fleet.views.set('miner', view);
    assert.equal((await api.send({ url: '/api/campaigns/u' })).json().name, 'U');
    assert.equal((await api.send({ url: '/api/campaigns/none' })).statusCode, 404);
    assert.equal((await api.send({ url: '/api/campaigns/toString' })).statusCode, 404);
  });
});

describe('the plan', () => {
  it('is given as it was made last, or said not to be', async () => {
    await using api = await createTestApi();
    assert.deepEqual((await api.send({ url: '/api/plan' })).json().plan, buildPlan());
    api.fleet.change('miner', { can: ['facts'] }, buildView({ plan: null }));
    const without = (await api.send({ url: '/api/plan' })).json();
    assert.deepEqual(without, { plan: null, sentence: 'Dropwise does not plan ahead.' });
  });

  it('is tried with other wishes, those left out being none', async () => {
    await using api = await createTestApi();
    const payload = { wishes: { games: { Rust: 'must' } } };
    assert.equal((await api.send({ method: 'POST', url: '/api/plan/preview', payload })).statusCode, 200);
    assert.deepEqual(api.session.previewed, [{ games: { Rust: 'must' }, campaigns: {}, drops: {} }]);
  });

  it('is not tried too often, nor without a miner or a planner', async () => {
    await using api = await createTestApi();
    const request = { method: 'POST', url: '/api/plan/preview', payload: { wishes: {} } } as const;
    api.session.preview = { ok: false, failure: 'It has no planner.' };
    assert.equal((await api.send(request)).statusCode, 501);
    await api.send(request);
    await api.send(request);
    assert.equal((await api.send(request)).statusCode, 429);
    api.fleet.sessions.clear();
    assert.equal((await api.send(request)).json().error.code, 'minerNotRunning');
  });

  it('says which wish is none', async () => {
    await using api = await createTestApi();
    const payload = { wishes: { games: { Rust: 'perhaps' } } };
    const { error } = (await api.send({ method: 'POST', url: '/api/plan/preview', payload })).json();
    assert.equal(error.sentence, 'Expected one of "must", "want", "fill", "never", found text of 7 characters.');
    assert.equal(error.at, 'body.wishes.games.Rust');
  });
});

describe('what this is', () => {
  it('is told: version, reasons, live events, audit, adapters', async () => {
    await using api = await createTestApi();
    assert.equal((await api.send({ url: '/api/version' })).json().version, '0.1.0');
    const { reasons } = (await api.send({ url: '/api/reasons' })).json();
    assert.equal(new Set(reasons.map((each: { code: string }) => each.code)).size, reasons.length);
    const live = (await api.send({ url: '/api/live' })).json();
    const names = live.events.map(({ name }: { name: string }) => name);
    assert.ok(names.includes('drop_progress') && names.includes('audience_update'));
    const { adapters } = (await api.send({ url: '/api/adapters' })).json();
    assert.deepEqual(adapters[1].needs[0].field, 'command');
    api.reader.storedAudit.push({
      seq: 1,
      at: testNow,
      whoKind: 'session',
      whoName: 'password',
      address: '127.0.0.1',
      action: 'child.stop',
      target: 'miner',
      before: { phase: 'running' },
      after: null,
    });
    assert.equal((await api.send({ url: '/api/audit?action=child.stop' })).json().items.length, 1);
    assert.equal((await api.send({ url: '/api/audit?action=other' })).json().items.length, 0);
  });
});
