import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createSystemClock } from '@dropwise/runtime';
import type { AdapterSession } from '../adapter.ts';
import { createFakeLife, defineChild, type FakeLife } from '../lines/testing/fake-life.ts';
import { createRecordingSink, type RecordingSink } from '../lines/testing/recording-sink.ts';
import { createRangermixAdapter } from './create-rangermix-adapter.ts';
import { createRangermixApi } from './rangermix-api.ts';
import { type FakeRangermix, startFakeRangermix } from './testing/fake-rangermix.ts';
import { sampleCampaign, sampleChannel, sampleDrop, sampleProgress } from './testing/samples.ts';

const clock = createSystemClock();
const adapter = createRangermixAdapter({
  clock,
  env: {},
  random: () => 0.5,
  backoff: { firstMs: 1, capMs: 5, jitter: 0 },
});

interface Scene extends AsyncDisposable {
  readonly fake: FakeRangermix;
  readonly life: FakeLife;
  readonly sink: RecordingSink;
  readonly session: AdapterSession;
  /** Resolves when everything that was emitted before has arrived. */
  settled(): Promise<void>;
}

async function openScene(prepare: (fake: FakeRangermix) => void = () => {}, pid: number | null = null): Promise<Scene> {
  const fake = await startFakeRangermix();
  prepare(fake);
  const life = createFakeLife({ adapter: 'rangermix', url: fake.url }, pid);
  const sink = createRecordingSink();
  const session = adapter.attach(life, sink);
  await sink.until(() => sink.told.ready.length > 0);
  let count = 0;
  const settled = async (): Promise<void> => {
    count += 1;
    // Events arrive in their order: when the last one is there, all are.
    const mark = `settled ${count}`;
    fake.emit('status_update', { status: mark });
    await sink.until(() => session.view.status.status === mark);
  };
  await settled();
  return {
    fake,
    life,
    sink,
    session,
    settled,
    [Symbol.asyncDispose]: async () => {
      await session[Symbol.asyncDispose]();
      await fake[Symbol.asyncDispose]();
    },
  };
}

/** Null = it has said nothing of its settings. */
function restartKeysOf(session: AdapterSession): readonly string[] | null {
  return session.settingsTaken?.restartKeys ?? null;
}

const withEverything = (fake: FakeRangermix): void => {
  fake.state.channels = [
    { ...sampleChannel, watching: true },
    { ...sampleChannel, id: 70_002, name: 'Other' },
  ];
  fake.state.campaigns = [sampleCampaign];
  fake.state.current_drop = sampleProgress;
  fake.state.status = 'Watching: Sample_Channel';
};

describe('rangermix’ initial state', () => {
  it('is shown whole', async () => {
    await using scene = await openScene(withEverything);
    const { view } = scene.session;
    assert.deepEqual(view.channels['70001'], {
      id: '70001',
      login: 'sample_channel',
      displayName: 'Sample_Channel',
      live: true,
      game: 'Sample Game',
      gameId: '900001',
      viewers: 1_234,
      title: null,
      allowListed: false,
      drops: true,
      watching: true,
      doubtfulUntil: null,
    });
    assert.equal(view.channels['70002']?.watching, false);
    assert.equal(view.status.watching?.login, 'sample_channel');
    assert.equal(view.status.watching?.viewers, 1_234);
    assert.equal(view.login.userId, '70000001');
    const campaign = view.campaigns[sampleCampaign.id];
    assert.equal(campaign?.state, 'active');
    assert.equal(campaign?.endsAt, Date.UTC(2026, 7, 20, 16, 59, 59, 998));
    assert.equal(campaign?.drops[0]?.confirmedMinutes, null);
    assert.equal(campaign?.drops[0]?.estimatedMinutes, 17);
    assert.equal(campaign?.drops[0]?.claim, 'unclaimed');
    assert.equal(view.progress?.dropName, 'Watch 60 minutes');
    assert.equal(view.progress?.imageUrl, 'https://static-cdn.jtvnw.net/sim/hat.png');
    assert.equal(view.health.level, 'working');
  });
  it('makes no facts of what was there before, but of whom it watches and who is signed in', async () => {
    await using scene = await openScene(withEverything);
    const kinds = scene.sink.kinds.filter((kind) => kind !== 'campaignsDiscovered');
    assert.deepEqual(kinds, ['channelChosen', 'signedIn']);
  });
  it('tells of a waiting code and of manual mode', async () => {
    await using scene = await openScene((fake) => {
      fake.state.login = {
        status: 'Login required',
        user_id: null,
        oauth_pending: { url: 'https://www.twitch.tv/activate?device-code=WXYZABCD', code: 'WXYZABCD' },
      };
      fake.state.manual_mode = { active: true, game_name: 'Sample Game', channel_name: 'Sample_Channel' };
      fake.state.channels = [sampleChannel];
    });
    const { view } = scene.session;
    assert.equal(view.login.state, 'waitingForPerson');
    assert.equal(view.login.userCode, 'WXYZABCD');
    assert.equal(view.health.code, 'login-needed');
    assert.match(view.health.todo, /activate\?device-code=WXYZABCD.*then confirm it here/);
    assert.equal(view.status.manual?.login, 'sample_channel');
    assert.equal(view.status.manual?.channelId, '70001');
  });
});

describe('rangermix’ events', () => {
  it('become facts of channels', async () => {
    await using scene = await openScene((fake) => {
      fake.state.channels = [sampleChannel, { ...sampleChannel, id: 70_002, name: 'Other' }];
    });
    const { fake, sink, session } = scene;
    sink.told.facts.length = 0;
    fake.emit('channel_watching', { id: 70_001 });
    fake.emit('channel_watching', { id: 70_002 });
    fake.emit('channel_update', { ...sampleChannel, online: false, game: null, game_id: null, viewers: null });
    fake.emit('channel_watching_clear', {});
    fake.emit('channels_batch_update', { channels: [{ ...sampleChannel, id: 70_003, name: 'Third' }] });
    await scene.settled();
    assert.deepEqual(sink.kinds, [
      'channelChosen',
      'channelLeft',
      'channelChosen',
      'channelWentOffline',
      'channelLeft',
    ]);
    assert.equal(sink.factsOf('channelChosen')[1]?.login, 'other');
    assert.equal(sink.factsOf('channelChosen')[1]?.transport, null);
    assert.deepEqual(Object.keys(session.view.channels), ['70003']);
    assert.equal(session.view.status.watching, null);
  });
  it('become facts of drops: minutes are its own counting, claims are told once', async () => {
    await using scene = await openScene(withEverything);
    const { fake, sink, session } = scene;
    sink.told.facts.length = 0;
    const update = (change: object): void =>
      fake.emit('drop_update', { campaign_id: sampleCampaign.id, drop: { ...sampleDrop, ...change } });
    update({ current_minutes: 18 });
    fake.emit('drop_progress', { ...sampleProgress, current_minutes: 18, remaining_seconds: 2_520 });
    update({ current_minutes: 60, can_claim: true });
    update({ current_minutes: 60, is_claimed: true });
    update({ current_minutes: 60, is_claimed: true });
    fake.emit('console_output', { message: '[2026-08-03 14:02:33] | Claimed drop: Sample Game Blue Hat (1/1)' });
    await scene.settled();
    assert.deepEqual(sink.kinds, ['minuteEstimated', 'minuteEstimated', 'dropBecameClaimable', 'dropClaimed']);
    const [claimed] = sink.factsOf('dropClaimed');
    assert.deepEqual(claimed?.benefitNames, ['Blue Hat']);
    assert.equal(claimed?.campaignName, 'Sample Launch Week');
    assert.equal(claimed?.by, null);
    assert.equal(session.view.campaigns[sampleCampaign.id]?.claimedDrops, 1);
    assert.equal(session.view.status.claimed, 1);
    assert.equal(sink.told.lines.at(-1)?.text, 'Claimed drop: Sample Game Blue Hat (1/1)');
  });
  it('rebuild the inventory: what is new appears, what is not told again is gone', async () => {
    await using scene = await openScene(withEverything);
    const { fake, sink, session } = scene;
    sink.told.facts.length = 0;
    fake.emit('inventory_clear', {});
    fake.emit('campaign_add', { ...sampleCampaign, id: 'second', name: 'Second Week', active: false, upcoming: true });
    await scene.settled();
    assert.equal(Object.keys(session.view.campaigns).length, 2);
    fake.emit('games_available', { games: ['Sample Game'] });
    await scene.settled();
    assert.deepEqual(Object.keys(session.view.campaigns), ['second']);
    assert.deepEqual(sink.kinds, ['campaignAppeared', 'campaignsDiscovered']);
    assert.deepEqual(sink.factsOf('campaignsDiscovered')[0], {
      kind: 'campaignsDiscovered',
      count: 1,
      active: 0,
      upcoming: 1,
      bySource: null,
    });
  });
  it('that are not what they should be become a line, and the next is read', async () => {
    await using scene = await openScene(withEverything);
    const { fake, sink, session } = scene;
    const bad: readonly (readonly [string, unknown])[] = [
      ['drop_update', { campaign_id: 5 }],
      ['drop_update', { campaign_id: 'nobody', drop: sampleDrop }],
      ['channel_update', null],
      ['channel_update', { ...sampleChannel, id: 'hat' }],
      ['channel_watching', [1, 2]],
      ['campaign_add', { ...sampleCampaign, starts_at: 'soon' }],
      ['channels_batch_update', { channels: [sampleChannel, 7, { id: 1 }] }],
      ['oauth_code_required', { url: 'javascript:alert(1)', code: '<script>' }],
      ['websocket_status', { idx: -1, status: 1 }],
      ['initial_state', 'no'],
      ['status_update', { status: { a: 1 } }],
    ];
    for (const [event, payload] of bad) fake.emit(event, payload);
    fake.emit('something_new', { any: 'thing' });
    fake.emit('__proto__', { polluted: true });
    await scene.settled();
    const lines = sink.told.lines.filter(({ source }) => source === 'socket.io');
    assert.equal(lines.length, bad.length + 1);
    assert.ok(lines.every(({ text }) => /left out, because/.test(text)));
    assert.ok(!lines.some(({ text }) => text.includes('<script>')));
    assert.deepEqual(Object.keys(session.view.channels), ['70001']);
  });
  it('cannot smuggle in a link that is no web page, or text that is more than a line', async () => {
    await using scene = await openScene();
    const { fake, session } = scene;
    fake.emit('campaign_add', {
      ...sampleCampaign,
      name: `Week\u0000\n\u001b[31m\u202e${'x'.repeat(5_000)}`,
      link_url: 'javascript:alert(1)',
      campaign_url: 'data:text/html,x',
    });
    fake.emit('oauth_code_required', { url: 'javascript:alert(1)', code: 'WXYZABCD' });
    await scene.settled();
    const campaign = session.view.campaigns[sampleCampaign.id];
    assert.equal(campaign?.linkUrl, null);
    assert.equal(campaign?.detailsUrl, null);
    assert.match(campaign?.name ?? '', /^Week x{294}…$/);
    assert.equal(session.view.login.verificationUri, 'https://www.twitch.tv/activate');
  });
  it('keep the login, manual mode and the sockets', async () => {
    await using scene = await openScene((fake) => {
      fake.state.login = { status: 'Login required', user_id: null };
      fake.state.channels = [sampleChannel];
    });
    const { fake, sink, session } = scene;
    assert.equal(session.view.login.state, 'signedOut');
    fake.emit('oauth_code_required', { url: 'https://www.twitch.tv/activate', code: 'WXYZABCD' });
    fake.emit('login_status', { status: 'Waiting for authentication...', user_id: null });
    fake.emit('manual_mode_update', { active: true, game_name: 'Sample Game', channel_name: 'Sample_Channel' });
    fake.emit('websocket_status', { idx: 0, status: 'Connected', topics: 5, total_websockets: 2, total_topics: 9 });
    await scene.settled();
    assert.equal(session.view.login.state, 'waitingForPerson');
    assert.deepEqual(session.view.status.sockets, { connected: 1, total: 2 });
    assert.equal(session.view.status.manual?.game, 'Sample Game');
    fake.emit('login_status', { status: 'Logged in', user_id: 70_000_001 });
    fake.emit('manual_mode_update', { active: false });
    fake.emit('attention_required', { sound: true });
    await scene.settled();
    assert.equal(session.view.login.state, 'signedIn');
    assert.equal(session.view.login.userCode, null);
    assert.equal(session.view.status.manual, null);
    assert.equal(session.view.health.level, 'broken');
    assert.match(sink.told.degraded.at(-1) ?? '', /asks for attention/);
  });
});

describe('rangermix’ lines', () => {
  it('come from its output where it is ours, and not a second time from its console', async () => {
    await using scene = await openScene(() => {}, 4_711);
    const { fake, sink, life, session } = scene;
    const stamp = new Date().toISOString().slice(0, 19);
    life.say(`${stamp}+0000:\t   INFO:\tmain.py:20:\tVersion: 1.2.5`);
    life.say(`${stamp}+0000:\t   INFO:\tconsole.py:42:\tTwitch is down, retrying in 60 seconds...`);
    life.say(`${stamp}+0000:\t   INFO:\tconsole.py:42:\tWatching: Sample_Channel`);
    fake.emit('console_output', { message: '[2026-08-03 14:02:33] | Watching: Sample_Channel' });
    await scene.settled();
    await session[Symbol.asyncDispose]();
    assert.deepEqual(
      sink.told.lines.map(({ source, text }) => `${source}: ${text}`),
      [
        'stdout: Version: 1.2.5',
        'stdout: Twitch is down, retrying in 60 seconds...',
        'stdout: Watching: Sample_Channel',
      ],
    );
    assert.equal(sink.told.ready.at(-1), '1.2.5');
    assert.equal(session.view.health.code, 'twitch-down');
    assert.ok(!sink.kinds.includes('channelChosen'));
  });
  it('come from its console where it runs elsewhere, and say why it is idle', async () => {
    await using scene = await openScene();
    const { fake, sink, session } = scene;
    fake.emit('console_output', {
      message: '[2026-08-03 14:02:33] | No active campaigns to mine drops for. Waiting for an active campaign...',
    });
    fake.emit('console_output', { message: 'Proxy: http://sam:hunter2@10.0.0.1:8080' });
    await scene.settled();
    assert.equal(session.view.health.code, 'idle-no-campaigns');
    assert.equal(sink.told.lines[1]?.text, 'Proxy: http://[token]@10.0.0.1:8080');
  });
});

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
    assert.match(prepared.ok ? '' : prepared.failure, /^A command or a url was expected/);
  });
});
