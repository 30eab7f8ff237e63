import { createHmac } from 'node:crypto';
import { defineChannel } from '../channel.ts';
import { addressField, anyLine, mapField, optionalTextField } from '../field.ts';
import { postJson } from '../http/post-json.ts';
import { fitText } from '../text/fit-text.ts';
import { plainLine, plainText } from '../text/plain-text.ts';

const maxTitle = 250;
const maxText = 16_000;

/** What the request itself says is not to be overwritten. */
const reservedHeader =
  /^(?:host|content-type|content-length|content-encoding|transfer-encoding|connection|keep-alive|upgrade|te|trailer|expect|x-dropwise-.*)$/i;

/** Any program of your own. The body is described in the package’s README and changes only with `version`. */
export const webhook = defineChannel({
  kind: 'webhook',
  name: 'Webhook',
  doc: 'A POST with JSON to an address of yours.',
  fields: {
    url: addressField({ label: 'Address', doc: 'Where the POST goes.', secret: true }),
    secret: optionalTextField({
      label: 'Secret',
      doc: 'To sign with: X-Dropwise-Signature is sha256= and the HMAC-SHA256 of X-Dropwise-Timestamp, a dot and the body.',
      secret: true,
      rule: anyLine,
    }),
    headers: mapField({
      label: 'Headers',
      doc: 'Sent along, such as Authorization.',
      secret: true,
      names: { expected: 'expected names of headers', pattern: /^[A-Za-z0-9!#$%&'*+.^_`|~-]{1,100}$/ },
      values: { expected: 'expected texts of headers, of visible ASCII characters', pattern: /^[\x20-\x7e]{0,2000}$/ },
    }),
  },
  conflict: ({ headers }) => {
    const reserved = Object.keys(headers).find((name) => reservedHeader.test(name));
    return reserved === undefined ? null : `The header ${reserved} is set by Dropwise itself; leave it out.`;
  },
  send: ({ url, secret, headers }, message, context) => {
    const sentAt = context.clock.now();
    const body = JSON.stringify({
      version: 1,
      rule: message.rule,
      title: fitText(plainLine(message.title), maxTitle),
      text: fitText(plainText(message.text), maxText),
      link: message.link,
      tone: message.tone,
      urgent: message.urgent,
      sentAt,
    });
    const signed: Readonly<Record<string, string>> =
      secret === ''
        ? {}
        : { 'x-dropwise-timestamp': String(sentAt), 'x-dropwise-signature': signatureOf(secret, `${sentAt}.${body}`) };
    return postJson({ service: 'The webhook', url, body, headers: { ...headers, ...signed } }, context);
  },
});

function signatureOf(secret: string, text: string): string {
  return `sha256=${createHmac('sha256', secret).update(text).digest('hex')}`;
}
