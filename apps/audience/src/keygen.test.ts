import assert from 'node:assert/strict';
import { chmod, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import type { AudienceKeygenArguments } from '@dropwise/runtime';
import { parseConsentFile, parseConsentRecord } from './consent/consent-file.ts';
import { operatorKeyPath, readOperatorKey } from './consent/operator-key.ts';
import { runKeygen } from './keygen.ts';
import { openCommandStage } from './testing/command-stage.ts';

const nowMs = Date.parse('2026-11-28T12:00:00Z');

async function openIo(t: TestContext) {
  const { folder, io, printed } = await openCommandStage(t);
  const root = join(folder, '.dropwise');
  const run = (changes: Partial<AudienceKeygenArguments> = {}) => {
    printed.out = '';
    printed.err = '';
    return runKeygen({ ...nothingGiven, ...changes }, io, nowMs);
  };
  return { root, printed, run };
}

const nothingGiven: AudienceKeygenArguments = {
  dataDir: undefined,
  replace: false,
  maxViewers: undefined,
  maxMbps: undefined,
  paths: [],
  notAfter: undefined,
  json: false,
};

test('the first time makes a key and says what the origin must serve', async (t) => {
  const { root, printed, run } = await openIo(t);
  assert.equal(await run(), 0);
  const key = await readOperatorKey(root);
  assert.ok(key.ok);
  assert.match(printed.out, /A key was made: .*Keep it to yourself\./);
  assert.match(printed.out, /max-viewers: 100\nmax-mbps: 100\npaths: \/live\/\nnot-after: 2026-12-28T00:00:00Z\n/);
  assert.ok(printed.out.includes(key.value.fingerprint));
  assert.doesNotMatch(printed.out, /PRIVATE KEY/);
});

test('the second time leaves it as it is, and says so', async (t) => {
  const { root, printed, run } = await openIo(t);
  await run();
  const first = await readOperatorKey(root);
  assert.equal(await run(), 0);
  assert.match(printed.out, /There is a key already in .* left as it is\. --replace makes another/);
  assert.deepEqual(await readOperatorKey(root), first);
});

test('replacing keeps the old one', async (t) => {
  const { root, printed, run } = await openIo(t);
  await run();
  const first = await readOperatorKey(root);
  assert.equal(await run({ replace: true }), 0);
  assert.match(printed.out, /The key before it is kept as .*key\.pem\.2026-11-28T12-00-00-000Z\.old/);
  assert.notDeepEqual(await readOperatorKey(root), first);
  assert.equal((await readdir(join(root, 'audience'))).length, 2);
});

test('terms that are given are in the file and the record, for a program too', async (t) => {
  const { printed, run } = await openIo(t);
  const given = { maxViewers: '500', maxMbps: '200.5', paths: ['/live/', '/vod/'], notAfter: '2027-01-31T00:00:00Z' };
  assert.equal(await run({ ...given, json: true }), 0);
  const { fingerprint, text, record, path } = JSON.parse(printed.out);
  const terms = parseConsentFile(text);
  assert.ok(terms.ok);
  assert.deepEqual(terms.value, {
    fingerprint,
    maxViewers: 500,
    maxMbps: 200.5,
    paths: ['/live/', '/vod/'],
    notAfterMs: Date.parse('2027-01-31T00:00:00Z'),
  });
  assert.deepEqual(parseConsentRecord(record), terms);
  assert.equal(path, '/.well-known/dropwise-audience.txt');
});

test('terms that do not fit are refused, and nothing is printed as a file', async (t) => {
  const { printed, run } = await openIo(t);
  for (const changes of [
    { maxViewers: '0' },
    { maxMbps: 'much' },
    { paths: ['live'] },
    { notAfter: 'soon' },
    { maxViewers: '5\nkey: x' },
  ]) {
    assert.equal(await run(changes), 2);
    assert.equal(printed.out, '');
    assert.match(printed.err, /^The file would not fit: /);
  }
});

test('a key that others can read is not used', async (t) => {
  const { root, printed, run } = await openIo(t);
  await run();
  await chmod(operatorKeyPath(root), 0o640);
  assert.equal(await run(), 4);
  assert.match(printed.err, /chmod 600/);
});

const unusable: readonly (readonly [changes: Partial<AudienceKeygenArguments>, found: RegExp])[] = [
  [{ notAfter: '2026-11-28T12:00:00Z' }, /not-after: an instant to come is expected/],
  [{ paths: ['/live/../'] }, /paths: "\/live\/\.\.\/" is the prefix of no address/],
  [{ paths: ['/live/.'] }, /is the prefix of no address/],
  [{ maxViewers: '0' }, /max-viewers: /],
];

for (const [changes, found] of unusable) {
  test(`terms that no test could be run by are refused, and no key is replaced for them: ${JSON.stringify(changes)}`, async (t) => {
    const { root, printed, run } = await openIo(t);
    await run();
    const before = await readOperatorKey(root);
    assert.equal(await run({ ...changes, replace: true }), 2);
    assert.match(printed.err, found);
    assert.deepEqual(await readOperatorKey(root), before);
  });
}
