import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CookieJar } from './cookie-jar.ts';

const site = 'https://www.twitch.tv/';
function jarAt(start = 1_000_000) {
  const clock = { at: start, now: () => clock.at };
  return { clock, jar: new CookieJar(clock) };
}

const sends: readonly [string, string, string, string, boolean][] = [
  [
    'a domain cookie to a sister host',
    site,
    'a=1; Domain=.twitch.tv; Path=/; Secure',
    'https://gql.twitch.tv/gql',
    true,
  ],
  ['a host cookie to its host', site, 'a=1; Path=/', 'https://www.twitch.tv/x', true],
  ['a host cookie to a sister host', site, 'a=1; Path=/', 'https://gql.twitch.tv/gql', false],
  ['a secure cookie over http', site, 'a=1; Domain=twitch.tv; Secure', 'http://www.twitch.tv/', false],
  ['a cookie of another domain', site, 'a=1; Domain=example.test', 'https://example.test/', false],
  ['a cookie of a lookalike', site, 'a=1; Domain=twitch.tv', 'https://eviltwitch.tv/', false],
  ['a path cookie below its path', site, 'a=1; Path=/one', 'https://www.twitch.tv/one/two', true],
  ['a path cookie beside its path', site, 'a=1; Path=/one', 'https://www.twitch.tv/oneself', false],
  ['an expired cookie', site, 'a=1; Max-Age=0', site, false],
  ['a cookie for a whole top level', site, 'a=1; Domain=tv', site, false],
];
for (const [name, from, line, to, isSent] of sends) {
  test(`${name} is ${isSent ? '' : 'not '}sent`, () => {
    const { jar } = jarAt();
    jar.storeResponse(from, [line]);
    assert.equal(jar.headerFor(to), isSent ? 'a=1' : null);
  });
}

test('a cookie ends by the clock, and Max-Age counts more than Expires', () => {
  const { clock, jar } = jarAt();
  jar.storeResponse(site, ['a=1; Max-Age=10; Expires=Thu, 01 Jan 1970 00:00:00 GMT']);
  clock.at += 9_999;
  assert.equal(jar.get(site, 'a'), '1');
  clock.at += 1;
  assert.equal(jar.get(site, 'a'), null);
  assert.deepEqual(jar.cookies, []);
});

test('a cookie set again replaces the first and one set to the past deletes it', () => {
  const { jar } = jarAt();
  jar.storeResponse(site, ['a=1; Domain=.twitch.tv', 'a=2; Domain=twitch.tv']);
  assert.equal(jar.headerFor(site), 'a=2');
  jar.storeResponse(site, ['a=gone; Domain=twitch.tv; Max-Age=-1']);
  assert.equal(jar.headerFor(site), null);
});

test('values stay as Twitch spelled them', () => {
  const { jar } = jarAt();
  jar.storeResponse(site, ['persistent=123%3Aabc']);
  assert.equal(jar.get(site, 'persistent'), '123%3Aabc');
});

test('the revision tells of changes and of nothing else', () => {
  const { jar } = jarAt();
  jar.set(site, 'a', '1');
  const { revision } = jar;
  jar.set(site, 'a', '1');
  assert.equal(jar.revision, revision);
  jar.remove(site, 'a');
  assert.equal(jar.revision, revision + 1);
});

test('the jar holds a bounded number of cookies of a bounded size', () => {
  const { jar } = jarAt();
  jar.storeResponse(
    site,
    Array.from({ length: 1_000 }, (_, index) => `c${index}=1`),
  );
  assert.equal(jar.cookies.length, 300);
  jar.storeResponse(site, [`big=${'x'.repeat(5_000)}`]);
  assert.equal(jar.get(site, 'big'), null);
});
