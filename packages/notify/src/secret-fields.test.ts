import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ChannelConfig } from './channel.ts';
import { email } from './channels/email.ts';
import { gotify } from './channels/gotify.ts';
import { channels } from './channels/index.ts';
import { webhook } from './channels/webhook.ts';
import { hideSecrets, keepSecrets } from './secret-fields.ts';

const saved: ChannelConfig = { server: 'https://gotify.example.org', token: 'secretToken' };
const hook: ChannelConfig = {
  url: 'https://example.org/secretPath',
  secret: '',
  headers: { 'X-Api-Key': 'secretKey' },
};

test('of a secret only is shown that there is one', () => {
  assert.deepEqual(hideSecrets(gotify, saved), { server: 'https://gotify.example.org', token: '[set]' });
  assert.deepEqual(hideSecrets(webhook, hook), { url: '[set]', secret: '', headers: { 'X-Api-Key': '[set]' } });
});

test('what is sent back as it was shown stays as it was', () => {
  assert.deepEqual(keepSecrets(gotify, hideSecrets(gotify, saved), saved), { ok: true, value: saved });
  assert.deepEqual(keepSecrets(webhook, hideSecrets(webhook, hook), hook), { ok: true, value: hook });
});

test('a secret is replaced by another, and taken out by nothing', () => {
  const other = { ...saved, token: 'other' };
  assert.deepEqual(keepSecrets(gotify, other, saved), { ok: true, value: other });
  assert.deepEqual(keepSecrets(webhook, { ...hook, url: '[set]', headers: {} }, hook), {
    ok: true,
    value: { ...hook, headers: {} },
  });
});

test('one header is changed while another stays', () => {
  const given = { url: '[set]', secret: '', headers: { 'X-Api-Key': '[set]', 'X-Other': 'new' } };
  assert.deepEqual(keepSecrets(webhook, given, hook), {
    ok: true,
    value: { ...hook, headers: { 'X-Api-Key': 'secretKey', 'X-Other': 'new' } },
  });
});

const stolen: [what: string, given: ChannelConfig, channel: typeof gotify, from: ChannelConfig][] = [
  ['another server', { server: 'https://thief.example', token: '[set]' }, gotify, saved],
  [
    'another address of a webhook',
    { ...hook, url: 'https://thief.example', headers: { 'X-Api-Key': '[set]' } },
    webhook,
    hook,
  ],
  ['less encryption', { security: 'none', password: '[set]' }, email, { password: 'secretPassword' }],
  [
    'no check of the certificate',
    { verifyCertificate: false, password: '[set]' },
    email,
    { password: 'secretPassword' },
  ],
];
for (const [what, given, channel, from] of stolen) {
  test(`a secret does not go along to ${what}`, () => {
    const kept = keepSecrets(channel, given, from);
    assert.ok(!kept.ok);
    assert.doesNotMatch(JSON.stringify(kept), /secret(?:Token|Path|Key|Password)/);
  });
}

test('a secret that was never saved cannot stay', () => {
  assert.ok(!keepSecrets(gotify, { ...saved, token: '[set]' }, null).ok);
});

test('every channel has words for a person, and says where its secrets go', () => {
  for (const { kind, name, doc, fields, secretFields } of channels) {
    assert.match(kind, /^[a-z]+$/);
    assert.ok(name !== '' && doc !== '' && secretFields.length > 0, kind);
    assert.ok(
      fields.some(({ destination }) => destination),
      `${kind} goes nowhere`,
    );
  }
});
