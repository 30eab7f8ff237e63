import { defineChannel } from '../channel.ts';
import { addressField, textField, tokenLine } from '../field.ts';
import { addressBelow } from '../http/address-problem.ts';
import { postJson } from '../http/post-json.ts';
import { fitText } from '../text/fit-text.ts';
import { plainLine, plainText } from '../text/plain-text.ts';

/** Gotify names no limit; a phone shows no more. */
const maxTitle = 250;
const maxMessage = 8_000;
/** 4 to 7 make a sound, 8 and more pop up. */
const usualPriority = 5;
const urgentPriority = 8;

export const gotify = defineChannel({
  kind: 'gotify',
  name: 'Gotify',
  doc: 'A Gotify server of your own. Make an application there and copy its token.',
  fields: {
    server: addressField({ label: 'Server', doc: 'Such as https://gotify.example.org or http://192.168.1.5:8080.' }),
    token: textField({
      label: 'Application token',
      doc: 'Of the application, not of a client.',
      secret: true,
      rule: tokenLine,
    }),
  },
  send: ({ server, token }, message, context) =>
    postJson(
      {
        service: 'Gotify',
        url: addressBelow(server, 'message'),
        headers: { 'x-gotify-key': token },
        body: {
          title: fitText(plainLine(message.title), maxTitle),
          message: fitText(plainText(message.text), maxMessage),
          priority: message.urgent ? urgentPriority : usualPriority,
          extras: {
            'client::display': { contentType: 'text/plain' },
            ...(message.link === null ? {} : { 'client::notification': { click: { url: message.link } } }),
          },
        },
        hints: {
          401: 'the application token is not right',
          403: 'the token is that of a client; make one for an application',
          404: 'this is not the address of a Gotify server',
        },
      },
      context,
    ),
});
