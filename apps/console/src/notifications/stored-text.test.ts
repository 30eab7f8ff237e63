import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { NotificationMessage } from '@dropwise/core/notifications';
import { formatDelivery, parseDelivery } from './stored-text.ts';

const message: NotificationMessage = {
  rule: 'loginNeeded',
  title: 'Sign in',
  text: 'Two lines.\nhttp in the middle.',
  link: 'https://www.twitch.tv/activate',
  tone: 'bad',
  urgent: true,
};

test('a message is read back as it was kept', () => {
  for (const each of [message, { ...message, link: null }]) assert.deepEqual(parseDelivery(formatDelivery(each)), each);
});

test('a message of a rule that is not known any more is still a message', () => {
  assert.deepEqual(parseDelivery({ rule: 'older', title: 'a', text: 'b' }), {
    ...message,
    rule: 'digest',
    title: 'a',
    text: 'b',
    link: null,
    tone: 'plain',
    urgent: false,
  });
});
