import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Secret } from '@dropwise/kit';
import { createMask, createMaskedTrace } from './trace.ts';

const secret = 'abcdefghijklmnopqrstuvwxyz0123';

const carriers: readonly string[] = [
  `authorization: OAuth ${secret}`,
  `{"auth_token":"${secret}"}`,
  `{"authenticate":{"token":"${secret}"}}`,
  `{"access_token" : "${secret}"}`,
  `{"value":"{\\"secret\\":\\"${secret}\\"}","signature":"${secret}"}`,
  `https://usher.test/a.m3u8?sig=${secret}&token=${secret}`,
  `cookie: unique_id=x; auth-token=${secret}; persistent=1`,
];
for (const line of carriers) {
  test(`an unknown credential is masked by its shape in ${line.slice(0, 24)}…`, () => {
    assert.ok(!createMask().apply(line).includes(secret));
  });
}

test('a remembered credential is masked wherever it stands', () => {
  const mask = createMask();
  mask.remember(new Secret('plain-words'));
  assert.equal(mask.apply('some plain-words here'), 'some [token] here');
});

test('only the last credentials are remembered, so that the mask does not grow', () => {
  const mask = createMask();
  for (let index = 0; index < 100; index++) mask.remember(new Secret(`secret-number-${index}-`));
  assert.equal(mask.apply('secret-number-99-'), '[token]');
  assert.equal(mask.apply('secret-number-0-'), 'secret-number-0-');
});

test('a long line is cut after it was masked', () => {
  const lines: string[] = [];
  const trace = createMaskedTrace((_kind, line) => lines.push(line), createMask());
  trace?.('gql', `${'x'.repeat(3_990)}OAuth ${secret}${'y'.repeat(500)}`);
  assert.ok((lines[0] ?? '').length < 4_100);
  assert.ok(!lines[0]?.includes(secret.slice(0, 8)));
});

test('without a listener there is no trace to format for', () => {
  assert.equal(createMaskedTrace(undefined, createMask()), null);
});
