import assert from 'node:assert/strict';
import { test } from 'node:test';
import { authorityKey, readTarget } from './target.ts';

const same: readonly (readonly [given: string, key: string])[] = [
  ['https://Stream.Example/live/index.m3u8', 'https://stream.example:443'],
  ['https://stream.example:443/live/', 'https://stream.example:443'],
  ['http://stream.example:80/', 'http://stream.example:80'],
  ['http://stream.example:8080/', 'http://stream.example:8080'],
  ['http://stream.example./', 'http://stream.example:80'],
  ['http://münchen.example/', 'http://xn--mnchen-3ya.example:80'],
  ['http://2130706433/', 'http://127.0.0.1:80'],
  ['http://0177.0.0.1/', 'http://127.0.0.1:80'],
  ['http://0x7f.1/', 'http://127.0.0.1:80'],
  ['http://127.0.0.1./', 'http://127.0.0.1:80'],
  ['http://[::FFFF:127.0.0.1]:8080/', 'http://[::ffff:7f00:1]:8080'],
  ['http://[0:0:0:0:0:0:0:1]/', 'http://[::1]:80'],
  ['http://localhost.evil/', 'http://localhost.evil:80'],
  ['http://127.0.0.1.evil/', 'http://127.0.0.1.evil:80'],
  ['http://stream.example\\@evil.example/', 'http://stream.example:80'],
];

for (const [given, key] of same) {
  test(`${given} is ${key}`, () => {
    const target = readTarget(given);
    assert.ok(target.ok);
    assert.equal(authorityKey(target.value.authority), key);
  });
}

const refused: readonly (readonly [given: string, words: RegExp])[] = [
  ['stream.example/live', /an address such as/],
  ['ftp://stream.example/', /http or https address is expected, found "ftp:"/],
  ['javascript:alert(1)', /http or https/],
  ['http://stream.example@evil.example/', /name and password/],
  ['http://localhost:secret@evil.example/', /name and password/],
  ['http://stream.example:0/', /port 0/],
  ['http://stream.example../', /not the name of a host/],
  ['http://a..b/', /not the name of a host/],
  ['http://./', /not the name of a host/],
  ['http://[fe80::1%25eth0]/', /an address such as/],
  [`http://stream.example/${'a'.repeat(9_000)}`, /at most 8192 characters/],
];

for (const [given, words] of refused) {
  test(`${given.slice(0, 40)} is refused with a sentence`, () => {
    const target = readTarget(given);
    assert.ok(!target.ok);
    assert.match(target.failure, words);
    assert.doesNotMatch(target.failure, /secret/);
  });
}

test('path and query are as they are sent, without the fragment', () => {
  const target = readTarget('https://stream.example/live/%2e%2e/a b?token=1#there');
  assert.ok(target.ok);
  assert.equal(target.value.path, '/a%20b?token=1');
  assert.equal(target.value.pathname, '/a%20b');
});
