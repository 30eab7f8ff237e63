import assert from 'node:assert/strict';
import { test } from 'node:test';
import { plainLine, plainText } from './plain-text.ts';

test('a line has no line breaks, nothing unseen, and single blanks', () => {
  assert.equal(plainLine('  a\r\n\tb\u2028c\u0000\u202ed\u009f '), 'a b cd');
});

test('a text keeps its lines and loses what is not seen', () => {
  assert.equal(plainText('a\r\nb\rc\u0007\u2066d\n'), 'a\nb\ncd');
});

test('emoji that are joined stay joined', () => {
  assert.equal(plainLine('👩‍👩‍👧'), '👩‍👩‍👧');
});
