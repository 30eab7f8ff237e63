import assert from 'node:assert/strict';
import { test } from 'node:test';
import { maxFileCharacters, readSettingsFile } from './settings-file.ts';

test('a file is read when it can be a settings file, and not when it is too large', async () => {
  assert.deepEqual(await readSettingsFile(new File(['{}'], 'settings.json')), { text: '{}' });
  const large = new File(['x'.repeat(maxFileCharacters + 1)], 'film.mp4');
  assert.deepEqual(await readSettingsFile(large), { tooLargeBytes: maxFileCharacters + 1 });
});
