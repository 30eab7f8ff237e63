import assert from 'node:assert/strict';
import { test } from 'node:test';
import { passphraseProblem } from './passphrase.ts';

test('a passphrase is long enough, and the same twice', () => {
  assert.equal(passphraseProblem('', ''), 'settings.backup.tooShort');
  assert.equal(passphraseProblem('correct horse', 'correct hrose'), 'settings.backup.differ');
  assert.equal(passphraseProblem('correct horse', 'correct horse'), null);
});
