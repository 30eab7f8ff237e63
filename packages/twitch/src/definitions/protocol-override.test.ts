import assert from 'node:assert/strict';
import { test } from 'node:test';
import { defaultProtocolData } from './protocol-data.ts';
import { overrideProtocolData } from './protocol-override.ts';

const newHash = 'a'.repeat(64);

test('one new hash replaces that hash and nothing else', () => {
  const result = overrideProtocolData(defaultProtocolData, { hashes: { Inventory: newHash } });
  assert.ok(result.ok);
  assert.deepEqual(result.value, {
    ...defaultProtocolData,
    hashes: { ...defaultProtocolData.hashes, Inventory: newHash },
  });
});

test('a client id and an address can be replaced on their own', () => {
  const clientId = 'b'.repeat(30);
  const result = overrideProtocolData(defaultProtocolData, {
    clients: { tv: { clientId } },
    endpoints: { gql: 'https://example.test/gql' },
  });
  assert.ok(result.ok);
  assert.equal(result.value.clients.tv.clientId, clientId);
  assert.equal(result.value.clients.tv.baseUrl, defaultProtocolData.clients.tv.baseUrl);
  assert.equal(result.value.endpoints.gql, 'https://example.test/gql');
});

const bad: readonly (readonly [string, unknown, RegExp])[] = [
  ['a hash that is too short', { hashes: { Inventory: 'abc' } }, /hashes\.Inventory.*64 hexadecimal/],
  ['an unknown operation', { hashes: { Inventroy: newHash } }, /Inventroy/],
  [
    'pictures that anybody could change on their way',
    { endpoints: { images: 'http://a.test' } },
    /endpoints\.images.*https/,
  ],
  ['an address of another scheme', { endpoints: { gql: 'file:///etc/passwd' } }, /endpoints\.gql.*http/],
  ['a part that does not exist', { endpoint: {} }, /endpoint/],
  ['a list instead of an object', [], /expected an object, found a list/],
];
for (const [name, override, sentence] of bad) {
  test(`${name} is refused with its place`, () => {
    const result = overrideProtocolData(defaultProtocolData, override);
    assert.ok(!result.ok);
    assert.match(result.failure, sentence);
  });
}
