import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { cleanName } from './clean-name.ts';

const rows: readonly (readonly [what: string, name: string, clean: string])[] = [
  ['a plain name', 'Lantern Week', 'Lantern Week'],
  ['letters of anywhere', 'Pokémon 東京 ☂ Ünïcode', 'Pokémon 東京 ☂ Ünïcode'],
  ['an emoji of several parts', '👩‍🚀 Week', '👩‍🚀 Week'],
  ['colour', '\u001b[31mRed\u001b[0m alert', 'Red alert'],
  ['colour in eight bits', '\u009b1;31mRed', 'Red'],
  ['a window title', 'a\u001b]0;owned\u0007b', 'ab'],
  ['a link', '\u001b]8;;http://x.test\u001b\\here\u001b]8;;\u001b\\', 'here'],
  ['a string without an end', 'a\u001b]0;never ends', 'a'],
  ['a reset', 'a\u001bcb', 'ab'],
  ['a lone escape at the end', 'a\u001b', 'a'],
  ['line ends and tabs', ' two\r\nlines\tand more ', 'two lines and more'],
  ['line separators', 'a\u2028b\u2029c', 'a b c'],
  ['a text that turns around', 'safe\u202etxt.exe', 'safe txt.exe'],
  ['nothing that shows', '\u200b\u0000', '(no name)'],
  ['nothing', '', '(no name)'],
];

for (const [what, name, clean] of rows) {
  test(`of ${what} what may be printed is left`, () => assert.equal(cleanName(name), clean));
}

test('no name moves the cursor, and cleaning twice changes nothing more', () => {
  const parts = fc.constantFrom(
    '\u001b',
    '[',
    '31m',
    ']',
    '0;',
    '\u0007',
    '\u009b',
    'a',
    ' ',
    '\n',
    '\\',
    '\u202e',
    'é',
  );
  const names = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(parts).map((each) => each.join('')),
  );
  fc.assert(
    fc.property(names, (name) => {
      const clean = cleanName(name);
      assert.doesNotMatch(clean, /\p{Cc}|[\u202a-\u202e\u2066-\u2069]/u);
      assert.equal(cleanName(clean), clean);
    }),
  );
});
