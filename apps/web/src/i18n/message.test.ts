import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isolated } from './isolate.ts';
import { Message } from './message.ts';

describe('a text within a sentence', () => {
  it('is isolated where the sentence runs from right to left, or the text may turn it', () => {
    assert.equal(isolated('Harbour Week!', 'rtl'), '\u2068Harbour Week!\u2069');
    assert.equal(isolated('أسبوع', 'ltr'), '\u2068أسبوع\u2069');
    assert.equal(isolated('week\u202e', 'ltr'), '\u2068week\u202e\u2069');
  });

  it('stays as it is where everything runs from left to right', () => {
    assert.equal(isolated('Harbour Week!', 'ltr'), 'Harbour Week!');
    assert.equal(isolated('', 'rtl'), '');
  });

  it('cannot end the isolate it stands in, and keeps one that it closes itself', () => {
    assert.equal(isolated('a\u2069b', 'rtl'), '\u2068ab\u2069');
    assert.equal(isolated('a\u2067b', 'ltr'), '\u2068ab\u2069');
    assert.equal(isolated('a\u2068b\u2069', 'rtl'), '\u2068a\u2068b\u2069\u2069');
  });
});

describe('a message', () => {
  const text =
    '{kind, select, game {the game {name}} other {{name}}}: {count, plural, one {# drop of {name}} other {# drops}}';

  it('isolates what it fills in, in choices and plurals too, and still chooses by it', () => {
    const message = new Message(text, 'ar', 'rtl');
    assert.equal(
      message.fill({ kind: 'game', name: 'A.', count: 1 }),
      `the game \u2068A.\u2069: ${new Intl.NumberFormat('ar').format(1)} drop of \u2068A.\u2069`,
    );
  });

  it('is what it says, letter by letter, in a language that runs from left to right', () => {
    const message = new Message(text, 'en', 'ltr');
    assert.equal(message.fill({ kind: 'x', name: 'A.', count: 3 }), 'A.: 3 drops');
  });

  it('chooses by a value that is shown, too', () => {
    const message = new Message('{name, select, none {nobody} other {{name}}}', 'ar', 'rtl');
    assert.equal(message.fill({ name: 'none' }), 'nobody');
    assert.equal(message.fill({ name: 'ann' }), '\u2068ann\u2069');
  });
});
