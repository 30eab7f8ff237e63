import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { VirtualClock } from '@dropwise/kit';
import type { LineMeaning } from './line-meaning.ts';
import { fact } from './meanings.ts';
import { MinerPicture } from './miner-picture.ts';
import { readMeaning } from './read-meaning.ts';
import { createRecordingSink } from './testing/recording-sink.ts';

function openScene() {
  const clock = new VirtualClock(1_000_000, async () => {});
  const sink = createRecordingSink();
  const picture = new MinerPicture('peer', clock, sink);
  const say = (text: string, said: 'print' | 'record' = 'record'): void =>
    picture.take(readMeaning({ at: clock.now(), level: 'info', said, text }, 'tdm', picture.known), clock.now());
  const take = (...meanings: LineMeaning[]): void => picture.take(meanings, clock.now());
  return { clock, sink, picture, say, take };
}

describe('the picture of a miner', () => {
  it('counts what Twitch confirmed between two reports', () => {
    const { sink, picture, say } = openScene();
    say('Drop update from websocket: Hat (Sample Game, 10/60)');
    say('Drop update from websocket: Hat (Sample Game, 12/60)');
    say('Drop progress from GQL: Hat (Sample Game, 12/60)');
    const gained = sink.factsOf('minuteConfirmed').map(({ minutes, gainedMinutes }) => [minutes, gainedMinutes]);
    assert.deepEqual(gained, [
      [10, null],
      [12, 2],
    ]);
    assert.equal(picture.view.status.confirmedMinutes, 2);
    assert.equal(picture.view.health.code, 'working');
  });
  it('never mixes the miner’s own counting with what Twitch said', () => {
    const { sink, picture, say } = openScene();
    say('Drop progress from active search: Hat (Sample Game, 3/60)');
    assert.equal(picture.view.progress?.confirmedMinutes, null);
    assert.equal(picture.view.progress?.estimatedMinutes, 3);
    assert.equal(picture.view.progress?.requiredMinutes, 60);
    say('Drop progress from GQL: Hat (Sample Game, 4/60)');
    say('Drop progress from active search: Hat (Sample Game, 6/60)');
    assert.equal(picture.view.progress?.confirmedMinutes, 4);
    assert.equal(picture.view.progress?.estimatedMinutes, 2);
    assert.deepEqual(
      sink.factsOf('minuteEstimated').map(({ estimatedMinutes }) => estimatedMinutes),
      [3, 2],
    );
  });
  it('says once that a drop is complete, and only on Twitch’s word', () => {
    const { sink, say } = openScene();
    say('Drop progress from active search: Hat (Sample Game, 60/60)');
    assert.ok(!sink.kinds.includes('dropBecameClaimable'));
    say('Drop update from websocket: Hat (Sample Game, 60/60)');
    say('Drop update from websocket: Hat (Sample Game, 60/60)');
    assert.equal(sink.factsOf('dropBecameClaimable').length, 1);
  });
  it('leaves a channel before it takes another, and does not take the same twice', () => {
    const { sink, picture, say } = openScene();
    say('Watching: One', 'print');
    say('Watching: One', 'print');
    say('Watching: Two', 'print');
    say('No available channels to watch. Waiting for an ONLINE channel...', 'print');
    assert.deepEqual(sink.kinds, ['channelChosen', 'channelLeft', 'channelChosen', 'channelLeft', 'becameIdle']);
    assert.equal(picture.view.status.watching, null);
    assert.equal(picture.view.health.code, 'idle-no-live-channel');
    assert.equal(picture.view.health.level, 'idle');
    assert.equal(picture.view.channels.two?.watching, false);
  });
  it('is degraded by a complaint until that has had its time', async () => {
    const { clock, sink, picture, say } = openScene();
    say('Twitch is down, retrying in 60 seconds...', 'print');
    assert.equal(picture.view.health.code, 'twitch-down');
    await clock.advance(170_000);
    say('Twitch is down, retrying in 60 seconds...', 'print');
    await clock.advance(170_000);
    assert.equal(picture.view.health.code, 'twitch-down');
    await clock.advance(20_000);
    assert.equal(picture.view.health.code, 'starting');
    assert.equal(sink.told.degraded.length, 2);
    assert.match(sink.told.degraded[0] ?? '', /^Twitch is having trouble/);
    assert.equal(sink.told.degraded[1], null);
    assert.deepEqual(sink.kinds, ['reasonRaised', 'reasonCleared']);
    assert.equal(sink.factsOf('reasonCleared')[0]?.lastedMs, 350_000);
    assert.equal(clock.pendingCount, 0);
  });
  it('shows the worst complaint and counts a socket’s own return for that socket alone', () => {
    const { picture, sink, say } = openScene();
    say('Websocket[0] closed unexpectedly: 1006');
    say('Websocket[1] closed unexpectedly: 1006');
    say('Websocket[0] connected.');
    assert.match(picture.view.health.sentence, /connection 1/);
    assert.equal(picture.view.health.others.length, 0);
    say('Your login attempt was denied by CAPTCHA.', 'print');
    assert.equal(picture.view.health.code, 'login-refused');
    assert.equal(picture.view.health.others[0]?.code, 'socket-down');
    assert.match(sink.told.degraded.at(-1) ?? '', /CAPTCHA/);
  });
  it('takes a confirmed minute as proof that Twitch can be reached', () => {
    const { picture, say } = openScene();
    say('Twitch is down, retrying in 60 seconds...', 'print');
    say('Drop update from websocket: Hat (Sample Game, 10/60)');
    assert.equal(picture.view.health.code, 'working');
  });
  it('follows the login', () => {
    const { picture, say } = openScene();
    assert.equal(picture.view.login.state, 'unknown');
    say("Enter this code on the Twitch's device activation page: WXYZABCD", 'print');
    assert.equal(picture.view.login.state, 'waitingForPerson');
    assert.equal(picture.view.login.userCode, 'WXYZABCD');
    assert.match(picture.view.health.todo, /WXYZABCD/);
    say('Login successful, user ID: 70000001');
    assert.equal(picture.view.login.state, 'signedIn');
    assert.equal(picture.view.login.userCode, null);
    assert.equal(picture.view.login.userId, '70000001');
    assert.notEqual(picture.view.health.code, 'login-needed');
    say('Restored session is invalid');
    assert.equal(picture.view.login.state, 'signedOut');
    assert.equal(picture.view.login.cookiesValid, false);
  });
  it('knows that a miner whose window waits to be closed does not mine', () => {
    const { picture, sink, say } = openScene();
    say('Watching: One', 'print');
    say('Application Terminated.\nClose the window to exit the application.', 'print');
    assert.equal(picture.view.status.phase, 'ended');
    assert.equal(picture.view.health.level, 'broken');
    assert.deepEqual(sink.kinds, ['channelChosen', 'channelLeft', 'stopped']);
  });
  it('keeps a bounded number of channels and never lets go of the watched one', () => {
    const { picture, take } = openScene();
    take(fact('channelChosen', { login: 'watched' }));
    for (let i = 0; i < 700; i++) take(fact('channelWentLive', { login: `channel${i}` }));
    assert.ok(Object.keys(picture.view.channels).length <= 501);
    assert.equal(picture.view.channels.watched?.watching, true);
  });
  it('replaces what changes and leaves the objects of the rest', () => {
    const { picture, say } = openScene();
    const before = picture.view;
    say('Watching: One', 'print');
    assert.notEqual(picture.view, before);
    assert.equal(picture.view.login, before.login);
    assert.equal(picture.view.campaigns, before.campaigns);
  });
});
