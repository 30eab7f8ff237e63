import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createMaskCredentials } from './mask-credentials.ts';

const cases: readonly (readonly [proxies: string, said: string, shown: string])[] = [
  ['socks5://ann:s3cret@h:1', 'cannot use ann:s3cret, nor s3cret', 'cannot use [credentials], nor [credentials]'],
  ['http://ann:p%40ss%2Fw@h:1', 'p@ss/w of ann:p@ss/w, p%40ss%2Fw', '[credentials] of [credentials], [credentials]'],
  ['http://ann:a@b@h:1 weight=2', 'found "ann:a@b"', 'found "[credentials]"'],
  ['not even an address secret@h', 'secret', 'secret'],
  ['half-an-address:secret@h', 'a secret', 'a [credentials]'],
  ['# nothing\n\nhttp://h:1', 'http://h:1 is gone', 'http://h:1 is gone'],
  ['http://a:b@h:1', 'a big bad wolf, a:b', 'a big bad wolf, [credentials]'],
  ['', 'http://who:ever@h:1', 'http://[token]@h:1'],
];

test('half of a credential is not told where a text is cut', () => {
  const proxies = Array.from({ length: 200 }, (_, at) => `http://user:${'x'.repeat(200)}${at}@h:1`).join('\n');
  const shown = createMaskCredentials(proxies)(proxies);
  assert.doesNotMatch(shown, /xx/);
  assert.match(shown, /^http:\/\/\[credentials\]@h:1\nhttp:\/\/\[credentials\]@h:1\n.* …$/s);
  assert.equal(createMaskCredentials('http://user:secret@h:1')('s'.repeat(100_000)), ' …');
});

for (const [proxies, said, shown] of cases) {
  test(`"${said}" is told as "${shown}"`, () => assert.equal(createMaskCredentials(proxies)(said), shown));
}
