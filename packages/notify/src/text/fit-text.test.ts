import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { fitText, utf8Size } from './fit-text.ts';

const text = fc.string({ unit: 'grapheme', maxLength: 60 });
const max = fc.integer({ min: 0, max: 50 });
const star = (character: string): string => (character === '*' ? '\\*' : character);

test('a text that fits is left as it is', () => {
  fc.assert(fc.property(text, (whole) => assert.equal(fitText(whole, whole.length), whole)));
});

test('a text is never longer than it may be, in whatever is counted', () => {
  fc.assert(
    fc.property(text, max, (whole, limit) => {
      assert.ok(fitText(whole, limit).length <= limit);
      assert.ok(utf8Size(fitText(whole, limit + 3, { sizeOf: utf8Size })) <= limit + 3);
    }),
  );
});

test('a text that is cut ends with an ellipsis, and no character is halved', () => {
  fc.assert(
    fc.property(text, fc.integer({ min: 1, max: 50 }), (whole, limit) => {
      fc.pre(whole.length > limit);
      const cut = fitText(whole, limit);
      assert.ok(cut.endsWith('…'));
      assert.equal(cut.isWellFormed(), whole.isWellFormed());
      assert.ok(whole.startsWith(cut.slice(0, -1)));
    }),
  );
});

test('what is escaped is counted as it is written, and never cut in the middle', () => {
  assert.equal(fitText('a*b', 4, { escape: star }), 'a\\*b');
  assert.equal(fitText('a*bc', 4, { escape: star }), 'a\\*…');
  assert.equal(fitText('aa*bc', 4, { escape: star }), 'aa…');
});
