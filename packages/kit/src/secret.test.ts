import assert from 'node:assert/strict';
import { test } from 'node:test';
import { format, inspect } from 'node:util';
import { Secret } from './secret.ts';

test('every way of printing a secret hides it', () => {
  const secret = new Secret('hunter2');
  const printed = [
    String(secret),
    `${secret}`,
    `${secret}`,
    JSON.stringify({ secret }),
    inspect(secret),
    inspect({ deep: [secret] }, { showHidden: true, depth: 9 }),
    format('%s %o %O %j', secret, secret, secret, secret),
    Object.keys(secret).join(),
    JSON.stringify(structuredClone({ ...secret })),
  ];
  for (const text of printed) assert.doesNotMatch(text, /hunter2/);
  assert.equal(JSON.stringify(secret), '"[token]"');
  assert.equal(inspect(secret), '[token]');
});

test('only reveal gives it away', () => assert.equal(new Secret('hunter2').reveal(), 'hunter2'));
