import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { AdapterSession } from '../adapter.ts';
import { createFakeLife, defineChild } from '../lines/testing/fake-life.ts';
import { createRecordingSink } from '../lines/testing/recording-sink.ts';
import { createRangermixApi } from './rangermix-api.ts';
import { startFakeRangermix } from './testing/fake-rangermix.ts';
import { sampleCampaign, sampleChannel, sampleDrop } from './testing/samples.ts';
import { adapter, clock, openScene, withEverything } from './testing/scene.ts';

/** Null = it has said nothing of its settings. */
function restartKeysOf(session: AdapterSession): readonly string[] | null {
  return session.settingsTaken?.restartKeys ?? null;
}

describe('rangermix’ connection', () => {
  it('is made again, and what happened meanwhile is told', async () => {
    await using scene = await openScene(withEverything);
    const { fake, sink } = scene;
    fake.state.campaigns = [
      { ...sampleCampaign, drops: [{ ...sampleDrop, current_minutes: 60, is_claimed: true }], claimed_drops: 1 },
    ];
    sink.told.facts.length = 0;
    fake.cut();
    await sink.until(() => sink.kinds.includes('dropClaimed'));
    await scene.settled();
    assert.deepEqual(
      sink.kinds.filter((kind) => kind !== 'campaignsDiscovered'),
      ['dropClaimed'],
    );
    assert.deepEqual(sink.told.lost, []);
  });
  it('that cannot be made to one that runs elsewhere is told as lost, once', async () => {
    const gone = await startFakeRangermix();
    await gone[Symbol.asyncDispose]();
    const sink = createRecordingSink();
    await using session = adapter.attach(createFakeLife({ adapter: 'rangermix', url: gone.url }, null), sink);
    await sink.until(() => sink.told.lost.length > 0);
    assert.match(sink.told.lost[0] ?? '', /cannot be reached at http:\/\/127\.0\.0\.1:\d+: /);
    assert.equal(session.view.status.phase, 'starting');
    assert.deepEqual(sink.told.ready, []);
  });
  it('that cannot be made to our own makes it degraded until it can', async () => {
    const first = await startFakeRangermix();
    const port = Number(new URL(first.url).port);
    await first[Symbol.asyncDispose]();
    const sink = createRecordingSink();
    await using session = adapter.attach(createFakeLife({ adapter: 'rangermix', url: first.url }), sink);
    await sink.until(() => sink.told.degraded.length > 0);
    assert.match(sink.told.degraded[0] ?? '', /does not answer at/);
    assert.equal(session.view.health.code, 'miner-unreachable');
    await using again = await startFakeRangermix(port);
    await again.connected();
    await sink.until(() => sink.told.degraded.at(-1) === null);
    assert.deepEqual(sink.told.lost, []);
  });
  it('ends with the life of the child', async () => {
    await using scene = await openScene();
    scene.life.finish();
    await scene.session[Symbol.asyncDispose]();
    const before = scene.sink.told.facts.length;
    scene.fake.emit('login_status', { status: 'Logged in', user_id: 5 });
    scene.fake.cut();
    assert.equal(scene.sink.told.facts.length, before);
  });
});

describe('rangermix is asked', () => {
  it('for everything that it has a route for', async () => {
    await using scene = await openScene((fake) => {
      fake.state.channels = [sampleChannel];
      fake.state.manual_mode = { active: true, game_name: 'Sample Game', channel_name: 'Sample_Channel' };
    });
    const { session, fake } = scene;
    for (const command of [
      { kind: 'reload' },
      { kind: 'selectChannel', channelId: '70001', login: 'sample_channel' },
      { kind: 'exitManual' },
      { kind: 'retryLogin' },
      { kind: 'stop' },
    ] as const) {
      assert.deepEqual(await session.ask(command), { ok: true, value: undefined });
    }
    assert.deepEqual(fake.posts, [
      { path: '/api/reload', body: {} },
      { path: '/api/channels/select', body: { channel_id: 70_001 } },
      { path: '/api/mode/exit-manual', body: {} },
      { path: '/api/oauth/confirm', body: {} },
      { path: '/api/close', body: {} },
    ]);
  });
  it('and its refusals are passed on', async () => {
    await using scene = await openScene((fake) => {
      fake.state.channels = [{ ...sampleChannel, game: null }];
    });
    const { session, fake } = scene;
    const refusal = async (command: Parameters<AdapterSession['ask']>[0]): Promise<string> => {
      const answer = await session.ask(command);
      return answer.ok ? 'done' : `${answer.failure.kind}: ${answer.failure.sentence}`;
    };
    const select = (channelId: string) => refusal({ kind: 'selectChannel', channelId, login: 'x' });
    assert.match(await select('70001'), /^refused: rangermix refused: Channel is not playing any game/);
    assert.match(await select('5'), /^refused: rangermix refused: Channel not found/);
    assert.match(await select('hat'), /^refused: rangermix knows channels by their numbers/);
    assert.match(await refusal({ kind: 'exitManual' }), /^refused: rangermix refused: Not in manual mode/);
    assert.match(await refusal({ kind: 'signOut' }), /^cannot: /);
    assert.match(await refusal({ kind: 'reloadSettings' }), /^cannot: /);
    fake.isUp = false;
    assert.match(await refusal({ kind: 'reload' }), /^notRunning: rangermix refused: GUI not initialized/);
    await fake[Symbol.asyncDispose]();
    assert.match(await refusal({ kind: 'reload' }), /^noAnswer: rangermix was expected to answer at/);
  });
  it('to change settings, and says what it has then', async () => {
    await using scene = await openScene();
    const { fake, session } = scene;
    assert.deepEqual(restartKeysOf(session), null);
    const api = createRangermixApi({ url: `${fake.url}/`, clock, fetch });
    const answer = await api.changeSettings({ connection_quality: 3, dark_mode: true });
    assert.ok(answer.ok);
    assert.equal(answer.value.connection_quality, 3);
    await scene.settled();
    assert.deepEqual(restartKeysOf(session), ['connection_quality']);
  });
  it('and what answers but is no rangermix is told apart', async () => {
    const answers = ['<html>', '{"success":"yes"}', '[]', `{"success":true,"pad":"${'x'.repeat(2_000_000)}"}`];
    for (const body of answers) {
      const api = createRangermixApi({ url: 'http://127.0.0.1:9', clock, fetch: async () => new Response(body) });
      const answer = await api.reload();
      assert.equal(answer.ok ? 'done' : answer.failure.kind, 'noAnswer');
    }
  });
});

describe('rangermix is prepared', () => {
  it('by nothing, where it runs elsewhere', async () => {
    const prepared = await adapter.prepare(defineChild({ adapter: 'rangermix', url: 'http://127.0.0.1:9' }));
    assert.deepEqual(prepared, { ok: true, value: null });
  });
  it('with a sentence, where there is neither command nor address', async () => {
    const prepared = await adapter.prepare(defineChild({ adapter: 'rangermix' }));
    assert.match(prepared.ok ? '' : prepared.failure.sentence, /^A command or a url was expected/);
  });
});
