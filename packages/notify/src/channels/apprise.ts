import type { NotificationTone } from '@dropwise/core/notifications';
import { defineChannel } from '../channel.ts';
import { addressField, optionalTextField } from '../field.ts';
import { addressBelow } from '../http/address-problem.ts';
import { postJson } from '../http/post-json.ts';
import { fitText } from '../text/fit-text.ts';
import { plainLine, plainText } from '../text/plain-text.ts';

const maxTitle = 250;
/** What it passes on to has limits of its own, which it keeps. */
const maxBody = 16_000;

const types: Readonly<Record<NotificationTone, string>> = { good: 'success', plain: 'info', bad: 'warning' };

/** An Apprise API server, which passes on to some hundred services: by a stored key, or by their URLs with each message. */
export const apprise = defineChannel({
  kind: 'apprise',
  name: 'Apprise',
  doc: 'An Apprise API server of your own, for services that are not here. Give the key of a configuration stored there, or URLs.',
  fields: {
    server: addressField({ label: 'Server', doc: 'Such as http://192.168.1.5:8000.' }),
    key: optionalTextField({
      label: 'Key',
      doc: 'Of a configuration that is stored on the server.',
      secret: true,
      rule: { expected: 'expected at most 128 letters, digits, _ and -', pattern: /^[A-Za-z0-9_-]{1,128}$/ },
    }),
    urls: optionalTextField({
      label: 'URLs',
      doc: 'Of the services, separated by commas, as Apprise writes them; instead of a key.',
      secret: true,
      rule: { expected: 'expected at most 4,000 characters on one line', pattern: /^[^\p{Cc}]{1,4000}$/u },
    }),
    tag: optionalTextField({
      label: 'Tag',
      doc: 'With a key: only what is tagged so there.',
      rule: { expected: 'expected tags of at most 200 characters', pattern: /^[^\p{Cc}]{1,200}$/u },
    }),
  },
  conflict: ({ key, urls }) => ((key === '') === (urls === '') ? 'Give either a key or URLs.' : null),
  send: ({ server, key, urls, tag }, message, context) => {
    const link = message.link === null ? '' : `\n${message.link}`;
    return postJson(
      {
        service: 'Apprise',
        url: addressBelow(server, key === '' ? 'notify/' : `notify/${key}`),
        body: {
          title: fitText(plainLine(message.title), maxTitle),
          body: `${fitText(plainText(message.text), maxBody - link.length)}${link}`,
          type: types[message.tone],
          format: 'text',
          ...(urls === '' ? {} : { urls }),
          ...(tag === '' ? {} : { tag }),
        },
        // Trying again would repeat it to those that took it.
        failing: [204, 424],
        hints: {
          204: 'it knows no configuration of this key, or none with this tag',
          400: 'it cannot read the URLs',
          404: 'this is not the address of an Apprise API server',
          424: 'some of the services did not take it; its own log says which',
        },
      },
      context,
    );
  },
});
