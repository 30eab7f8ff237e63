import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { generatedPages } from '../scripts/generated-pages.ts';

for (const { path, text } of generatedPages()) {
  test(`${path} says what the code says`, async () => {
    const found = await readFile(new URL(`../${path}`, import.meta.url), 'utf8');
    assert.equal(found, text, `${path} is out of date: run "npx node scripts/write-pages.ts"`);
  });
}
