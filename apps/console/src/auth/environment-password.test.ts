import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { readEnvironmentPassword } from './environment-password.ts';
import { openTempFolder } from './testing/temp-folder.ts';

test('the environment sets a password as a text or as a file, whose last newline does not count', async () => {
  await using folder = await openTempFolder();
  const path = join(folder.path, 'password');
  for (const [text, expected] of [
    ['eight ch', 'eight ch'],
    ['with newline\n', 'with newline'],
    ['from Windows\r\n', 'from Windows'],
    [' spaces count \n\n', ' spaces count \n'],
  ] as const) {
    await writeFile(path, text);
    const read = await readEnvironmentPassword({ DROPWISE_PASSWORD_FILE: path });
    assert.ok(read.ok);
    assert.equal(read.value?.reveal(), expected);
  }
  const direct = await readEnvironmentPassword({ DROPWISE_PASSWORD: 'eight ch', DROPWISE_PASSWORD_FILE: '' });
  assert.ok(direct.ok);
  assert.equal(direct.value?.reveal(), 'eight ch');
  assert.equal(String(direct.value), '[token]');
  assert.deepEqual(await readEnvironmentPassword({}), { ok: true, value: null });
});

test('a password that is missing, short, long or given twice keeps the console from starting, and is not printed', async () => {
  await using folder = await openTempFolder();
  const path = join(folder.path, 'password');
  await writeFile(path, '\n');
  const cases: readonly (readonly [Record<string, string>, RegExp])[] = [
    [{ DROPWISE_PASSWORD: '' }, /DROPWISE_PASSWORD must hold .* but holds nothing/],
    [{ DROPWISE_PASSWORD: 'hunter2' }, /must hold a password of 8 to 1024 characters, but holds 7/],
    [{ DROPWISE_PASSWORD: 'x'.repeat(1_025) }, /but holds 1025/],
    [{ DROPWISE_PASSWORD_FILE: path }, /but holds nothing/],
    [{ DROPWISE_PASSWORD_FILE: join(folder.path, 'none') }, /must name a file that can be read/],
    [{ DROPWISE_PASSWORD: 'hunter2hunter2', DROPWISE_PASSWORD_FILE: path }, /both set/],
  ];
  for (const [env, expected] of cases) {
    const read = await readEnvironmentPassword(env);
    assert.ok(!read.ok);
    assert.match(read.failure, expected);
    assert.doesNotMatch(read.failure, /hunter2/);
  }
});
