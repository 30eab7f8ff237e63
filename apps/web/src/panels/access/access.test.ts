import assert from 'node:assert/strict';
import { test } from 'node:test';
import { browserOf } from './browser-name.ts';
import { newPasswordProblem } from './new-password.ts';

test('a browser is called as people call it', () => {
  const cases: readonly (readonly [userAgent: string, browser: string | null, system: string | null])[] = [
    [
      'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36',
      'Chrome',
      'Linux',
    ],
    [
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140.0',
      'Edge',
      'Windows',
    ],
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Safari/604.1',
      'Safari',
      'iPhone',
    ],
    ['Mozilla/5.0 (Android 15; Mobile; rv:140.0) Gecko/140.0 Firefox/140.0', 'Firefox', 'Android'],
    ['curl/8.5.0', 'curl', null],
    ['something else', null, null],
  ];
  for (const [userAgent, browser, system] of cases) assert.deepEqual(browserOf(userAgent), { browser, system });
});

test('a new password is long enough, and the same twice', () => {
  assert.equal(newPasswordProblem('1234567', '1234567'), 'settings.access.tooShort');
  assert.equal(newPasswordProblem('12345678', '12345679'), 'settings.access.differ');
  assert.equal(newPasswordProblem('12345678', '12345678'), null);
});
