import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { instantParameter, wholeNumberParameter } from '@dropwise/contract';
import * as v from 'valibot';
import { type RequestPart, validationSentence } from './validation-sentence.ts';

function sentenceOf(schema: v.GenericSchema, value: unknown, part: RequestPart = 'body'): string {
  const checked = v.safeParse(schema, value, { abortEarly: true });
  assert.ok(!checked.success);
  return validationSentence(checked.issues[0], part, schema);
}

const thing = v.strictObject({
  name: v.pipe(v.string(), v.nonEmpty(), v.maxLength(5)),
  size: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(9))),
  kind: v.exactOptional(v.picklist(['large', 'small'])),
  parts: v.exactOptional(v.pipe(v.array(v.strictObject({ id: v.number() })), v.maxLength(2))),
  on: v.exactOptional(v.boolean()),
});

describe('what is wrong with a request', () => {
  const rows: readonly (readonly [string, v.GenericSchema, unknown, RequestPart, string])[] = [
    ['nothing', thing, undefined, 'body', 'Expected an object, found nothing.'],
    ['a list', thing, [1, 2], 'body', 'Expected the field "name", which is missing.'],
    ['a missing field', thing, {}, 'body', 'Expected the field "name", which is missing.'],
    ['another kind', thing, { name: 5 }, 'body', 'Expected text, found 5.'],
    ['null', thing, { name: null }, 'body', 'Expected text, found null.'],
    ['empty text', thing, { name: '' }, 'body', 'Expected some text, found empty text.'],
    ['too much text', thing, { name: 'abcdef' }, 'body', 'Expected at most 5 characters, found text of 6 characters.'],
    ['a fraction', thing, { name: 'x', size: 1.5 }, 'body', 'Expected a whole number, found 1.5.'],
    ['too little', thing, { name: 'x', size: 0 }, 'body', 'Expected a number of at least 1, found 0.'],
    ['too much', thing, { name: 'x', size: 10 }, 'body', 'Expected a number of at most 9, found 10.'],
    ['no choice', thing, { name: 'x', kind: 1 }, 'body', 'Expected one of "large", "small", found 1.'],
    ['no truth', thing, { name: 'x', on: 'yes' }, 'body', 'Expected true or false, found text of 3 characters.'],
    ['a long list', thing, { name: 'x', parts: [1, 2, 3] }, 'body', 'Expected an object, found 1.'],
    [
      'too many entries',
      thing,
      { name: 'x', parts: [{ id: 1 }, { id: 1 }, { id: 1 }] },
      'body',
      'Expected at most 2 entries, found a list of 3.',
    ],
    [
      'an unknown field inside',
      thing,
      { name: 'x', parts: [{ id: 1, ID2: 1 }] },
      'body',
      'Expected known fields only, found "ID2". Did you mean "id"?',
    ],
    [
      'an unknown field like no other',
      thing,
      { name: 'x', something: 1 },
      'body',
      'Expected known fields only, found "something". Known fields are name, size, kind, parts, on.',
    ],
    [
      'a field where there are none',
      v.strictObject({}),
      { a: 1 },
      'query',
      'Expected known fields only, found "a". There are none here.',
    ],
    ['a number in a query', v.object({ n: v.number() }), { n: 'x' }, 'query', 'Expected a number, found "x".'],
    [
      'our own words',
      v.object({ n: wholeNumberParameter(1, 5) }),
      { n: '7' },
      'query',
      'Expected a whole number from 1 to 5, found 7.',
    ],
    [
      'a header',
      v.object({ n: v.number() }),
      { n: 'secret' },
      'headers',
      'Expected a number, found text of 6 characters.',
    ],
  ];
  for (const [what, schema, value, part, expected] of rows) {
    it(`is said of ${what}`, () => assert.equal(sentenceOf(schema, value, part), expected));
  }

  it('is said in short, and without what moves a terminal', () => {
    const sentence = sentenceOf(v.object({ n: v.number() }), { n: `\u001b[31m${'x'.repeat(500)}` }, 'query');
    assert.ok(sentence.length < 120);
    assert.doesNotMatch(sentence, /\p{Cc}/u);
  });
});

describe('an instant in a query', () => {
  const at = Date.UTC(2026, 2, 1, 8);
  for (const text of [String(at), '2026-03-01T08:00:00Z', '2026-03-01T08:00Z', '2026-03-01T09:00:00.000+01:00'])
    it(`is read from ${text}`, () => assert.equal(v.parse(instantParameter(), text), at));
  for (const text of ['', 'now', '2026-03-01', '-5', '2026-03-01T08:00:00', '1e9', '9'.repeat(17), '2026-13-01T00:00Z'])
    it(`is not read from "${text}"`, () => assert.equal(v.safeParse(instantParameter(), text).success, false));
});
