import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseProxy } from './proxy.ts';

const good: readonly [string, string, string][] = [
  ['http://proxy.test:3128', 'http', 'http://proxy.test:3128'],
  ['https://user:secret@proxy.test', 'https', 'https://proxy.test'],
  ['socks5://127.0.0.1:1080', 'socks5', 'socks5://127.0.0.1:1080'],
  ['socks5h://user:se%40cret@[::1]:1080', 'socks5h', 'socks5h://[::1]:1080'],
];
for (const [text, kind, label] of good) {
  test(`${label} is a proxy of kind ${kind}, told without credentials`, () => {
    const parsed = parseProxy(text);
    assert.ok(parsed.ok);
    assert.equal(parsed.value.kind, kind);
    assert.equal(parsed.value.label, label);
    assert.ok(!JSON.stringify(parsed).includes('secret'));
  });
}

for (const text of ['', 'proxy.test:3128', 'ftp://user:hush@proxy.test', 'http://', 'socks4://user:hush@x']) {
  test(`"${text}" is no proxy, and the failure quotes no credentials`, () => {
    const parsed = parseProxy(text);
    assert.ok(!parsed.ok);
    assert.match(parsed.failure, /^proxy: expected http/);
    assert.doesNotMatch(parsed.failure, /hush/);
  });
}
