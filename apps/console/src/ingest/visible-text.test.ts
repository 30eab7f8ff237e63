import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cleanFact } from './clean-fact.ts';
import { cleanLine, maxLineLength } from './clean-line.ts';
import { noon, openIngest } from './testing/open-ingest.ts';
import { lineOf } from './testing/seen-facts.ts';
import { visibleText } from './visible-text.ts';

const shown: readonly (readonly [what: string, raw: string, visible: string])[] = [
  ['colours are taken out', '\u001b[31mred\u001b[0m and \u001b[1;4mbold\u001b[m', 'red and bold'],
  ['links and titles are taken out', '\u001b]0;title\u0007text', 'text'],
  ['a forged second line stays in the first', 'one\r\n2026 INFO all is well', 'one\\r\\n2026 INFO all is well'],
  ['what moves the cursor back is shown', 'secret\b\b\b\u007f', 'secret\\x08\\x08\\x08\\x7f'],
  ['an end of text is shown', 'a\0b', 'a\\x00b'],
  ['what turns the direction is shown', 'exe.\u202egnp', 'exe.\\u202egnp'],
  ['other ends of a line are shown', 'a\u2028b\u0085c', 'a\\u2028b\\x85c'],
  ['half a character is replaced', 'a\ud800b', 'a\ufffdb'],
  ['tabs, accents, scripts and joined emoji stay', 'a\tb é 日本 👩‍🚀', 'a\tb é 日本 👩‍🚀'],
];

for (const [what, raw, visible] of shown) {
  test(`in a line ${what}`, () => {
    assert.equal(visibleText(raw), visible);
  });
}

test('a token is masked in text and source, also behind colours', () => {
  const line = { ...lineOf('\u001b[32mAuthorization: OAuth \u001b[0mabcdefghij0123456789'), childId: 'tdm' };
  assert.equal(cleanLine(line, noon).text, 'Authorization: OAuth [token]');
  const source = 'password=hunter2';
  assert.equal(cleanLine({ ...line, source }, noon).source, 'password=[token]');
});

test('a token that lies where a long line is cut is not half kept', () => {
  for (let before = maxLineLength - 60; before < maxLineLength + 5; before++) {
    const text = `${'x'.repeat(before)} OAuth abcdefghijklmnopqrstuvwxyz`;
    assert.ok(!cleanLine({ ...lineOf(text), childId: 'tdm' }, noon).text.includes('abcde'));
  }
});

test('a long line says how much of it was left out', () => {
  const { text } = cleanLine({ ...lineOf('y'.repeat(maxLineLength + 7)), childId: 'tdm' }, noon);
  assert.equal(text, `${'y'.repeat(maxLineLength)} … [7 more characters]`);
});

test('a time that is none becomes now', () => {
  assert.equal(cleanLine({ ...lineOf('x'), at: Number.NaN, childId: 'tdm' }, noon).at, noon);
  assert.equal(cleanFact('tdm', { at: Number.POSITIVE_INFINITY, key: null, fact: {} as never }, noon).at, noon);
});

test('every text in a fact is masked and visible, whatever is in the fact', () => {
  const fact = {
    kind: 'inputRejected',
    input: 'http://me:hunter2@proxy.example/',
    problem: ['\u001b[31mone', { deep: 'auth-token=abcdef', count: Number.NaN, big: 10n, none: undefined }],
    __proto__: null,
  };
  const clean = cleanFact('tdm', { at: 1.7, key: 'k', fact: fact as never }, noon);
  assert.deepEqual(JSON.parse(JSON.stringify(clean)), {
    at: 1,
    childId: 'tdm',
    key: 'k',
    fact: {
      kind: 'inputRejected',
      input: 'http://[token]@proxy.example/',
      problem: ['one', { deep: 'auth-token=[token]', count: null, big: null, none: null }],
    },
  });
});

test('a fact that tries to change what all objects are changes nothing', () => {
  const fact = JSON.parse('{"kind":"manualEnded","why":"x","__proto__":{"polluted":true}}');
  cleanFact('tdm', { at: 1, key: null, fact }, noon);
  assert.equal(({} as { polluted?: boolean }).polluted, undefined);
});

test('no secret that a child says reaches the database', async () => {
  await using opened = await openIngest();
  const secret = 'abcdefghij0123456789secret';
  opened.ingest.lines('tdm', [lineOf(`"access_token": "${secret}"`), lineOf('x', `OAuth ${secret}`)]);
  opened.ingest.facts('tdm', [{ at: 1, key: null, fact: { kind: 'manualEnded', why: `Bearer ${secret}` } }]);
  opened.ingest.flush();
  const { reader } = opened.store;
  const kept = JSON.stringify([reader.lines({ limit: 10 }), reader.facts({ limit: 10 }), opened.lines, opened.facts]);
  assert.ok(!kept.includes(secret.slice(0, 10)) && kept.includes('[token]'));
});
