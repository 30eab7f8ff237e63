import type { NotificationTone } from '@dropwise/core/notifications';
import { defineChannel } from '../channel.ts';
import { anyLine, optionalTextField, serviceAddressField, textField, tokenLine } from '../field.ts';
import { postJson } from '../http/post-json.ts';
import { fitText, utf8Size } from '../text/fit-text.ts';
import { plainLine, plainText } from '../text/plain-text.ts';

/** A longer message becomes an attachment. */
const maxMessageBytes = 4_096;
const maxTitleBytes = 250;

/** ntfy turns these into an emoji before the title. */
const tags: Readonly<Record<NotificationTone, string>> = {
  good: 'white_check_mark',
  plain: 'information_source',
  bad: 'warning',
};

/** Published as JSON to the server’s root, so that no title can break a header. A topic without a login is a password. */
export const ntfy = defineChannel({
  kind: 'ntfy',
  name: 'ntfy',
  doc: 'A topic of ntfy.sh or of a server of your own. Without a login whoever guesses the topic can read it: make it long.',
  fields: {
    topic: textField({
      label: 'Topic',
      doc: 'The name you subscribe to on your phone.',
      secret: true,
      rule: { expected: 'expected 1 to 64 letters, digits, _ and -', pattern: /^[A-Za-z0-9_-]{1,64}$/ },
    }),
    server: serviceAddressField({ label: 'Server', doc: 'Its address.', default: 'https://ntfy.sh' }),
    token: optionalTextField({
      label: 'Access token',
      doc: 'tk_…; or user and password below.',
      secret: true,
      rule: tokenLine,
    }),
    user: optionalTextField({ label: 'User', doc: 'With a password.', rule: anyLine }),
    password: optionalTextField({ label: 'Password', doc: 'With a user.', secret: true, rule: anyLine }),
  },
  conflict: ({ token, user, password }) => {
    if (token !== '' && user !== '') return 'Give an access token or a user with a password, not both.';
    return (user === '') === (password === '') ? null : 'Give user and password together.';
  },
  send: ({ topic, server, token, user, password }, message, context) =>
    postJson(
      {
        service: 'ntfy',
        url: server,
        headers: authorizationOf(token, user, password),
        body: {
          topic,
          title: fitText(plainLine(message.title), maxTitleBytes, { sizeOf: utf8Size }),
          message: fitText(plainText(message.text), maxMessageBytes, { sizeOf: utf8Size }),
          priority: message.urgent ? 4 : 3,
          tags: [tags[message.tone]],
          ...(message.link === null ? {} : { click: message.link }),
        },
        hints: {
          401: 'token, or user and password, are not right',
          403: 'this login may not write to the topic',
          404: 'this is not the root of an ntfy server',
        },
      },
      context,
    ),
});

function authorizationOf(token: string, user: string, password: string): Readonly<Record<string, string>> {
  if (token !== '') return { authorization: `Bearer ${token}` };
  if (user === '') return {};
  return { authorization: `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}` };
}
