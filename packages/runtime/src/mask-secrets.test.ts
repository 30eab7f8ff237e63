import assert from 'node:assert/strict';
import { test } from 'node:test';
import { maskSecrets } from './mask-secrets.ts';

const token = 'abcdefghij0123456789abcdefghij';

const masked: readonly (readonly [text: string, expected: string])[] = [
  [`Authorization: OAuth ${token}`, 'Authorization: OAuth [token]'],
  [`authorization: Bearer ${token}, next`, 'authorization: Bearer [token], next'],
  [`{"auth_token":"${token}","topics":[]}`, '{"auth_token":"[token]","topics":[]}'],
  [`{"access_token" : "${token}"}`, '{"access_token" : "[token]"}'],
  [JSON.stringify(`{"auth_token":"${token}","a":1}`), JSON.stringify('{"auth_token":"[token]","a":1}')],
  [
    JSON.stringify(JSON.stringify({ message: JSON.stringify({ auth_token: token }) })),
    JSON.stringify(JSON.stringify({ message: JSON.stringify({ auth_token: '[token]' }) })),
  ],
  [`Cookie: unique_id=1; auth-token=${token}; x=2`, 'Cookie: unique_id=1; auth-token=[token]; x=2'],
  [`client_id=1&device_code=${token}&scopes=`, 'client_id=1&device_code=[token]&scopes='],
  ['https://usher/x.m3u8?sig=0123456789abcdef0123&p=1', 'https://usher/x.m3u8?sig=[token]&p=1'],
  ['proxy socks5://ann:hunter2@10.0.0.1:1080 failed', 'proxy socks5://[token]@10.0.0.1:1080 failed'],
];

for (const [text, expected] of masked) {
  test(`a secret is masked in ${expected.slice(0, 60)}`, () => assert.equal(maskSecrets(text), expected));
}

test('what is no secret stays as it is', () => {
  for (const text of [
    'OAuth is refused',
    '{"device_id":"abcdefghij0123456789abcdefghij"}',
    'https://www.twitch.tv/ann?x=1',
    'the token was renewed',
    'game "Bearer of the Sun" chosen',
  ]) {
    assert.equal(maskSecrets(text), text);
  }
});
