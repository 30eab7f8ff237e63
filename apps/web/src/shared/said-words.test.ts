import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { joined, saidOf, sayingWords } from './said-words.ts';

const words = {
  cause: (code: string) => (code === 'SIGKILL' ? 'somebody killed it' : null),
  minutes: (minutes: number) => `${minutes} minutes`,
  wish: (wish: string) => `a ${wish}`,
  setting: (key: string) => `<${key}>`,
};

describe('a saying', () => {
  it('is looked up by its code, with what it names in words', () => {
    const values = { cause: 'SIGKILL', toSpareMinutes: 5, seconds: 3, fromWish: 'must', key: 'mining.mode' };
    assert.deepEqual(sayingWords({ code: 'x', values, sentence: 'S.' }, words), {
      key: 'sayings.x',
      values: {
        cause: 'somebody killed it',
        toSpareMinutes: '5 minutes',
        seconds: 3,
        fromWish: 'a must',
        key: '<mining.mode>',
      },
      otherwise: 'S.',
    });
  });

  it('that names a cause nobody knows here, or has no code, keeps its own words', () => {
    const own = { key: null, values: {}, otherwise: 'S.' };
    assert.deepEqual(sayingWords({ code: 'x', values: { cause: 'SIGWHAT' }, sentence: 'S.' }, words), own);
    assert.deepEqual(sayingWords({ code: null, values: {}, sentence: 'S.' }, words), own);
  });
});

describe('sentences', () => {
  it('do not run together', () => {
    assert.equal(joined(['It ended', 'It runs.'], 'en'), 'It ended. It runs.');
    assert.equal(joined(['終了しました', '動いています。'], 'ja'), '終了しました。動いています。');
    assert.equal(joined(['', 'It runs'], 'en'), 'It runs');
  });
});

describe('what an event of the history carries', () => {
  it('is taken where it is sayings', () => {
    const said = [{ code: null, values: {}, sentence: 'S.' }];
    assert.equal(saidOf(said), said);
  });
  it('is nothing where it is none', () => {
    for (const other of [undefined, null, [], 'S.', [{ code: 1, values: {}, sentence: '' }], [null]]) {
      assert.equal(saidOf(other), null);
    }
  });
});
