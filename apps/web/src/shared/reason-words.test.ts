import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatReason, reasonCodes, reasons as table, whyNotCodes, whyNotReasons } from '@dropwise/core';
import { IntlMessageFormat } from 'intl-messageformat';
import { reasons } from '../locales/en/reasons.ts';
import { openWords, reasonWords, type Words, whyNotWords } from './reason-words.ts';

const messages: Readonly<Record<string, string>> = reasons;
const general = (word: string): string => messages[`reasons.general.${word}`] ?? '';

function say({ key, values, otherwise }: Words): string {
  const message = key === null ? undefined : messages[key];
  return message === undefined ? otherwise : String(new IntlMessageFormat(message, 'en').format({ ...values }));
}

const detail = Object.fromEntries(openWords.map((word) => [word, `the ${word}`]));

for (const code of reasonCodes) {
  test(`${code} reads in the page as it does everywhere else`, () => {
    for (const details of [{}, detail]) {
      const { sentence, todo } = formatReason(code, details);
      const words = reasonWords(
        { code, detail: details, sentence: 'other', todo: todo === '' ? '' : 'other' },
        general,
      );
      assert.equal(say(words.sentence), sentence);
      assert.equal(say(words.todo), todo);
      assert.equal(say(words.stillWorks), table[code].stillWorks);
    }
  });
}

for (const code of whyNotCodes) {
  test(`${code} is said in the page as it is everywhere else`, () => {
    const value = code === 'too-late' ? '12' : 'Harbour {Week}';
    const sentence = whyNotReasons[code].replace('{value}', code === 'too-late' ? '12 minutes' : value);
    assert.equal(say(whyNotWords({ code, sentence: 'other', value, link: null })), sentence);
  });
}

test('one minute is one minute', () => {
  const words = whyNotWords({ code: 'too-late', sentence: '', value: '1', link: null });
  assert.equal(say(words), 'Too little time is left: it lacks 1 minute, even without a break.');
});

test('a sentence of the source’s own stays', () => {
  const words = reasonWords({ code: 'login-needed', sentence: 'Its own.', todo: 'Do this.', detail: null }, general);
  assert.equal(say(words.sentence), 'Its own.');
  assert.equal(say(words.todo), 'Do this.');
  assert.equal(say(words.stillWorks), '');
});

test('a code that nobody knows is said in the words of who sent it', () => {
  const words = reasonWords({ code: 'invented', sentence: 'Its own.', todo: '', detail: {} }, general);
  assert.equal(say(words.sentence), 'Its own.');
  assert.equal(say(whyNotWords({ code: 'invented', sentence: 'Because.', value: null, link: null })), 'Because.');
});
