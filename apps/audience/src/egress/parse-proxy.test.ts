import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inspect } from 'node:util';
import fc from 'fast-check';
import { parseByteSize } from './parse-byte-size.ts';
import { parseProxy } from './parse-proxy.ts';
import { findProxyClash, parseProxyList } from './parse-proxy-list.ts';

test('a proxy is read with everything that may stand beside it', () => {
  const plain = { credentials: null, weight: 1, budgetBytes: null };
  const cases: readonly (readonly [string, object])[] = [
    [
      'http://proxy.example:3128',
      { ...plain, scheme: 'http', host: 'proxy.example', port: 3128, name: 'proxy.example:3128' },
    ],
    [
      'HTTPS://Proxy.Example:443/',
      { ...plain, scheme: 'https', host: 'proxy.example', port: 443, name: 'proxy.example:443' },
    ],
    [
      'socks5://[2001:DB8::1]:1080',
      { ...plain, scheme: 'socks5', host: '2001:db8::1', port: 1080, name: '[2001:db8::1]:1080' },
    ],
    [
      '  socks5://vera:p%20%3Aw@rd@10.0.0.1:1080   weight=2.5 budget=10GB\tname=paris-1 ',
      {
        scheme: 'socks5',
        host: '10.0.0.1',
        port: 1080,
        credentials: { user: 'vera', password: 'p :w@rd' },
        name: 'paris-1',
        weight: 2.5,
        budgetBytes: 10_000_000_000,
      },
    ],
  ];
  for (const [text, expected] of cases) assert.deepEqual(parseProxy(text), { ok: true, value: expected }, text);
});

test('what is no proxy is said, and credentials are never repeated', () => {
  const cases: readonly (readonly [string, RegExp])[] = [
    ['', /scheme:\/\/\[user:password@\]host:port/],
    ['proxy.example:3128', /scheme:\/\//],
    ['ftp://u:sEcr3t@h:1', /http, https or socks5, found "ftp"/],
    ['http://u:sEcr3t@:80', /host name or an IP address/],
    ['http://u:sEcr3t@a b:80', /./],
    ['http://u:sEcr3t@h', /port from 1 to 65535 after h/],
    ['http://u:sEcr3t@h:0', /port from 1 to 65535/],
    ['http://u:sEcr3t@h:65536', /port from 1 to 65535/],
    ['http://u:sEcr3t@h:80/path', /scheme:\/\//],
    ['http://[::g]:80', /host name or an IP address/],
    ['http://sEcr3t@h:80', /found no colon/],
    ['http://u:sEcr3t%@h:80', /%25/],
    ['http://u%3A:sEcr3t@h:80', /without a colon/],
    [`http://u:sEcr3t${'x'.repeat(255)}@h:80`, /at most 255 bytes/],
    ['http://:sEcr3t@h:80', /Expected a user/],
    ['socks5://sEcr3t:@h:80', /no empty one/],
    ['http://u:sEcr3t%0A@h:80', /control characters/],
    ['http://u:sEcr3t@h:80 weigth=2', /Did you mean weight=\?/],
    ['http://u:my sEcr3t@h:80', /A space in a password is written %20|scheme/],
    ['http://u:sEcr3t@h:80 weight=0', /weight= with a number above 0/],
    ['http://u:sEcr3t@h:80 weight=-1', /weight=/],
    ['http://u:sEcr3t@h:80 weight=1 weight=1', /weight= once/],
    ['http://u:sEcr3t@h:80 budget=10XB', /500MB or 10GB, found "10XB"/],
    ['http://u:sEcr3t@h:80 name=', /1 to 64 letters/],
    ['http://u:sEcr3t@h:80 name=direct', /without a proxy/],
  ];
  for (const [text, expected] of cases) {
    const parsed = parseProxy(text);
    assert.ok(!parsed.ok, text);
    assert.match(parsed.failure, expected, text);
    assert.equal(parsed.failure.includes('sEcr3t'), false, text);
  }
});

test('whatever is given, reading it ends, and its credentials stay unsaid', () => {
  const text = fc.oneof(
    fc.string(),
    fc.string().map((rest) => `socks5://u:sEcr3t@${rest}`),
  );
  fc.assert(
    fc.property(text, (given) => {
      const parsed = parseProxy(given);
      if (!parsed.ok) assert.equal(parsed.failure.includes('sEcr3t'), false);
      else
        assert.ok(
          parsed.value.port >= 1 && parsed.value.weight > 0 && !parsed.value.name.includes('sEcr3t'),
          inspect(parsed),
        );
    }),
    { seed: 7, numRuns: 2_000 },
  );
});

test('credentials come back as they were written, percent-encoded', () => {
  const part = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }).filter((text) => !/[\p{Cc}:]/u.test(text));
  fc.assert(
    fc.property(part, part, (user, password) => {
      const parsed = parseProxy(`socks5://${encodeURIComponent(user)}:${encodeURIComponent(password)}@h:1`);
      assert.deepEqual(parsed.ok ? parsed.value.credentials : parsed.failure, { user, password });
    }),
    { seed: 7 },
  );
});

test('a list names the lines that cannot be used, and uses none of it then', () => {
  const list = '\uFEFF# vantage points\r\n\r\nhttp://a:1\r\nsocks5://b:2 name=b\n';
  const read = parseProxyList(list);
  assert.deepEqual(read.ok ? read.value.map(({ name }) => name) : read.failure, ['a:1', 'b']);
  const broken = parseProxyList(
    'http://a:1\nnonsense\nhttp://a:1\nsocks5://a:1\nhttp://c:1 name=b\nhttp://d:1 name=b\n',
  );
  assert.ok(!broken.ok);
  assert.deepEqual(
    broken.failure.map(({ line, sentence }) => [line, sentence.slice(0, 60)]),
    [
      [2, 'Expected scheme://[user:password@]host:port, found something'],
      [3, 'Expected another proxy: a:1 is there already, in line 1.'],
      [4, 'Expected another name: "a:1" is there already, in line 1. Gi'],
      [6, 'Expected another name: "b" is there already, in line 5. Give'],
    ],
  );
  const many = parseProxyList('x\n'.repeat(100));
  assert.ok(!many.ok);
  assert.equal(many.failure.length, 21);
  assert.match(many.failure.at(-1)?.sentence ?? '', /80 more lines/);
  const endless = parseProxyList(Array.from({ length: 10_002 }, (_, i) => `http://h${i}:1`).join('\n'));
  assert.ok(!endless.ok);
  assert.match(endless.failure[0]?.sentence ?? '', /at most 10000 proxies/);
});

test('proxies of flags and list together are held to the same', () => {
  const proxy = parseProxy('http://a:1');
  assert.ok(proxy.ok);
  assert.equal(findProxyClash([proxy.value]), null);
  assert.match(findProxyClash([proxy.value, { ...proxy.value, name: 'other' }]) ?? '', /is there already, as number 1/);
});

test('sizes are read in the units that people write', () => {
  const cases: readonly (readonly [string, number | null])[] = [
    ['500', 500],
    ['500B', 500],
    ['1.5kB', 1_500],
    ['10gb', 10_000_000_000],
    ['1KiB', 1_024],
    ['2GiB', 2_147_483_648],
    ['0', null],
    ['-1GB', null],
    ['1e9', null],
    ['GB', null],
    ['99999999TB', null],
    ['0.1B', null],
  ];
  for (const [text, expected] of cases) assert.equal(parseByteSize(text), expected, text);
});
