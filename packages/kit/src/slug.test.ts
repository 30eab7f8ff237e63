import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { slugOf } from './slug.ts';

const table: readonly (readonly [name: string, slug: string])[] = [
  ['Just Chatting', 'just-chatting'],
  ["Tom Clancy's Rainbow Six Siege X", 'tom-clancys-rainbow-six-siege-x'],
  ['Assassin’s Creed', 'assassins-creed'],
  ['PUBG: BATTLEGROUNDS', 'pubg-battlegrounds'],
  ['  --World of Tanks!! ', 'world-of-tanks'],
  ['Pokémon GO', 'pokémon-go'],
  ['snake_case 2', 'snake_case-2'],
  ['', ''],
];

for (const [name, slug] of table) {
  test(`the slug of "${name}" is "${slug}"`, () => assert.equal(slugOf(name), slug));
}

test('a slug never has hyphens at its ends or two in a row, and is its own slug', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (name) => {
      const slug = slugOf(name);
      assert.doesNotMatch(slug, /^-|-$|--/);
      assert.equal(slugOf(slug), slug);
    }),
  );
});
