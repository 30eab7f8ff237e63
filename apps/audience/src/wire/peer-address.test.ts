import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findPeerProblem, findRouteProblem, isLoopbackAddress } from './peer-address.ts';
import { loopbackRoute } from './testing/routes.ts';

test('loopback is an address of this machine, never a name that sounds like it', () => {
  for (const address of ['127.0.0.1', '127.255.0.9', '::1', '::ffff:127.0.0.1', '::ffff:7f00:1', '0:0:0:0:0:0:0:1']) {
    assert.equal(isLoopbackAddress(address), true, address);
  }
  const others = [
    'localhost',
    '128.0.0.1',
    '10.0.0.1',
    '192.168.0.1',
    '0.0.0.0',
    '::',
    '::2',
    '::ffff:10.0.0.1',
    '2130706433',
    '',
    '127.1',
  ];
  for (const address of others) assert.equal(isLoopbackAddress(address), false, address);
});

test('a peer must be one of the addresses that were consented to, in whatever spelling', () => {
  const route = { ...loopbackRoute(80), loopbackOnly: false, addresses: ['192.0.2.7', '2001:db8::7'] };
  for (const peer of ['192.0.2.7', '::ffff:192.0.2.7', '2001:db8:0:0::7']) {
    assert.equal(findPeerProblem(route, peer), null, peer);
  }
  assert.match(
    findPeerProblem(route, '192.0.2.8') ?? '',
    /expected one of the consented addresses, found 192\.0\.2\.8/,
  );
  assert.match(findPeerProblem(route, undefined) ?? '', /does not say/);
  assert.match(findPeerProblem({ ...route, loopbackOnly: true }, '192.0.2.7') ?? '', /127\.0\.0\.0\/8/);
});

test('a route that was not made by consent is refused before any socket', () => {
  const proxy = { scheme: 'http', host: '127.0.0.1', port: 1, credentials: null } as const;
  const route = loopbackRoute(80);
  assert.equal(findRouteProblem(route), null);
  assert.match(findRouteProblem({ ...route, addresses: [] }) ?? '', /names no address/);
  assert.match(findRouteProblem({ ...route, addresses: ['localhost'] }) ?? '', /found "localhost"/);
  assert.match(findRouteProblem({ ...route, addresses: ['127.0.0.1', '192.0.2.1'] }) ?? '', /found 192\.0\.2\.1/);
  assert.match(findRouteProblem({ ...route, proxy }) ?? '', /never loopback/);
  assert.equal(findRouteProblem({ ...route, proxy, loopbackOnly: false }), null);
});
