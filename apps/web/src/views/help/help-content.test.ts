import assert from 'node:assert/strict';
import { test } from 'node:test';
import { whyNotCodes } from '@dropwise/core';
import { en } from '../../locales/en/index.ts';
import { findReasons, type ReasonRow } from './find-reasons.ts';
import { explainedWishes, explainedWords, helpParts, whyNotExamples } from './help-content.ts';

test('everything that is explained has its words', () => {
  const keys = [
    ...explainedWords.flatMap((word) => [`help.word.${word}`, `help.word.${word}.about`]),
    ...explainedWishes.flatMap((wish) => [`help.plan.${wish}`, `help.plan.${wish}.about`]),
    ...helpParts.map((part) => `help.${part}.title`),
    ...whyNotCodes.map((code) => `reasons.whyNot.${code}`),
  ];
  assert.deepEqual(
    keys.filter((key) => !Object.hasOwn(en, key)),
    [],
  );
  assert.deepEqual(
    whyNotExamples.map(({ code }) => code),
    whyNotCodes,
  );
});

test('reasons are found by what they say, the worst first', () => {
  const row = (code: string, level: ReasonRow['level']): ReasonRow => ({
    code,
    level,
    of: 'miner',
    sentence: '',
    todo: '',
    stillWorks: '',
  });
  const reasons = [
    { row: row('working', 'working'), sentence: 'Mining.', todo: '', stillWorks: '' },
    { row: row('login-needed', 'broken'), sentence: 'Sign in.', todo: 'Open the link.', stillWorks: '' },
  ];
  const levels = ['working', 'idle', 'starting', 'degraded', 'broken'];
  const find = (query: string, level = ''): readonly string[] =>
    findReasons(reasons, levels, { query, level }).map((found) => found.row.code);
  assert.deepEqual(find(''), ['login-needed', 'working']);
  assert.deepEqual(find('LINK open'), ['login-needed']);
  assert.deepEqual(find('', 'working'), ['working']);
  assert.deepEqual(find('nothing'), []);
});
