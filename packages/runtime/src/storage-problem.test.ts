import assert from 'node:assert/strict';
import { test } from 'node:test';
import { describeStorageProblem, type StorageFacts } from './storage-problem.ts';

const base: StorageFacts = {
  root: '/data',
  path: '/data/config',
  code: 'EACCES',
  message: 'EACCES: permission denied, mkdir',
  owner: { path: '/data', uid: 0, gid: 0, mode: 0o755 },
  ourUid: 1000,
  ourGid: 1000,
};

const commands: readonly (readonly [why: string, facts: Partial<StorageFacts>, command: string | null])[] = [
  ['a folder of another account is handed over', {}, 'sudo chown -R 1000:1000 /data'],
  [
    'a file of another account inside is handed over with the rest',
    { path: '/data/data/cookies.jar', owner: { path: '/data/data/cookies.jar', uid: 0, gid: 0, mode: 0o600 } },
    'sudo chown -R 1000:1000 /data',
  ],
  [
    'our own folder without the right to write gets it',
    { owner: { path: '/data/config', uid: 1000, gid: 1000, mode: 0o555 } },
    'chmod -R u+rwX /data/config',
  ],
  [
    'a folder above ours is never handed over, ours is made instead',
    { root: '/srv/drops', path: '/srv/drops', owner: { path: '/srv', uid: 0, gid: 0, mode: 0o755 } },
    'sudo install -d -m 700 -o 1000 -g 1000 /srv/drops',
  ],
  [
    'a path with blanks and quotes survives the shell',
    { root: "/ann's data", path: "/ann's data", owner: { path: "/ann's data", uid: 0, gid: 0, mode: 0o755 } },
    "sudo chown -R 1000:1000 '/ann'\\''s data'",
  ],
  ['a full disk is looked at', { code: 'ENOSPC' }, 'df -h /data'],
  ['a read-only mount has no single command', { code: 'EROFS' }, null],
  ['a system without owners has none either', { ourUid: null, ourGid: null }, null],
];

for (const [why, facts, command] of commands) {
  test(why, () => assert.equal(describeStorageProblem({ ...base, ...facts }).command, command));
}

test('the sentence says who owns the folder and who we are', () => {
  assert.match(
    describeStorageProblem(base).sentence,
    /\/data belongs to 0:0 \(mode 755\), and Dropwise runs as 1000:1000/,
  );
});

test('an answer of the system that nobody foresaw is passed on', () => {
  assert.match(describeStorageProblem({ ...base, code: 'EIO', message: 'EIO: i/o error' }).sentence, /EIO: i\/o error/);
});
