import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { checkJsonText } from './json-limits.ts';

function depthOf(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  return 1 + Math.max(0, ...Object.values(value).map(depthOf));
}

test('any JSON is judged by its depth, whatever its texts hold', () => {
  const text = fc.string({ unit: fc.constantFrom('[', '{', '"', '\\', ',', ']', '}', 'a', 'é', '\n') });
  const anyValue = fc.jsonValue({ maxDepth: 6, stringUnit: 'grapheme' });
  fc.assert(
    fc.property(fc.array(fc.tuple(text, anyValue), { maxLength: 10 }), fc.nat(40), (entries, levels) => {
      let value: unknown = Object.fromEntries(entries);
      for (let count = 0; count < levels; count++) value = [value];
      const json = JSON.stringify(value);
      assert.equal(checkJsonText(json) === null, depthOf(JSON.parse(json)) <= 32);
    }),
  );
});

test('what is no JSON at all is left to the parser, and ends the look at it', () => {
  for (const text of ['', '"', '"\\', '"\\"', ']]]]', '{"a', '\u0000']) assert.equal(checkJsonText(text), null);
});
