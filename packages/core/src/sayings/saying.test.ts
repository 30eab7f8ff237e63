import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { inOtherWords, sayer, sentenceOf } from './saying.ts';

describe('a saying', () => {
  const say = sayer({ plain: 'It runs.', named: '{name} ended after {seconds} s: {cause}.' }, (name, value) =>
    name === 'cause' ? `because of ${value}` : String(value),
  );

  it('has its code, what it names, and the sentence of its table', () => {
    assert.deepEqual(say('plain'), { code: 'plain', values: {}, sentence: 'It runs.' });
    const values = { name: 'It', seconds: 3, cause: 'x' };
    assert.deepEqual(say('named', values), { code: 'named', values, sentence: 'It ended after 3 s: because of x.' });
  });

  it('takes no word in braces from what it names for one of its own', () => {
    assert.equal(
      say('named', { name: '{seconds}', seconds: 3, cause: '$&' }).sentence.slice(0, 17),
      '{seconds} ended a',
    );
    assert.match(say('named', { name: 'A', seconds: 3, cause: '$&' }).sentence, /because of \$&\.$/);
  });

  it('that is somebody else’s has no code', () => {
    assert.deepEqual(inOtherWords('No luck'), { code: null, values: {}, sentence: 'No luck' });
  });

  it('that is followed by another ends like a sentence', () => {
    assert.equal(sentenceOf([inOtherWords('No luck'), say('plain')]), 'No luck. It runs.');
    assert.equal(sentenceOf([say('plain'), inOtherWords('No luck')]), 'It runs. No luck');
    assert.equal(sentenceOf([]), '');
  });
});
