import assert from 'node:assert/strict';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { it } from 'node:test';
import type { ChannelConfig } from '../channel.ts';
import { createContext, describeChannel, plainMessage } from '../testing/channel-contract.ts';
import { openMailListener } from '../testing/mail-listener.ts';
import { email } from './email.ts';

describeChannel({
  channel: email,
  open: () => openMailListener(),
  limits: { title: 150, text: 50_000, sizeOf: (text) => text.length },
  tellsWhen: false,
});

const send = (config: ChannelConfig, changes = {}) =>
  email.send(config, { ...plainMessage, ...changes }, createContext());

it('a mail goes encrypted, signed in, to all who are named and to nobody else', async () => {
  await using listener = await openMailListener();
  const title = 'Claimed\r\nBcc: other@example.org\r\nCc: third@example.org';
  assert.equal((await send(listener.config, { title })).kind, 'delivered');
  const [mail] = listener.mails;
  assert.deepEqual(
    [mail?.from, mail?.to, mail?.user],
    ['dropwise@example.org', ['me@example.org', 'you@example.org'], 'me'],
  );
  assert.equal(mail?.wasEncrypted, true);
  assert.deepEqual([mail?.headers.get('bcc'), mail?.headers.get('cc')], [undefined, undefined]);
  assert.match(mail?.headers.get('content-type')?.[0] ?? '', /^text\/plain/);
  assert.deepEqual(mail?.headers.get('auto-submitted'), ['auto-generated']);
});

it('an urgent mail says so', async () => {
  await using listener = await openMailListener();
  await send(listener.config, { urgent: true });
  assert.deepEqual(listener.mails[0]?.headers.get('importance'), ['High']);
});

it('a mail goes over TLS from the first byte', async () => {
  await using listener = await openMailListener({ secure: true }, { security: 'tls' });
  assert.equal((await send(listener.config)).kind, 'delivered');
  assert.equal(listener.mails[0]?.wasEncrypted, true);
});

it('a mail goes without encryption and login where that was chosen', async () => {
  const changes = { security: 'none', user: '', password: '' };
  await using listener = await openMailListener({ disabledCommands: ['STARTTLS'] }, changes);
  assert.equal((await send(listener.config)).kind, 'delivered');
  assert.equal(listener.mails[0]?.user, null);
});

it('nothing is sent to a server that does not encrypt as it was chosen', async () => {
  await using listener = await openMailListener({ hideSTARTTLS: true, disabledCommands: ['STARTTLS'] });
  assert.equal((await send(listener.config)).kind, 'failed');
  assert.deepEqual(listener.mails, []);
});

it('a certificate that nobody vouches for is not taken unless that was chosen', async () => {
  await using listener = await openMailListener({}, { verifyCertificate: true });
  const delivery = await send(listener.config);
  assert.match(delivery.kind === 'failed' ? delivery.why : '', /certificate is not trusted|encryption/);
  assert.deepEqual(listener.mails, []);
});

it('a wrong password fails for good, and is not quoted', async () => {
  await using listener = await openMailListener({}, { password: 'plantedWrong' });
  const delivery = await send(listener.config);
  assert.deepEqual(delivery, { kind: 'failed', why: 'The mail server does not take user and password (535).' });
});

it('an address that the server refuses fails for good', async () => {
  await using listener = await openMailListener({
    onRcptTo: ({ address }, _session, done) =>
      done(Object.assign(new Error(`no such ${address}`), { responseCode: 550 })),
  });
  assert.equal((await send(listener.config)).kind, 'failed');
});

it('an address that the server puts off is tried again', async () => {
  await using listener = await openMailListener({
    onRcptTo: (_address, _session, done) => done(Object.assign(new Error('greylisted'), { responseCode: 450 })),
  });
  assert.equal((await send(listener.config)).kind, 'retry');
});

it('a server that is none is tried again', async () => {
  await using listener = await openMailListener();
  const other = createServer((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'));
  other.listen(0, '127.0.0.1');
  await once(other, 'listening');
  const { port } = other.address() as AddressInfo;
  const delivery = await send({ ...listener.config, port });
  other.close();
  assert.equal(delivery.kind, 'retry');
});

const refused: [what: string, changes: ChannelConfig][] = [
  ['a line break in an address', { to: ['me@example.org\r\nBcc: x@example.org'] }],
  ['nobody to write to', { to: [] }],
  ['a password that would go without encryption', { security: 'none' }],
  ['a user without a password', { password: '' }],
  ['a port that is none', { port: 0 }],
];
for (const [what, changes] of refused) {
  it(`a mail channel may not have ${what}`, async () => {
    await using listener = await openMailListener({}, changes);
    assert.ok(!email.check(listener.config).ok);
  });
}
