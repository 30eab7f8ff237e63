import assert from 'node:assert/strict';
import { test } from 'node:test';
import { en } from '../../apps/web/src/locales/en/index.ts';
import { findMessageFaults } from './messages.ts';

const english = {
  plain: 'Save',
  named: 'Watching {channel} for {drop}',
  counted: '{count, plural, one {# drop} other {# drops}}',
  chosen: '{kind, select, game {a game} other {something}}',
};
const german = {
  plain: 'Sichern',
  named: 'Für {drop} wird {channel} gesehen',
  counted: '{count, plural, one {# Drop} other {# Drops}}',
  chosen: '{kind, select, game {ein Spiel} other {etwas}}',
};

test('messages in order have no fault', () => {
  assert.deepEqual(findMessageFaults(english, 'en', english), []);
  assert.deepEqual(findMessageFaults(english, 'de', german), []);
});

const planted: readonly (readonly [what: string, language: string, change: Record<string, string>, fault: RegExp])[] = [
  ['a message that English does not have', 'de', { stale: 'Alt' }, /^de: stale is not in English/],
  ['an empty message', 'de', { plain: ' ' }, /plain: it is empty/],
  ['a name that is missing', 'de', { named: 'Für {drop}' }, /named: \{channel\} is missing/],
  ['a name that nothing fills in', 'de', { plain: 'Sichern {name}' }, /plain: \{name\} is nothing/],
  ['a name that an apostrophe hides', 'fr', { named: "Pour {channel} d'{drop}" }, /named: \{drop\} is missing/],
  ['a message that cannot be read', 'de', { plain: 'Sichern {' }, /plain: it cannot be read/],
  ['markup', 'de', { plain: '<b>Sichern</b>' }, /plain: it cannot be read: <b> is markup/],
  ['a choice that is missing', 'de', { chosen: '{kind, select, other {etwas}}' }, /the choice kind=game is missing/],
  ['a plural without a form that the language has', 'pl', { counted: german.counted }, /a plural lacks "few"/],
];
for (const [what, language, change, fault] of planted) {
  test(`${what} is found`, () => {
    assert.match(findMessageFaults(english, language, { ...german, ...change }).join('\n'), fault);
  });
}

test('a message that is missing is found', () => {
  const { plain: _plain, ...others } = german;
  assert.deepEqual(findMessageFaults(english, 'de', others), ['de: plain is missing']);
});

test('a language with a single form for every count needs no other', () => {
  const counted = '{count, plural, other {# 個}}';
  assert.deepEqual(findMessageFaults(english, 'ja', { ...german, counted }), []);
});

test('what is the same for every count is said once', () => {
  const counted = '{count, plural, =0 {} other {, # zagrożone}}';
  assert.deepEqual(findMessageFaults(english, 'pl', { ...german, counted }), []);
});

const nouns = 'campaigns?|channels?|drops?|minutes?|lines?|miners?|keys?|names?|files?|entries';
/** `{count} drops` says “1 drops”. */
const bareCount = new RegExp(`\\{(?!shown\\})\\w+\\} (?:(?!with )\\w+ )?(?:${nouns})\\b`);

test('no English message has a count beside a word without its plural', () => {
  const bare = Object.entries(en).filter(([, text]) =>
    bareCount.test(text.replace(/\{\w+, plural,(?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*\}/g, '')),
  );
  assert.deepEqual(bare, []);
});
