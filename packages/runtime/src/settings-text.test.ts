import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parseSettingsText, placeOf } from './settings-text.ts';

test('whatever JSON writes of an object is read back the same', () => {
  const object = fc.dictionary(fc.stringMatching(/^[a-z]{1,8}$/), fc.jsonValue());
  fc.assert(
    fc.property(object, fc.integer({ min: 0, max: 4 }), (value, indent) => {
      const parsed = parseSettingsText(JSON.stringify(value, null, indent));
      assert.ok(parsed.ok);
      for (const [key, item] of Object.entries(value)) {
        assert.equal(JSON.stringify(parsed.value.find(key)?.value), JSON.stringify(item));
      }
      assert.deepEqual(parsed.value.unknownKeys([]).sort(), Object.keys(value).sort());
    }),
  );
});

test('no text makes it throw, and a refusal names a place inside the text', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.json().map((text) => text.slice(1)),
      ),
      (text) => {
        const parsed = parseSettingsText(text);
        if (parsed.ok) return;
        const lines = text.split(/\r\n|\r|\n/);
        assert.ok(parsed.failure.line >= 1 && parsed.failure.line <= lines.length);
        assert.ok(parsed.failure.column >= 1 && parsed.failure.column <= text.length + 1);
      },
    ),
  );
});

test('the place of a mistake is the line and column a person sees', () => {
  const table: readonly (readonly [text: string, line: number, column: number, reason: RegExp])[] = [
    ['{\n  "a": 1\n  "b": 2\n}', 3, 3, /comma expected/],
    ['{ "a": }', 1, 8, /value expected/],
    ['{\r\n  "a": tru\r\n}', 2, 8, /symbol/],
    ['{ "a": "b', 1, 8, /end of string/],
    ['[1]', 1, 1, /an object .* expected, found array/],
    ['\uFEFF{ "a": }', 1, 9, /value expected/],
  ];
  for (const [text, line, column, reason] of table) {
    const parsed = parseSettingsText(text);
    assert.ok(!parsed.ok, text);
    assert.deepEqual([parsed.failure.line, parsed.failure.column], [line, column], text);
    assert.match(parsed.failure.reason, reason);
  }
});

test('comments, trailing commas, a byte order mark and an empty file are welcome', () => {
  for (const text of ['', '  \n', '\uFEFF{}', '{ "a": 1, }', '// mine\n{ /* all */ "a": 1 }']) {
    assert.ok(parseSettingsText(text).ok, JSON.stringify(text));
  }
});

test('unknown keys are found at every depth, and known ones with their values are not', () => {
  const parsed = parseSettingsText('{ "a": { "b": { "x": 1 }, "c": 2 }, "d": 3, "e": { "f": 4 } }');
  assert.ok(parsed.ok);
  assert.deepEqual(parsed.value.unknownKeys(['a.b', 'e.g']), ['a.c', 'd', 'e.f']);
});

test('a place counts the three kinds of line ends alike', () => {
  assert.deepEqual(placeOf('a\r\nb\rc\nd', 7), { line: 4, column: 1 });
});
