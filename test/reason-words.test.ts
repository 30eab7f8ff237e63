import assert from 'node:assert/strict';
import { test } from 'node:test';
import { consoleReasons } from '../apps/console/src/api/health/console-reasons.ts';
import { reasons } from '../apps/web/src/locales/en/reasons.ts';

/** Neither may import the other: here is where they meet. */
const messages: Readonly<Record<string, string>> = reasons;

test('what the console says of its own has the same words in the page', () => {
  for (const [code, { sentence, todo, stillWorks }] of Object.entries(consoleReasons)) {
    assert.equal(messages[`reasons.${code}.sentence`], sentence);
    assert.equal(messages[`reasons.${code}.todo`] ?? '', todo);
    assert.equal(messages[`reasons.${code}.stillWorks`] ?? '', stillWorks);
  }
});
