import assert from 'node:assert/strict';
import { test } from 'node:test';
import { channelId } from '@dropwise/kit';
import { readOk, refusedPath } from '../../testing/read-operation.ts';
import { currentDrop } from './current-drop.ts';

const answer = (dropCurrentSession: unknown) => ({ currentUser: { id: '1', dropCurrentSession } });

test('the watched channel is asked about by id, with an empty login', () => {
  assert.deepEqual(currentDrop.variables({ channelId: channelId('70001') }), { channelID: '70001', channelLogin: '' });
});

test('a session names drop, minutes and the channel that it really is on', () => {
  const session = {
    channel: { id: '70002', name: 'other' },
    game: { id: '900001' },
    currentMinutesWatched: 18,
    requiredMinutesWatched: 60,
    dropID: 'd1',
  };
  const expected = { dropId: 'd1', minutes: 18, requiredMinutes: 60, channelId: '70002', gameId: '900001' };
  assert.deepEqual(readOk(currentDrop, answer(session)), expected);
});

test('no session, or one without a drop, is null', () => {
  assert.equal(readOk(currentDrop, answer(null)), null);
  assert.equal(readOk(currentDrop, answer({ dropID: null })), null);
});

test('an answer that does not say whether there is a session is refused', () => {
  assert.equal(refusedPath(currentDrop, { currentUser: {} }), 'data.currentUser.dropCurrentSession');
});
