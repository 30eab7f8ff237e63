import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type AddressKind, addressKindOf, canonicalAddress } from './address-kind.ts';
import { meansTheSameAt } from './proxied-address.ts';

const kinds: Readonly<Record<AddressKind, readonly string[]>> = {
  loopback: ['127.0.0.1', '127.255.255.254', '::1', '0:0:0:0:0:0:0:1', '::ffff:127.0.0.1', '::ffff:7f00:1'],
  private: ['10.0.0.1', '172.31.0.1', '192.168.1.1', '169.254.169.254', '100.64.0.1', 'fd00::1', 'fe80::1'],
  unusable: [
    '0.0.0.0',
    '::',
    '224.0.0.1',
    '255.255.255.255',
    'ff02::1',
    '::ffff:0.0.0.0',
    'stream.example',
    'fe80::1%lo',
  ],
  global: ['203.0.113.5', '128.0.0.1', '126.255.255.255', '2001:db8::1', '::ffff:203.0.113.5', '::2'],
};

for (const [kind, addresses] of Object.entries(kinds)) {
  for (const address of addresses) test(`${address} is ${kind}`, () => assert.equal(addressKindOf(address), kind));
}

test('an address has one spelling', () => {
  assert.equal(canonicalAddress('::ffff:127.0.0.1'), '127.0.0.1');
  assert.equal(canonicalAddress('::FFFF:CB00:7105'), '203.0.113.5');
  assert.equal(canonicalAddress('2001:DB8:0:0::1'), '2001:db8::1');
  assert.equal(canonicalAddress('203.0.113.5'), '203.0.113.5');
  assert.equal(canonicalAddress('stream.example'), null);
  assert.equal(canonicalAddress('fe80::1%lo'), null);
});

test('an address within a site is the same machine only at a proxy of the site', () => {
  const cases: readonly (readonly [proxy: string, address: string, same: boolean])[] = [
    ['127.0.0.1', '127.0.0.1', true],
    ['localhost', '127.0.0.1', true],
    ['203.0.113.9', '127.0.0.1', false],
    ['proxy.example', '127.0.0.1', false],
    ['10.0.0.2', '127.0.0.1', false],
    ['10.0.0.2', '10.0.0.5', true],
    ['203.0.113.9', '10.0.0.5', false],
    ['203.0.113.9', '::ffff:10.0.0.5', false],
    ['proxy.example', '203.0.113.5', true],
    ['127.0.0.1', '0.0.0.0', false],
  ];
  for (const [host, address, same] of cases)
    assert.equal(meansTheSameAt({ host }, address), same, `${host} ${address}`);
});
