import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { CookieJar } from './cookie-jar.ts';
import { formatCookieJar, parseCookieJar } from './jar-file.ts';

const clock = { now: () => 1_000 };
const site = 'https://www.twitch.tv/';

test('any jar comes back from its text', () => {
  const name = fc.stringMatching(/^[a-z-]{1,12}$/);
  const pairs = fc.array(fc.tuple(name, fc.stringMatching(/^[A-Za-z0-9%._-]{0,40}$/)), { maxLength: 20 });
  fc.assert(
    fc.property(pairs, fc.boolean(), (cookies, hasIssuer) => {
      const jar = new CookieJar(clock);
      for (const [key, value] of cookies) jar.set(site, key, value);
      if (hasIssuer) jar.issuer = { clientName: 'tv', clientId: 'abc' };
      const read = parseCookieJar(formatCookieJar(jar), clock);
      assert.ok(read.ok);
      assert.deepEqual(read.value.cookies, jar.cookies);
      assert.deepEqual(read.value.issuer, jar.issuer);
    }),
  );
});

test('no text makes the reader throw', () => {
  fc.assert(fc.property(fc.string(), (text) => typeof parseCookieJar(text, clock).ok === 'boolean'));
  fc.assert(fc.property(fc.json(), (text) => typeof parseCookieJar(text, clock).ok === 'boolean'));
});

test('broken JSON is told with line and column, and without the token beside it', () => {
  const jar = new CookieJar(clock);
  jar.set(site, 'auth-token', 'verysecrettoken');
  const lines = formatCookieJar(jar).split('\n');
  const broken = lines.map((line, index) => (index === 5 ? line.replace('"value":', '"value"; ') : line)).join('\n');
  const index = lines.findIndex((line) => line.includes('"value"'));
  const read = parseCookieJar(lines.with(index, (lines[index] ?? '').replace(':', ';')).join('\n'), clock);
  assert.ok(!read.ok && !parseCookieJar(broken.slice(0, -20), clock).ok);
  assert.equal(read.failure.line, index + 1);
  assert.equal(read.failure.column, (lines[index] ?? '').indexOf(':') + 1);
  assert.ok(!read.failure.message.includes('verysecrettoken'));
});

test('sound JSON of another shape is told with its place', () => {
  const read = parseCookieJar('{"version":1,"issuer":null,"cookies":[{"name":"a","value":"s3cret"}]}', clock);
  assert.ok(!read.ok);
  assert.match(read.failure.message, /cookies\.0\.domain/);
  const newer = parseCookieJar('{"version":2,"issuer":null,"cookies":[]}', clock);
  assert.ok(!newer.ok);
  assert.match(newer.failure.message, /expected 1 at version, found 2/);
});
