import assert from 'node:assert/strict';
import { createPublicKey } from 'node:crypto';
import { chmod, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { fingerprintOf, fingerprintPattern } from './fingerprint.ts';
import { createOperatorKey, operatorKeyPath, readOperatorKey, setOperatorKeyAside } from './operator-key.ts';

async function makeRoot(t: TestContext): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), 'audience-key-'));
  t.after(() => rm(root, { recursive: true }));
  return root;
}

test('a key is made once, for its owner alone, and is found again', async (t) => {
  const root = await makeRoot(t);
  const made = await createOperatorKey(root);
  assert.ok(made.ok);
  assert.match(made.value.fingerprint, fingerprintPattern);
  assert.equal((await stat(made.value.path)).mode & 0o777, 0o600);
  assert.equal((await stat(join(root, 'audience'))).mode & 0o777, 0o700);
  assert.deepEqual(await readOperatorKey(root), made);
});

test('a key that is there is never written over', async (t) => {
  const root = await makeRoot(t);
  const [first, second] = await Promise.all([createOperatorKey(root), createOperatorKey(root)]);
  const made = first.ok ? first : second;
  const other = first.ok ? second : first;
  assert.ok(made.ok && !other.ok);
  assert.equal(other.failure.kind, 'exists');
  assert.deepEqual(await readOperatorKey(root), made);
});

test('a key that is put aside is kept, and another can be made', async (t) => {
  const root = await makeRoot(t);
  assert.equal(await setOperatorKeyAside(root, '2026-11-28'), null);
  const old = await createOperatorKey(root);
  const aside = await setOperatorKeyAside(root, '2026-11-28');
  const next = await createOperatorKey(root);
  assert.ok(old.ok && next.ok && aside !== null);
  assert.equal(fingerprintOf(createPublicKey(await readFile(aside, 'utf8'))), old.value.fingerprint);
  assert.notEqual(next.value.fingerprint, old.value.fingerprint);
});

test('a key that others can read is refused, with the command that mends it', async (t) => {
  const root = await makeRoot(t);
  await createOperatorKey(root);
  await chmod(operatorKeyPath(root), 0o644);
  const read = await readOperatorKey(root);
  assert.ok(!read.ok);
  assert.match(read.failure.sentence, /0600\), found 0644: chmod 600 /);
});

test('what is no key is refused, without a word of what stands there', async (t) => {
  const root = await makeRoot(t);
  assert.ok((await createOperatorKey(root)).ok);
  await writeFile(operatorKeyPath(root), 'hunter2');
  const read = await readOperatorKey(root);
  assert.ok(!read.ok && read.failure.kind === 'unusable');
  assert.doesNotMatch(read.failure.sentence, /hunter2/);
});

test('a key that is not there is missing, with the command that makes one', async (t) => {
  const read = await readOperatorKey(await makeRoot(t));
  assert.ok(!read.ok && read.failure.kind === 'missing');
  assert.match(read.failure.sentence, /dropwise audience keygen/);
});
