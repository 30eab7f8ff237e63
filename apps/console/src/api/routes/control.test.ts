import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { buildChannel, buildHealth, buildLogin, buildView } from '../testing/build-views.ts';
import { createTestApi } from '../testing/create-test-api.ts';

describe('commands to the miner', () => {
  it('reach it and are written down with who, what and what was before', async () => {
    await using api = await createTestApi();
    const answer = await api.send({ method: 'POST', url: '/api/reload' });
    assert.equal(answer.statusCode, 200);
    assert.deepEqual(api.fleet.asked, [{ childId: 'miner', command: { kind: 'reload' } }]);
    const [entry] = api.audit.entries;
    assert.equal(entry?.action, 'miner.reload');
    assert.equal(entry?.who.address, '127.0.0.1');
    assert.deepEqual(entry?.before, { fetchedAt: api.session.view.status.fetchedAt });
  });

  const problems = [
    ['notRunning', 503, 'minerNotRunning'],
    ['cannot', 501, 'minerCannot'],
    ['refused', 502, 'minerRefused'],
    ['noAnswer', 503, 'unavailable'],
  ] as const;
  for (const [kind, status, code] of problems) {
    it(`that end with ${kind} answer ${code} with the miner’s sentence, and are written down`, async () => {
      await using api = await createTestApi();
      api.fleet.answer = { ok: false, failure: { kind, sentence: 'It is so.' } };
      const answer = await api.send({ method: 'POST', url: '/api/reload' });
      assert.equal(answer.statusCode, status);
      assert.deepEqual(answer.json(), { error: { code, sentence: 'It is so.', at: null } });
      assert.deepEqual(api.audit.entries[0]?.after, { problem: 'It is so.' });
    });
  }

  it('are taken ten times a minute, then refused until there is room again', async () => {
    await using api = await createTestApi();
    for (let count = 0; count < 10; count++) {
      assert.equal((await api.send({ method: 'POST', url: '/api/reload' })).statusCode, 200);
      await api.clock.advance(1_000);
    }
    const refused = await api.send({ method: 'POST', url: '/api/reload' });
    assert.equal(refused.statusCode, 429);
    assert.equal(refused.headers['retry-after'], '50');
    assert.match(refused.json().error.sentence, /in 50 seconds/);
    assert.equal(api.fleet.asked.length, 10);
    assert.equal((await api.send({ method: 'POST', url: '/api/mode/exit-manual' })).statusCode, 200);
    await api.clock.advance(50_000);
    assert.equal((await api.send({ method: 'POST', url: '/api/reload' })).statusCode, 200);
  });

  it('to a child that is not there name those that are', async () => {
    await using api = await createTestApi();
    const answer = await api.send({ method: 'POST', url: '/api/reload?child=other' });
    assert.equal(answer.statusCode, 404);
    assert.match(answer.json().error.sentence, /no child "other". There are miner/);
  });
});

describe('choosing a channel', () => {
  const view = buildView({
    channels: {
      101: buildChannel({ watching: true }),
      102: buildChannel({ id: '102', login: 'beta', displayName: 'Beta' }),
    },
  });

  for (const body of [{ channelId: '102' }, { login: 'BETA' }, { channelId: '102', login: 'beta' }]) {
    it(`by ${JSON.stringify(body)} sends both its names`, async () => {
      await using api = await createTestApi();
      api.fleet.views.set('miner', view);
      const answer = await api.send({ method: 'POST', url: '/api/channels/select', payload: body });
      assert.equal(answer.statusCode, 200);
      assert.deepEqual(api.fleet.asked[0]?.command, { kind: 'selectChannel', channelId: '102', login: 'beta' });
      assert.deepEqual(api.audit.entries[0]?.before, { watching: 'alpha' });
    });
  }

  const refusals = [
    [{}, 400, /Expected a channelId or a login, found neither/],
    [{ chanelId: '102' }, 400, /found "chanelId"\. Did you mean "channelId"\?/],
    [{ channelId: 102 }, 400, /Expected text, found 102\./],
    [{ login: 'nobody' }, 404, /knows no channel "nobody"/],
    [{ channelId: '101', login: 'beta' }, 404, /knows no channel/],
  ] as const;
  for (const [payload, status, sentence] of refusals) {
    it(`by ${JSON.stringify(payload)} answers ${status}`, async () => {
      await using api = await createTestApi();
      api.fleet.views.set('miner', view);
      const answer = await api.send({ method: 'POST', url: '/api/channels/select', payload });
      assert.equal(answer.statusCode, status);
      assert.match(answer.json().error.sentence, sentence);
      assert.equal(api.fleet.asked.length, 0);
    });
  }

  it('is undone by leaving the manual mode', async () => {
    await using api = await createTestApi();
    await api.send({ method: 'POST', url: '/api/mode/exit-manual' });
    assert.deepEqual(api.fleet.asked[0]?.command, { kind: 'exitManual' });
  });
});

describe('the sign-in to Twitch', () => {
  it('is shown without the token', async () => {
    await using api = await createTestApi();
    assert.deepEqual((await api.send({ url: '/api/login' })).json(), buildLogin());
  });

  it('asks for a code, and takes no password', async () => {
    await using api = await createTestApi();
    assert.equal((await api.send({ method: 'POST', url: '/api/login' })).statusCode, 200);
    assert.deepEqual(api.fleet.asked[0]?.command, { kind: 'retryLogin' });
    const payload = { username: 'someone', password: 'hunter2' };
    const refused = await api.send({ method: 'POST', url: '/api/login', payload });
    assert.equal(refused.statusCode, 400);
    assert.match(refused.json().error.sentence, /nobody signs in to Twitch with a password here/);
    assert.doesNotMatch(refused.body, /hunter2|someone/);
  });

  it('is not disturbed when the code was entered', async () => {
    await using api = await createTestApi();
    const login = buildLogin({ state: 'waitingForPerson', userCode: 'ABCD' });
    api.fleet.views.set('miner', buildView({ login }));
    assert.deepEqual((await api.send({ method: 'POST', url: '/api/oauth/confirm' })).json(), login);
    assert.deepEqual(api.fleet.asked, []);
  });

  it('is forgotten when asked to', async () => {
    await using api = await createTestApi();
    await api.send({ method: 'DELETE', url: '/api/login' });
    assert.deepEqual(api.fleet.asked[0]?.command, { kind: 'signOut' });
    assert.deepEqual(api.audit.entries[0]?.before, { state: 'signedIn', login: 'someone' });
  });
});

describe('closing', () => {
  it('stops the miner and leaves the console', async () => {
    await using api = await createTestApi({ scope: 'control' });
    assert.equal((await api.send({ method: 'POST', url: '/api/close' })).statusCode, 200);
    assert.deepEqual(api.fleet.moved, ['stop miner']);
    assert.equal(api.condition.stops, 0);
    assert.deepEqual(api.audit.actions, ['child.stop miner']);
  });

  it('stops the console for its owner, once the answer is out', async () => {
    await using api = await createTestApi();
    await api.send({ method: 'POST', url: '/api/close', payload: { console: true } });
    assert.equal(api.condition.stops, 1);
  });

  it('stops the console for nobody else', async () => {
    await using api = await createTestApi({ scope: 'control' });
    const answer = await api.send({ method: 'POST', url: '/api/close', payload: { console: true } });
    assert.equal(answer.statusCode, 403);
    assert.deepEqual([api.condition.stops, api.fleet.moved], [0, []]);
  });

  it('says why when the miner cannot be stopped', async () => {
    await using api = await createTestApi();
    api.fleet.moveAnswer = { ok: false, failure: 'It does not end.' };
    const answer = await api.send({ method: 'POST', url: '/api/close' });
    assert.deepEqual(answer.json(), { error: { code: 'conflict', sentence: 'It does not end.', at: null } });
  });
});

describe('status', () => {
  it('tells what is done, for whom, and whether it counts', async () => {
    await using api = await createTestApi();
    const status = (await api.send({ url: '/api/status' })).json();
    assert.equal(status.watching.login, 'alpha');
    assert.equal(status.login.login, 'someone');
    assert.equal(status.health.code, 'working');
    assert.equal(status.clock.speed, 1);
  });

  it('of a dead miner does not repeat its last words as health', async () => {
    await using api = await createTestApi();
    api.fleet.change(
      'miner',
      { phase: 'givenUp', sentence: 'It ended 5 times.' },
      buildView({ health: buildHealth() }),
    );
    const status = (await api.send({ url: '/api/status?child=miner' })).json();
    assert.equal(status.health.code, 'miner-given-up');
    assert.match(status.health.sentence, /It ended 5 times\.$/);
  });

  it('of a miner that never spoke says so', async () => {
    await using api = await createTestApi();
    api.fleet.views.clear();
    api.fleet.sessions.clear();
    const status = (await api.send({ url: '/api/status' })).json();
    assert.equal(status.watching, null);
    assert.equal(status.login.state, 'unknown');
    const process = (await api.send({ url: '/api/miner/status' })).json();
    assert.equal(process.status, null);
    assert.equal(process.child.id, 'miner');
  });
});
