import assert from 'node:assert/strict';
import { test } from 'node:test';
import { campaignId, userId } from '@dropwise/kit';
import { healthOf } from './health-of.ts';
import { campaignReport, createBench, createWatchingBench, dropReport, hour, start } from './testing/fixtures.ts';
import { effects, facts, firstDrop, one, phaseOf, week } from './testing/reading.ts';

test('401 in mid-run leads to a new login and back to mining without losing progress', () => {
  const bench = createWatchingBench();
  bench.send({ kind: 'dropProgressed', dropId: firstDrop, channelId: one, minutes: 5 });
  bench.send({ kind: 'sessionRevoked', detail: '401' });
  assert.equal(bench.state.watching, null);
  assert.deepEqual(effects(bench, 'signIn'), [{ kind: 'signIn', fresh: true }]);
  assert.ok(bench.state.conditions['session-revoked']);
  bench.send({ kind: 'signedIn', userId: userId('1'), login: 'sample_viewer' });
  assert.equal(bench.state.conditions['session-revoked'], undefined);
  bench.inventory([campaignReport(week)], { reports: [], catalogue: 'null', claimedBenefits: null });
  assert.equal(bench.state.campaigns[campaignId('campaign-week')]?.drops[0]?.progress.confirmedMinutes, 5);
});

test('a code that waits is named in the sentence, and beside it for other languages', () => {
  const bench = createBench();
  bench.send({ kind: 'started', memory: null });
  const link = 'https://www.twitch.tv/activate';
  bench.send({ kind: 'deviceCodeIssued', userCode: 'ABCDEFGH', verificationUri: link, expiresAt: bench.now + hour });
  const health = healthOf(bench.state, bench.now);
  assert.equal(health.todo, `Open ${link} and enter ABCDEFGH.`);
  assert.deepEqual(health.detail, { code: 'ABCDEFGH', link });
  assert.equal(health.since, bench.now);
});

test('a new code is named in place of the one before it, also after a denial', () => {
  const bench = createBench();
  bench.send({ kind: 'started', memory: null });
  const code = {
    kind: 'deviceCodeIssued',
    verificationUri: 'https://www.twitch.tv/activate',
    expiresAt: hour,
  } as const;
  bench.send({ ...code, userCode: 'FIRSTONE' });
  bench.send({ kind: 'signInFailed', reason: 'denied', detail: 'the code was denied' });
  assert.equal(healthOf(bench.state, bench.now).detail.code, undefined);
  bench.send({ ...code, userCode: 'SECONDXX' });
  assert.equal(healthOf(bench.state, bench.now).detail.code, 'SECONDXX');
  bench.send({ ...code, userCode: 'THIRDXXX' });
  assert.match(healthOf(bench.state, bench.now).todo, /enter THIRDXXX\.$/);
});

test('an excluded game is not watched any more as soon as the settings say so', () => {
  const bench = createWatchingBench();
  const { settings } = bench.state;
  bench.send({
    kind: 'settingsChanged',
    settings: { ...settings, exclude: { ...settings.exclude, games: ['LANTERNS'] } },
  });
  assert.equal(bench.state.watching, null);
  assert.equal(phaseOf(bench), 'idle');
});

test('refused topics and a socket that stays down are said, and taken back', () => {
  const bench = createWatchingBench();
  bench.send({ kind: 'topicRefused', topic: 'user-drop-events.1', error: 'ERR_BADAUTH' });
  assert.ok(bench.state.conditions['topics-refused']);
  bench.send({ kind: 'topicAccepted', topic: 'user-drop-events.1' });
  assert.equal(bench.state.conditions['topics-refused'], undefined);
  bench.send({ kind: 'socketChanged', connected: 0, total: 1, problem: 'refused', detail: 'no' });
  bench.send({ kind: 'timerFired', key: 'socketDown' });
  assert.ok(bench.state.conditions['socket-down'] && bench.state.conditions['socket-refused']);
  bench.send({ kind: 'socketChanged', connected: 1, total: 1, problem: null, detail: '' });
  assert.deepEqual(Object.keys(bench.state.conditions), []);
});

test('after exit nothing has any effect', () => {
  const bench = createWatchingBench();
  bench.send({ kind: 'stopRequested' });
  const { state } = bench;
  const { effects: asked } = bench.send({ kind: 'reloadRequested' });
  assert.equal(bench.state, state);
  assert.deepEqual(asked, []);
});

test('a sign-in that the proxy stops is told as the proxy, and over once signed in', () => {
  const bench = createBench();
  bench.send({ kind: 'started', memory: null });
  const failure = { kind: 'proxy', operation: 'login', detail: 'no', host: null } as const;
  bench.send({ kind: 'signInFailed', reason: 'unreachable', detail: 'no', failure });
  assert.ok(bench.state.conditions['proxy-failing']);
  assert.equal(bench.state.conditions['twitch-unreachable'], undefined);
  bench.send({ kind: 'signedIn', userId: userId('1'), login: 'viewer' });
  assert.equal(bench.state.conditions['proxy-failing'], undefined);
});

test('what is remembered of another account is forgotten when someone else signs in', () => {
  const first = createWatchingBench();
  first.send({ kind: 'dropProgressed', dropId: firstDrop, channelId: one, minutes: 7 });
  first.send({ kind: 'reloadRequested' });
  first.inventory([
    campaignReport(week, { drops: [dropReport('week-1', { self: { minutes: 10, claimed: true, instanceId: null } })] }),
  ]);
  const saved = effects(first, 'saveMemory').at(-1);
  if (saved?.kind !== 'saveMemory') assert.fail('nothing was saved');

  for (const [id, kept] of [
    ['1', 1],
    ['2', 0],
  ] as const) {
    const again = createBench();
    again.send({ kind: 'started', memory: saved.memory });
    again.send({ kind: 'signedIn', userId: userId(id), login: 'viewer' });
    assert.equal(Object.keys(again.state.campaigns).length, kept, `account ${id}`);
  }
});

test('what is known of an account is forgotten when another one signs in after its session ended', () => {
  const bench = createWatchingBench();
  bench.send({ kind: 'dropProgressed', dropId: firstDrop, channelId: one, minutes: 7 });
  bench.send({ kind: 'sessionRevoked', detail: '401' });
  bench.send({ kind: 'signedIn', userId: userId('2'), login: 'another' });
  assert.deepEqual(bench.state.campaigns, {});
  assert.deepEqual(bench.state.claims, {});
});

test('who signs out is signed out at once, and keeps what is known of the drops', () => {
  const bench = createWatchingBench();
  bench.send({ kind: 'dropProgressed', dropId: firstDrop, channelId: one, minutes: 5 });
  bench.send({ kind: 'signOutRequested' });
  assert.equal(bench.state.watching, null);
  assert.equal(bench.state.account.kind, 'signedOut');
  assert.equal(phaseOf(bench), 'signedOut');
  assert.deepEqual(effects(bench, 'signOut'), [{ kind: 'signOut' }]);
  assert.deepEqual(facts(bench, 'signedOut'), [{ kind: 'signedOut', login: 'sample_viewer' }]);
  assert.equal(bench.state.campaigns[campaignId('campaign-week')]?.drops[0]?.progress.confirmedMinutes, 5);
  bench.send({ kind: 'sessionRevoked', detail: 'an answer that was still out' });
  assert.deepEqual(bench.last.effects, [], 'nothing brings the old session back');
});

/** Account before the command → effects of it; what was scheduled is given up. */
const loginCommands = [
  [
    'loginRetried',
    'signedOut',
    [
      { kind: 'stopTimer', key: 'signIn' },
      { kind: 'signIn', fresh: false },
    ],
  ],
  [
    'loginRetried',
    'waitingForPerson',
    [
      { kind: 'stopTimer', key: 'signIn' },
      { kind: 'signIn', fresh: false },
    ],
  ],
  ['loginRetried', 'signedIn', []],
  ['signOutRequested', 'signedOut', [{ kind: 'signOut' }]],
  ['signOutRequested', 'waitingForPerson', [{ kind: 'signOut' }]],
] as const;
for (const [command, account, expected] of loginCommands) {
  test(`${command} while ${account}`, () => {
    const bench = account === 'signedIn' ? createWatchingBench() : createBench();
    if (account !== 'signedIn') bench.send({ kind: 'started', memory: null });
    if (account === 'signedOut') bench.send({ kind: 'signInFailed', reason: 'unreachable', detail: 'no' });
    if (account === 'waitingForPerson') bench.send(code);
    assert.equal(bench.state.account.kind, account);
    const { effects: asked, facts: told } = bench.send({ kind: command });
    const relevant = command === 'signOutRequested' ? asked.filter(({ kind }) => kind === 'signOut') : asked;
    assert.deepEqual(relevant, expected);
    assert.deepEqual(
      told.filter(({ kind }) => kind === 'signedOut'),
      [],
    );
  });
}

const code = {
  kind: 'deviceCodeIssued',
  userCode: 'ABCDEFGH',
  verificationUri: 'https://www.twitch.tv/activate',
  expiresAt: start + hour,
} as const;

test('settings that cannot be used are a reason with the place of the first, until they can', () => {
  const bench = createWatchingBench();
  const problem = { sentence: 'Line 3 is odd.', place: 'settings.json:3:5', key: 'mining.mode' };
  bench.send({ kind: 'settingsJudged', problem });
  const held = bench.state.conditions['settings-invalid'];
  assert.deepEqual(held?.detail, { detail: 'Line 3 is odd.', place: 'settings.json:3:5', key: 'mining.mode' });
  bench.send({ kind: 'settingsJudged', problem: { ...problem, key: null } });
  assert.deepEqual(Object.keys(bench.state.conditions['settings-invalid']?.detail ?? {}), ['detail', 'place']);
  bench.send({ kind: 'settingsJudged', problem: null });
  assert.equal(bench.state.conditions['settings-invalid'], undefined);
});
