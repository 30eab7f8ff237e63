import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { ConsentOfficeOptions } from './consent-office.ts';

const source = fileURLToPath(new URL('..', import.meta.url));

/** What runs for an operator: no tests, and nothing that only tests use. */
const files = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts') && !path.endsWith('.test.ts') && !path.split('/').includes('testing'))
  .map((path) => ({ path, text: readFileSync(join(source, path), 'utf8') }));

function filesThat(pattern: RegExp): readonly string[] {
  return files.filter(({ text }) => pattern.test(text)).map(({ path }) => path);
}

test('nothing about consent is read from variables, arguments or files', () => {
  const consent = files.filter(({ path }) => path.startsWith('consent/'));
  assert.ok(consent.length > 10);
  for (const { path, text } of consent) {
    assert.doesNotMatch(text, /\benv\b|argv|execArgv|localStorage/, path);
    if (path !== 'consent/operator-key.ts') assert.doesNotMatch(text, /node:fs|readFile|node:readline|stdin/, path);
  }
});

test('no variable of the environment but the machine’s own reaches the lab at all', () => {
  for (const { path, text } of files) {
    const names = [...text.matchAll(/\benv(?:\.(\w+)|\[['"](\w+)['"]\])/g)].map(
      ([, dotted, quoted]) => dotted ?? quoted,
    );
    for (const name of names)
      assert.ok(['DROPWISE_DATA_DIR', 'NO_COLOR', 'FORCE_COLOR', 'TERM'].includes(name ?? ''), `${path}: ${name}`);
  }
});

test('certificates are checked everywhere', () => {
  assert.deepEqual(filesThat(/rejectUnauthorized:(?! true)|NODE_TLS_REJECT_UNAUTHORIZED/), []);
  // Node's own check may be given another name, and cannot be left out.
  assert.deepEqual(filesThat(/checkServerIdentity:(?!.*=> checkServerIdentity\(name, \w+\),)/), []);
});

test('a grant is made in the office alone, and a route of a grant', () => {
  assert.deepEqual(filesThat(/kind: 'consent-granted'/).toSorted(), [
    'consent/consent-office.ts',
    'consent/messages.ts',
  ]);
  assert.deepEqual(filesThat(/by: 'loopback'(?! \|)/), ['consent/consent-office.ts']);
  // Whether a route leaves this machine is what the grant says, wherever it is made.
  for (const { path, text } of files.filter(({ path }) => !path.startsWith('consent/'))) {
    for (const [line] of text.matchAll(/loopbackOnly:(?! boolean).*/g)) {
      assert.match(line, /^loopbackOnly: [\w.]*\bby === 'loopback'(?:,| \};)?$/, path);
    }
  }
});

test('the office has no option that could say yes', () => {
  // A new option must be thought about here: is it one that can only lower what an origin allows?
  const options: Record<keyof ConsentOfficeOptions, true> = {
    fingerprint: true,
    viewers: true,
    limits: true,
    proxies: true,
    resolve: true,
    readTxt: true,
    transport: true,
    meter: true,
    clock: true,
  };
  assert.equal(Object.keys(options).length, 9);
});
