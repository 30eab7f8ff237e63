import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseFact } from './fact.ts';
import { createNarrator } from './narrate.ts';

function tell(...facts: object[]): (string | null)[] {
  const narrate = createNarrator();
  return facts.map((fact) => {
    const parsed = parseFact(JSON.stringify(fact));
    return parsed === null ? null : narrate(parsed);
  });
}

test('each fact of the story has its line', () => {
  assert.deepEqual(
    tell(
      { kind: 'ready', url: 'http://127.0.0.1:8080/' },
      { kind: 'deviceCodeIssued', userCode: 'ABCD', verificationUri: 'https://x/activate', expiresAt: 1 },
      { kind: 'signedIn', login: 'ann' },
      { kind: 'campaignsDiscovered', count: 4 },
      { kind: 'channelChosen', login: 'bob', game: 'Chess', why: 'it ends first' },
      { kind: 'dropClaimed', dropName: 'Hat', gameName: 'Chess', benefitNames: ['Red hat', 'Blue hat'] },
      { kind: 'summary', claimed: 1, confirmedMinutes: 30, requests: 12, wallSeconds: 31.4 },
    ),
    [
      'The console is at http://127.0.0.1:8080/. Open it to watch along.',
      'The miner asks for a login. You would enter ABCD at https://x/activate; the demo does it for you.',
      'Signed in as ann.',
      'Found 4 campaigns.',
      'Watching bob for Chess: it ends first',
      'Claimed "Hat" of Chess: Red hat, Blue hat',
      'Done: 1 drop claimed and 30 minutes confirmed in 31 s, with 12 requests.',
    ],
  );
});

test('a drop’s progress is told a few times, not every minute', () => {
  const minutes = Array.from({ length: 21 }, (_, minute) => ({
    kind: 'minuteConfirmed',
    campaignName: 'C',
    dropName: 'Hat',
    minutes: minute,
    requiredMinutes: 20,
  }));
  const told = tell(...minutes).filter((line) => line !== null);
  assert.deepEqual(
    told.map((line) => /\d+/.exec(line)?.[0]),
    ['0', '10', '20'],
  );
});

test('drops of one campaign with the same name are told apart', () => {
  const fact = { kind: 'minuteConfirmed', campaignName: 'C', dropName: 'Hat' };
  const told = tell({ ...fact, minutes: 5, requiredMinutes: 5 }, { ...fact, minutes: 6, requiredMinutes: 15 });
  assert.ok(told.every((line) => line !== null));
});

test('why a channel was chosen is told when it is a sentence, not when it is a code', () => {
  const fact = { kind: 'channelChosen', login: 'bob', game: 'Chess' };
  assert.deepEqual(tell({ ...fact, why: 'first' }), ['Watching bob for Chess']);
});

test('the same reason is not told twice in a row', () => {
  const waiting = { kind: 'reasonRaised', code: 'twitch-down', sentence: 'Twitch has trouble.' };
  const working = { kind: 'reasonRaised', code: 'working' };
  assert.deepEqual(tell(waiting, waiting, working, waiting), [
    'Twitch has trouble.',
    null,
    'working',
    'Twitch has trouble.',
  ]);
});

test('facts that are new, incomplete or of other types are survived', () => {
  assert.deepEqual(tell({ kind: 'newFact' }, { kind: 'minuteConfirmed' }, { kind: 'reasonRaised', sentence: 5 }), [
    null,
    null,
    null,
  ]);
  assert.deepEqual(tell({ kind: 'channelChosen' }, { kind: 'signedIn', login: 7 }), [
    'Watching a channel',
    'Signed in.',
  ]);
});

test('a line that is no fact is none', () => {
  for (const line of ['', 'text', '5', 'null', '[]', '{}', '{"kind":5}']) assert.equal(parseFact(line), null, line);
});

test('the wait for a login is told by its code alone', () => {
  const code = { kind: 'deviceCodeIssued', userCode: 'ABCD', verificationUri: 'https://x/activate' };
  const [reason, line] = tell({ kind: 'reasonRaised', code: 'login-needed', sentence: 'Waiting for a login.' }, code);
  assert.equal(reason, null);
  assert.match(line ?? '', /ABCD/);
});
