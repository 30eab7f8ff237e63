import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createLastWords } from './last-words.ts';

function wordsOf(...lines: readonly string[]): readonly string[] {
  const words = createLastWords();
  for (const line of lines) words.hear(line);
  return words.toLines();
}

test('the last words hold no secret, also where they are cut', () => {
  const token = 'a1b2c3d4e5f6g7h8i9j0k1l2m3n4o5';
  const lines = wordsOf(`Authorization: OAuth ${token}`, `${'x'.repeat(485)} OAuth ${token}`);
  assert.equal(lines.length, 2);
  for (const line of lines) assert.doesNotMatch(line, /a1b2/);
});

test('the last words hold no colours and no control characters', () => {
  assert.deepEqual(wordsOf('\u001b[31mred\u001b[0m\u0007\u0000 and\ttab'), ['red  and tab']);
});

test('the last words are the last twenty lines, each of them short', () => {
  const lines = wordsOf(...Array.from({ length: 100 }, (_, index) => `${index} ${'x'.repeat(10_000)}`));
  assert.equal(lines.length, 20);
  assert.match(lines[0] ?? '', /^80 /);
  assert.ok(lines.every((line) => line.length <= 500));
});
