import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { it } from 'node:test';
import { createContext, describeChannel, plainMessage } from '../testing/channel-contract.ts';
import { describeHttpChannel } from '../testing/http-contract.ts';
import { openHttpListener } from '../testing/http-listener.ts';
import { webhook } from './webhook.ts';

const open = () =>
  openHttpListener({
    configOf: (origin) => ({
      url: `${origin}/hook/plantedPath?key=plantedQuery`,
      secret: 'plantedSigningKey',
      headers: { 'X-Api-Key': 'plantedHeader' },
    }),
    messageOf: ({ json }) => ({
      title: String(json.title),
      text: String(json.text),
      link: json.link === null ? null : String(json.link),
    }),
  });

describeChannel({
  channel: webhook,
  open,
  limits: { title: 250, text: 16_000, sizeOf: (text) => text.length },
  tellsWhen: true,
});
describeHttpChannel(webhook, open);

it('a webhook gets the documented body, and a signature of it', async () => {
  await using listener = await open();
  const context = createContext();
  await webhook.send(listener.config, plainMessage, context);
  const [request] = listener.requests;
  assert.deepEqual(request?.json, { version: 1, ...plainMessage, sentAt: context.clock.now() });
  const signed = `${context.clock.now()}.${request?.body}`;
  const signature = createHmac('sha256', 'plantedSigningKey').update(signed).digest('hex');
  assert.equal(request?.headers['x-dropwise-signature'], `sha256=${signature}`);
  assert.equal(request?.headers['x-dropwise-timestamp'], String(context.clock.now()));
  assert.equal(request?.headers['x-api-key'], 'plantedHeader');
});

it('a webhook without a secret is not signed', async () => {
  await using listener = await open();
  await webhook.send({ ...listener.config, secret: '' }, plainMessage, createContext());
  assert.equal(listener.requests[0]?.headers['x-dropwise-signature'], undefined);
});

const refused: [what: string, headers: Readonly<Record<string, string>>][] = [
  ['a line break in a value', { 'X-Api-Key': 'a\r\nX-Injected: yes' }],
  ['a name that is none', { 'X Api': 'a' }],
  ['a header of the request itself', { 'Content-Length': '3' }],
  ['a host', { host: 'other.example' }],
];
for (const [what, headers] of refused) {
  it(`a webhook’s headers may not have ${what}`, () => {
    assert.ok(!webhook.check({ url: 'https://example.org', headers }).ok);
  });
}

const addresses: [address: string, taken: boolean][] = [
  ['https://example.org/hook', true],
  ['http://192.168.1.5:8080/hook', true],
  ['http://localhost/hook', true],
  ['ftp://example.org', false],
  ['file:///etc/passwd', false],
  ['https://user:password@example.org', false],
  ['http://169.254.169.254/latest', false],
  ['http://0xa9fea9fe/', false],
  ['http://[fe80::1]/', false],
  ['http://[::ffff:169.254.169.254]/', false],
  ['not an address', false],
  ['', false],
];
for (const [url, taken] of addresses) {
  it(`the address ${JSON.stringify(url)} is ${taken ? 'taken' : 'refused'}`, () => {
    assert.equal(webhook.check({ url }).ok, taken);
  });
}
