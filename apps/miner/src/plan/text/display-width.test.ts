import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { cutToWidth, displayWidth, fitToWidth, wrapToWidth } from './display-width.ts';

const widths: readonly (readonly [text: string, width: number])[] = [
  ['', 0],
  ['plain', 5],
  ['Pokémon', 7],
  ['Poke\u0301mon', 7],
  ['原神', 4],
  ['한국어', 6],
  ['🎮', 2],
  ['👩‍🚀', 2],
  ['❤️', 2],
  ['█▄·|…–', 6],
];

for (const [text, width] of widths) {
  test(`"${text}" takes ${width} columns`, () => assert.equal(displayWidth(text), width));
}

const cuts: readonly (readonly [text: string, width: number, cut: string])[] = [
  ['Lantern Week', 12, 'Lantern Week'],
  ['Lantern Week', 11, 'Lantern We…'],
  ['Lantern Week', 9, 'Lantern…'],
  ['原神原神', 6, '原神…'],
  ['原神', 1, '…'],
  ['anything', 0, ''],
];

for (const [text, width, cut] of cuts) {
  test(`"${text}" in ${width} columns is "${cut}"`, () => assert.equal(cutToWidth(text, width), cut));
}

test('what is fitted takes its columns exactly', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.nat(40), (text, width) => {
      assert.equal(displayWidth(fitToWidth(text, width)), width);
    }),
  );
});

test('words go to the next line, which is indented; a word that is too long is cut', () => {
  assert.deepEqual(wrapToWidth('one two three four', 9, '  '), ['one two', '  three', '  four']);
  assert.deepEqual(wrapToWidth('a incomprehensibilities b', 8, ' '), ['a', ' incomp…', ' b']);
  assert.deepEqual(wrapToWidth('', 8), ['']);
  assert.deepEqual(wrapToWidth('takes 3 h 20 min, done Mon 3 05:12', 9), [
    'takes 3 h',
    '20 min,',
    'done Mon',
    '3 05:12',
  ]);
});
