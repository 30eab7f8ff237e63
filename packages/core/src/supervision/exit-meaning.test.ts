import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { inOtherWords, sentenceOf } from '../sayings/saying.ts';
import type { Outlook, SupervisedProgram } from './exit-codes.ts';
import { exitMeaning } from './exit-meaning.ts';

function meaning(program: SupervisedProgram, exitCode: number | null, signal: string | null, ...lastLines: string[]) {
  return exitMeaning(program, { kind: 'ended', exitCode, signal, lastLines });
}

const codes: readonly (readonly [SupervisedProgram, number, RegExp, Outlook])[] = [
  ['dropwise', 0, /nothing was wrong/, 'restart'],
  ['dropwise', 1, /nobody foresaw/, 'restart'],
  ['dropwise', 2, /command line/, 'useless'],
  ['dropwise', 3, /another miner holds the data directory/, 'wait'],
  ['dropwise', 4, /data directory cannot be used/, 'useless'],
  ['dropwise', 5, /a person has to act/, 'wait'],
  ['dropwise', 9, /exit code 9\.$/, 'restart'],
  ['dropwise', 130, /interrupted a second time/, 'restart'],
  ['tdm', 0, /closed/, 'restart'],
  ['tdm', 1, /captcha/, 'restart'],
  ['tdm', 2, /arguments/, 'useless'],
  ['tdm', 3, /same folder/, 'wait'],
  ['tdm', 4, /settings file cannot be read/, 'useless'],
  ['rangermix', 1, /captcha/, 'restart'],
  ['rangermix', 2, /exit code 2\.$/, 'restart'],
  ['rangermix', 4, /settings file/, 'useless'],
  ['command', 0, /nothing was wrong/, 'restart'],
  ['command', 2, /exit code 2\.$/, 'restart'],
  ['command', 4, /exit code 4\.$/, 'restart'],
  ['command', 126, /may not be run/, 'useless'],
  ['command', 127, /not found/, 'useless'],
  ['command', 137, /137 \(SIGKILL\): somebody killed it, or .* memory/, 'restart'],
  ['command', 139, /139 \(SIGSEGV\): it crashed/, 'restart'],
  ['command', 143, /143 \(SIGTERM\)/, 'restart'],
  ['command', 255, /exit code 255\.$/, 'restart'],
];

describe('an exit code', () => {
  for (const [program, code, sentence, outlook] of codes) {
    test(`${code} of ${program} has its sentence and the outlook ${outlook}`, () => {
      const found = meaning(program, code, null);
      assert.match(sentenceOf(found.said), sentence);
      assert.equal(found.outlook, outlook);
    });
  }
});

describe('a signal', () => {
  const signals: readonly (readonly [string, RegExp, boolean])[] = [
    ['SIGKILL', /somebody killed it, or the system did because memory ran out/, true],
    ['SIGTERM', /asked it to end/, true],
    ['SIGINT', /interrupted/, true],
    ['SIGSEGV', /crashed/, false],
    ['SIGABRT', /memory that ran out/, false],
    ['SIGBUS', /full disk/, false],
    ['SIGUSR2', /ended by SIGUSR2\.$/, false],
  ];
  for (const [signal, sentence, fromOutside] of signals) {
    test(`${signal} is told, ${fromOutside ? 'from outside' : 'as its own doing'}`, () => {
      const found = meaning('command', null, signal);
      assert.match(sentenceOf(found.said), sentence);
      assert.equal(found.fromOutside, fromOutside);
      assert.equal(found.outlook, 'restart');
    });
  }
});

test('the end of something that has no code says no more than that', () => {
  assert.equal(sentenceOf(meaning('rangermix', null, null).said), 'It is gone.');
});

describe('the last words', () => {
  test('are what the program said, not where it stood', () => {
    const lines = ['boot', 'Error: no cookie', '    at open (jar.js:3:4)', '', 'Node.js v24.1.0'];
    assert.match(sentenceOf(meaning('command', 1, null, ...lines).said), /It last said: boot \/ Error: no cookie$/);
  });

  test('of Python leave its frames out', () => {
    const lines = ['Traceback (most recent call last):', '  File "main.py", line 3, in <module>', 'KeyError: 1'];
    assert.match(sentenceOf(meaning('tdm', 1, null, ...lines).said), /It last said: KeyError: 1$/);
  });

  test('are cut where a person stops reading', () => {
    const sentence = sentenceOf(meaning('command', 1, null, 'x'.repeat(10_000)).said);
    assert.ok(sentence.length < 500);
    assert.ok(sentence.endsWith('…'));
  });

  test('are left out where nothing was wrong', () => {
    assert.doesNotMatch(sentenceOf(meaning('command', 0, null, 'bye').said), /bye/);
  });
});

describe('a start that failed', () => {
  const codesOfSystem: readonly (readonly [string, RegExp])[] = [
    ['ENOENT', /\(ENOENT\): the program or its working folder is not there\. The system says: spawn x\.$/],
    ['EACCES', /\(EACCES\): this account may not run it/],
    ['ENOEXEC', /\(ENOEXEC\): the file is not a program/],
    ['EMFILE', /\(EMFILE\): too many files/],
    ['EWHAT', /\(EWHAT\): spawn x\.$/],
  ];
  for (const [code, sentence] of codesOfSystem) {
    test(`with ${code} says why`, () => {
      const found = exitMeaning('command', { kind: 'startFailed', code, detail: 'spawn x' });
      assert.match(sentenceOf(found.said), sentence);
      assert.equal(found.outlook, 'restart');
    });
  }

  test('without a code is told in the words of whoever prepared it', () => {
    const found = exitMeaning('tdm', { kind: 'startFailed', code: null, why: inOtherWords('There is no display.') });
    assert.equal(sentenceOf(found.said), 'There is no display.');
  });
});
