import assert from 'node:assert/strict';
import { test } from 'node:test';
import { maskValues, secretValuesOf } from './mask-values.ts';

const secrets = secretValuesOf([
  'https://example.org/api/webhooks/123/tokenOfWebhook?key=keyOfQuery',
  { 'X-Api-Key': 'pass word' },
  ['abc', 'listed'],
]);

const told: [text: string, masked: string][] = [
  ['https://example.org/api/webhooks/123/tokenOfWebhook?key=keyOfQuery', '[secret]'],
  ['at /tokenOfWebhook', 'at /[secret]'],
  ['with keyOfQuery', 'with [secret]'],
  ['pass word or pass%20word', '[secret] or [secret]'],
  ['listed', '[secret]'],
  ['example.org and abc are told', 'example.org and abc are told'],
];
for (const [text, masked] of told) {
  test(`${JSON.stringify(text)} becomes ${JSON.stringify(masked)}`, () =>
    assert.equal(maskValues(text, secrets), masked));
}
