import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { VirtualClock } from '@dropwise/kit';
import { emptyAccessRecord } from './access-record.ts';
import { AccessState } from './access-state.ts';
import { ApiKeys } from './api-keys.ts';
import { Sessions } from './sessions.ts';
import { startMs } from './testing/guarded-server.ts';
import { openTempFolder } from './testing/temp-folder.ts';

const place = { address: '192.0.2.1', userAgent: 'Browser' };
const minuteMs = 60_000;

async function openSessions() {
  const folder = await openTempFolder();
  const clock = new VirtualClock(startMs, async () => {});
  const state = new AccessState(join(folder.path, 'access.json'), emptyAccessRecord, (sentence) =>
    assert.fail(sentence),
  );
  const ended: string[] = [];
  const sessions = new Sessions({
    state,
    clock,
    idleDays: () => 7,
    passwordId: () => 'password',
    onEnded: (ids) => ended.push(...ids),
  });
  const keys = new ApiKeys(state, clock, (id) => ended.push(id));
  return {
    clock,
    ended,
    keys,
    sessions,
    state,
    [Symbol.asyncDispose]: async () => {
      await state[Symbol.asyncDispose]();
      await folder[Symbol.asyncDispose]();
    },
  };
}

test('the fifty-first browser takes the place of the one that was away longest', async () => {
  await using world = await openSessions();
  const { clock, sessions } = world;
  const opened: string[] = [];
  for (let count = 0; count < 50; count++) {
    opened.push((await sessions.open(place, 'password')).secret);
    await clock.advanceTo(clock.now() + minuteMs);
  }
  await clock.advanceTo(clock.now() + 120 * minuteMs);
  assert.ok(sessions.find(opened[0] ?? '') !== null);
  await sessions.open(place, 'password');
  assert.equal(sessions.list().length, 50);
  assert.ok(sessions.find(opened[0] ?? '') !== null);
  assert.equal(sessions.find(opened[1] ?? ''), null);
});

test('a visit is remembered to the hour, so that a busy dashboard does not write all the time', async () => {
  await using world = await openSessions();
  const { clock, sessions, state } = world;
  const { secret } = await sessions.open(place, 'password');
  const before = state.record;
  await clock.advanceTo(startMs + 59 * minuteMs);
  sessions.find(secret);
  assert.equal(state.record, before);
  await clock.advanceTo(startMs + 60 * minuteMs);
  sessions.find(secret);
  assert.equal(sessions.list()[0]?.lastSeenAt, startMs + 60 * minuteMs);
});

test('a key remembers its use to the hour', async () => {
  await using world = await openSessions();
  const { clock, keys } = world;
  const made = await keys.create('script', 'control');
  assert.ok(made.ok);
  assert.equal(keys.list()[0]?.lastUsedAt, null);
  keys.find(made.value.secret);
  await clock.advanceTo(startMs + 59 * minuteMs);
  keys.find(made.value.secret);
  assert.equal(keys.list()[0]?.lastUsedAt, startMs);
});

test('what a browser says of itself is kept as one short visible line', async () => {
  await using world = await openSessions();
  await world.sessions.open({ address: '192.0.2.1\n', userAgent: `\u001b[2J${'x'.repeat(1_000)}` }, 'password');
  const [session] = world.sessions.list();
  assert.equal(session?.address, '192.0.2.1\ufffd');
  assert.equal(session?.userAgent.length, 200);
  assert.match(session?.userAgent ?? '', /^\ufffd\[2Jx+…$/);
});

test('ending tells whose sockets are to be closed before it is written', async () => {
  await using world = await openSessions();
  const { ended, sessions } = world;
  const { id, secret } = await sessions.open(place, 'password');
  const ending = sessions.end((session) => session.id === id);
  assert.deepEqual(ended, [id]);
  assert.equal(sessions.find(secret), null);
  await ending;
  assert.deepEqual(await sessions.end(() => true), []);
});

test('a fifty-first key and a second one of the same name are refused with a reason', async () => {
  await using world = await openSessions();
  const { keys } = world;
  for (let count = 0; count < 50; count++) assert.ok((await keys.create(`key ${count}`, 'read')).ok);
  const more = await keys.create('one more', 'read');
  assert.ok(!more.ok && /50 API keys already/.test(more.failure));
  await keys.remove(keys.list()[0]?.id ?? '');
  const twice = await keys.create('key 3', 'read');
  assert.ok(!twice.ok && /already/.test(twice.failure));
  assert.equal(await keys.remove('nothing'), null);
});
