import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { sampleCampaign, sampleChannel, sampleDrop, sampleProgress } from './testing/samples.ts';
import { openScene, withEverything } from './testing/scene.ts';

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
