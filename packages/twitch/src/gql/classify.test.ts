import assert from 'node:assert/strict';
import { test } from 'node:test';
import { classifyResponse, type ItemOutcome } from './classify.ts';

const asked = [{ name: 'Inventory', hash: 'abcdef0123456789' }];

function classify(status: number, body: string): ItemOutcome {
  const [outcome] = classifyResponse({ status, headers: {}, setCookies: [], body }, asked);
  if (outcome === undefined) assert.fail('expected one outcome, found none');
  return outcome;
}
const withErrors = (...errors: unknown[]) => JSON.stringify({ data: { a: { b: 1 } }, errors });

/** name, status, body → kind, rule, canRetry */
const failures: readonly [string, number, string, string, string, boolean][] = [
  ['a 503', 503, 'oops', 'twitchDown', 'backoff', true],
  ['a 429', 429, '', 'twitchDown', 'backoff', true],
  ['a 401', 401, '{"error":"Unauthorized","status":401,"message":"bad token"}', 'unauthorized', 'never', false],
  ['a 200 that says Unauthorized', 200, '{"error":"Unauthorized"}', 'unauthorized', 'never', false],
  ['a web page', 200, ' <!DOCTYPE html><html>', 'notJson', 'never', true],
  ['cut-off JSON', 200, '{"data":', 'notJson', 'never', true],
  ['a text', 200, '"hello"', 'unexpectedShape', 'never', false],
  ['a 400 without errors', 400, '{"message":"no"}', 'refused', 'never', false],
  ['a top-level error', 200, '{"error":"Bad Request","message":"x"}', 'refused', 'never', false],
  ['an unknown hash', 200, withErrors({ message: 'PersistedQueryNotFound' }), 'staleHash', 'once', false],
  ['a service error', 200, withErrors({ message: 'service error', path: ['a'] }), 'serviceTrouble', 'once', true],
  ['a service timeout', 200, withErrors({ message: 'service timeout' }), 'serviceTrouble', 'backoff', true],
  ['an unavailable service', 200, withErrors({ message: 'service unavailable' }), 'serviceTrouble', 'backoff', true],
  ['a deadline', 200, withErrors({ message: 'context deadline exceeded' }), 'serviceTrouble', 'backoff', true],
  ['an integrity refusal', 200, withErrors({ message: 'failed integrity check' }), 'integrityRefused', 'never', false],
  [
    'an integrity challenge',
    200,
    withErrors({ message: 'x', extensions: { challenge: { type: 'integrity' } } }),
    'integrityRefused',
    'never',
    false,
  ],
  ['an unknown error', 200, withErrors({ message: 'no such field' }), 'refused', 'never', false],
  ['a server error without a path', 200, withErrors({ message: 'server error' }), 'serviceTrouble', 'never', true],
  [
    'a server error at no place',
    200,
    withErrors({ message: 'server error', path: ['x', 'y'] }),
    'serviceTrouble',
    'never',
    true,
  ],
  ['an error that is no object', 200, '{"errors":["x"]}', 'unexpectedShape', 'never', false],
];
for (const [name, status, body, kind, rule, canRetry] of failures) {
  test(`${name} is ${kind}, repeated ${rule}`, () => {
    const outcome = classify(status, body);
    assert.ok(outcome.kind === 'failed');
    assert.equal(outcome.failure.kind, kind);
    assert.equal(outcome.retry, rule);
    assert.equal(outcome.failure.canRetry, canRetry);
    assert.match(outcome.failure.message, /Inventory/);
  });
}

test('a server error puts null where it struck and lets the rest through', () => {
  const outcome = classify(200, withErrors({ message: 'server error', path: ['a', 'b'] }));
  assert.deepEqual(outcome, { kind: 'data', data: { a: { b: null } }, repaired: 'server error' });
});

test('a server error cannot reach into the prototype', () => {
  const outcome = classify(200, withErrors({ message: 'server error', path: ['a', '__proto__'] }));
  assert.equal(outcome.kind, 'failed');
});

test('the items of a batch are judged each on its own, in order', () => {
  const body = JSON.stringify([{ data: 1 }, { errors: [{ message: 'service timeout' }] }]);
  const both = [...asked, { name: 'Other', hash: null }];
  const outcomes = classifyResponse({ status: 200, headers: {}, setCookies: [], body }, both);
  assert.deepEqual(
    outcomes.map(({ kind }) => kind),
    ['data', 'failed'],
  );
});

test('a batch of another length is a changed answer for every item', () => {
  const both = [...asked, { name: 'Other', hash: null }];
  const outcomes = classifyResponse({ status: 200, headers: {}, setCookies: [], body: '[{"data":1}]' }, both);
  assert.ok(outcomes.every((outcome) => outcome.kind === 'failed' && outcome.failure.kind === 'unexpectedShape'));
});
