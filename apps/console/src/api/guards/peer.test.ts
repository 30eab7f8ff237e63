import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkTrustedProxies, createReadPeer } from './peer.ts';

test('what is neither address nor range is refused before it can throw', () => {
  assert.equal(checkTrustedProxies(['127.0.0.1', '172.16.0.0/12', '::1', 'loopback']).ok, true);
  for (const wrong of ['proxy.local', '10.0.0.0/99', '*', '']) {
    const checked = checkTrustedProxies(['127.0.0.1', wrong]);
    assert.ok(!checked.ok);
    assert.match(checked.failure, new RegExp(`found "${wrong.replace('*', '\\*')}"`));
  }
});

test('of several values the nearest proxy’s counts, and nonsense counts for nothing', () => {
  const read = createReadPeer(['10.0.0.0/8']);
  const peer = read({
    headers: {
      host: 'inner',
      'x-forwarded-for': '1.2.3.4',
      'x-forwarded-proto': 'https, http',
      'x-forwarded-host': 'a.example, b.example',
    },
    socket: { remoteAddress: '::ffff:10.0.0.2' },
  });
  assert.deepEqual(peer, {
    peerAddress: '10.0.0.2',
    address: '1.2.3.4',
    scheme: 'http',
    host: 'b.example',
    proxied: true,
  });
  const odd = read({
    headers: { host: 'inner', 'x-forwarded-proto': 'gopher', 'x-forwarded-host': ', ' },
    socket: { remoteAddress: '10.0.0.2' },
  });
  assert.deepEqual([odd.scheme, odd.host, odd.address], ['http', 'inner', '10.0.0.2']);
});
