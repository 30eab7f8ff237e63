import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createMask } from './mask.ts';

test('the same name gets the same mask wherever it stands', () => {
  const masked = createMask().maskTree({
    data: { currentUser: { id: '12345678', login: 'ann' } },
    topic: 'user-drop-events.12345678',
    dropInstanceID: '12345678#0b0f0d0e-1111-4222-8333-944444444444#x',
    channels: [{ channelId: 12345678 }, { channel_id: '99887766', displayName: 'ann' }],
  });
  assert.deepEqual(masked, {
    data: { currentUser: { id: 'id#1', login: 'login#1' } },
    topic: 'user-drop-events.id#1',
    dropInstanceID: 'dropinstance#1',
    channels: [{ channelId: 'id#1' }, { channel_id: 'channel#1', displayName: 'login#1' }],
  });
});

test('secrets are gone, whatever they are called', () => {
  const mask = createMask();
  for (const key of ['authToken', 'access_token', 'Authorization', 'cookie', 'set-cookie', 'device_code', 'userCode']) {
    assert.deepEqual(mask.maskTree({ [key]: 'abc' }), { [key]: '[token]' }, key);
  }
  assert.deepEqual(mask.maskTree({ cookies: ['a=1', { b: 2 }] }), { cookies: '[token]' });
  assert.deepEqual(mask.maskTree(['Authorization: OAuth abcdefghij0123456789abcdefghij']), [
    'Authorization: OAuth [token]',
  ]);
});

test('JSON in a string is masked inside', () => {
  const message = JSON.stringify({ type: 'drop-progress', data: { drop_id: 'd-1', current_progress_min: 3 } });
  assert.deepEqual(createMask().maskTree({ message }), {
    message: '{"type":"drop-progress","data":{"drop_id":"drop#1","current_progress_min":3}}',
  });
});

test('numbers, times and texts that name nobody stay', () => {
  const value = { minutes: 15, at: '2026-09-25T10:00:00.123Z', name: 'Season 12 Drops', ended: false, none: null };
  assert.deepEqual(createMask().maskTree(value), value);
});

test('beyond its maximum of names the mask no longer tells them apart', () => {
  const mask = createMask(2);
  assert.deepEqual(
    ['a', 'b', 'c', 'd', 'a'].map((name) => mask.maskName('id', name)),
    ['id#1', 'id#2', 'id#?', 'id#?', 'id#1'],
  );
});

test('a value that contains itself ends', () => {
  const loop: Record<string, unknown> = { minutes: 1 };
  loop.loop = loop;
  assert.match(JSON.stringify(createMask().maskTree(loop)), /\[too deep\]/);
});
