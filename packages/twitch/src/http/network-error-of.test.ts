import assert from 'node:assert/strict';
import { test } from 'node:test';
import { NetworkError, type NetworkErrorKind } from '@dropwise/kit';
import { networkErrorOf } from './network-error-of.ts';

const host = 'spade.twitch.tv';
const coded = (code: string, address?: string) => Object.assign(new Error(code), { code, address });

/** error → kind, words of the message */
const errors: readonly [string, unknown, NetworkErrorKind, RegExp][] = [
  ['an unknown name', coded('ENOTFOUND'), 'dns', /spade\.twitch\.tv could not be found.*block lists/],
  ['a resolver that fails', coded('EAI_AGAIN'), 'dns', /network/],
  ['a refusal', coded('ECONNREFUSED', '203.0.113.7'), 'refused', /spade\.twitch\.tv refused the connection/],
  [
    'a block list',
    coded('ECONNREFUSED', '0.0.0.0'),
    'refused',
    /leads to 0\.0\.0\.0: a DNS block list.*allow spade\.twitch\.tv/,
  ],
  ['a hosts file', coded('ECONNREFUSED', '127.0.0.1'), 'refused', /block list or hosts file/],
  [
    'all addresses of a name',
    new AggregateError([coded('ECONNREFUSED', '::1'), coded('ECONNREFUSED', '127.0.0.1')]),
    'refused',
    /::1/,
  ],
  ['a reset', coded('ECONNRESET'), 'reset', /broke/],
  ['a slow network', coded('ETIMEDOUT'), 'timeout', /in time/],
  ['a self-signed certificate', coded('DEPTH_ZERO_SELF_SIGNED_CERT'), 'tls', /certificate of spade/],
  ['an expired certificate', coded('CERT_HAS_EXPIRED'), 'tls', /CERT_HAS_EXPIRED/],
  ['a certificate of another host', coded('ERR_TLS_CERT_ALTNAME_INVALID'), 'tls', /not trusted/],
  ['nonsense', coded('HPE_INVALID_CONSTANT'), 'other', /HPE_INVALID/],
  ['no error at all', null, 'other', /failed/],
];
for (const [name, error, kind, message] of errors) {
  test(`${name} is ${kind}`, () => {
    const networkError = networkErrorOf(error, host, null);
    assert.equal(networkError.kind, kind);
    assert.equal(networkError.host, host);
    assert.match(networkError.message, message);
  });
}

test('a refusal by an address that was asked for by number is no block list', () => {
  assert.doesNotMatch(networkErrorOf(coded('ECONNREFUSED', '127.0.0.1'), '127.0.0.1', null).message, /block list/);
});

test('what happens on the way to the proxy is the proxy’s', () => {
  const error = networkErrorOf(coded('ECONNREFUSED', '127.0.0.1'), host, 'http://proxy.test:3128');
  assert.equal(error.kind, 'proxy');
  assert.match(error.message, /proxy http:\/\/proxy\.test:3128 .*spade\.twitch\.tv.*ECONNREFUSED/);
});

test('a network error stays as it is', () => {
  const error = new NetworkError('tooLarge', host, 'x');
  assert.equal(networkErrorOf(error, 'other', null), error);
});
