import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type StorageAnswer, storageAnswer } from '@dropwise/contract';
import * as v from 'valibot';
import { startGuardedServer, testPassword } from '../../auth/testing/guarded-server.ts';
import { registerStorageRoutes } from './storage.ts';

const answer: StorageAnswer = {
  folder: '/srv/dropwise',
  problem: { sentence: '/srv/dropwise/logs must take files.', command: 'chown 1000 /srv/dropwise/logs' },
  freeBytes: 1_000_000,
  databaseBytes: 4_096,
  databaseFailing: 'The disk is full.',
  databaseReplaced: null,
};

async function startServer() {
  let looks = 0;
  const checkStorage = async () => {
    looks += 1;
    return answer;
  };
  const server = await startGuardedServer({
    password: testPassword,
    addRoutes: (app) => registerStorageRoutes(app, { checkStorage }),
  });
  return { server, looks: () => looks, [Symbol.asyncDispose]: () => server[Symbol.asyncDispose]() };
}

test('whether what happens can be kept is answered as it was found, and looked at anew each time', async () => {
  await using here = await startServer();
  const cookie = await here.server.signIn();
  for (const looks of [1, 2]) {
    const { status, json } = await here.server.send('GET', '/api/storage', { cookie });
    assert.equal(status, 200);
    assert.deepEqual(v.parse(storageAnswer, json), answer);
    assert.equal(here.looks(), looks);
  }
});

test('who is not signed in, or may only read, is not told a folder of this machine, and nothing is looked at', async () => {
  await using here = await startServer();
  assert.equal((await here.server.send('GET', '/api/storage')).code, 'notSignedIn');
  const made = await here.server.access.keys.create('reader', 'read');
  assert.ok(made.ok);
  const refused = await here.server.send('GET', '/api/storage', { key: made.value.secret });
  assert.equal(refused.code, 'notAllowed');
  assert.doesNotMatch(refused.text, /srv/);
  assert.equal(here.looks(), 0);
});
