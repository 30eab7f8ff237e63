// Writes the pages of docs/operating that are made from the code.
import { writeFile } from 'node:fs/promises';
import { generatedPages } from './generated-pages.ts';

for (const { path, text } of generatedPages()) {
  await writeFile(new URL(`../${path}`, import.meta.url), text);
  console.log(path);
}
