import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readOk, refusedPath } from '../../testing/read-operation.ts';
import { playbackToken } from './playback-token.ts';

test('value and signature are kept as secrets', () => {
  const token = readOk(playbackToken, { streamPlaybackAccessToken: { value: '{"a":1}', signature: 'abcd' } });
  assert.equal(token?.value.reveal(), '{"a":1}');
  assert.equal(token?.signature.reveal(), 'abcd');
  assert.equal(JSON.stringify(token), '{"value":"[token]","signature":"[token]"}');
});

test('an offline channel has no token', () => {
  assert.equal(readOk(playbackToken, { streamPlaybackAccessToken: null }), null);
});

test('an empty signature is refused', () => {
  const data = { streamPlaybackAccessToken: { value: 'x', signature: '' } };
  assert.equal(refusedPath(playbackToken, data), 'data.streamPlaybackAccessToken.signature');
});
