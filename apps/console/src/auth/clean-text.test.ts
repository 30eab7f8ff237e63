import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { cleanText } from './clean-text.ts';

test('what breaks, hides or turns a line is shown as a mark; letters of all languages stay', () => {
  assert.equal(cleanText('a\r\nb\u001b[31mc\u202ed\u2028e\u0000', 50), 'a\ufffd\ufffdb\ufffd[31mc\ufffdd\ufffde\ufffd');
  assert.equal(cleanText('Grüße, 你好, 👋', 50), 'Grüße, 你好, 👋');
  assert.equal(cleanText('abcdef', 5), 'abcd…');
});

test('any text becomes one visible line that is no longer than asked', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 100 }), fc.integer({ min: 1, max: 40 }), (text, maxLength) => {
      const clean = cleanText(text, maxLength);
      assert.ok(clean.length <= maxLength);
      assert.doesNotMatch(clean, /[\p{C}\p{Zl}\p{Zp}]/u);
    }),
  );
});
