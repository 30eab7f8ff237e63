import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readOk } from '../../testing/read-operation.ts';
import { deleteNotification } from './delete-notification.ts';

test('the notification is named, and whatever is answered is taken', () => {
  assert.deepEqual(deleteNotification.variables({ notificationId: 'n1' }), { input: { id: 'n1' } });
  for (const data of [null, {}, { deleteNotification: { notification: { id: 'n1' } } }]) {
    assert.equal(readOk(deleteNotification, data), null);
  }
});
