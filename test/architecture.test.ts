import assert from 'node:assert/strict';
import { homedir } from 'node:os';
import { dirname } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { findCycles } from './architecture/cycles.ts';
import { findBadNames, findLongFiles, findMachinePaths, findUnpairedOperations } from './architecture/file-rules.ts';
import { findForbiddenImports, findUndeclaredDependencies } from './architecture/import-rules.ts';
import { findMessageFaults, type Messages } from './architecture/messages.ts';
import { findImpurities } from './architecture/purity.ts';
import { readProjectFiles } from './architecture/source-file.ts';
import { findVisibleWords } from './architecture/visible-words.ts';
import { findBrokenLayers, findRawHtml } from './architecture/web-layers.ts';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const files = readProjectFiles(root);

function holds(violations: readonly string[]): void {
  assert.equal(violations.length, 0, `\n${violations.join('\n')}`);
}

test('packages import only what the table allows, and never each other’s files', () =>
  holds(findForbiddenImports(files)));
test('what a workspace uses is in its manifest', () => holds(findUndeclaredDependencies(files)));
test('pure packages know no clock, no chance and no process', () => holds(findImpurities(files)));
test('no file imports itself, not even by way of others', () => holds(findCycles(files)));
test('every operation has its test and its behaviour in the simulator', () => holds(findUnpairedOperations(files)));
test('file names say what is inside', () => holds(findBadNames(files)));
test('no file is longer than a person reads', () => holds(findLongFiles(files)));
test('no file names a path of this machine', () => holds(findMachinePaths(files, [root, dirname(root), homedir()])));

test('in the page, shared knows no panel and a panel no view and no other', () => holds(findBrokenLayers(files)));
test('nothing in the page makes markup of a text', () => holds(findRawHtml(files)));
test('every word of the page is a message', () => holds(findVisibleWords(files)));

const locales = 'apps/web/src/locales';

async function readMessages(language: string): Promise<Messages> {
  if (language === 'en')
    return { ...(await exported('en/index.ts', 'en')), ...(await exported('en/sayings.ts', 'sayings')) };
  return exported(`${language}/index.ts`, 'messages');
}

async function exported(file: string, name: string): Promise<Messages> {
  const messages = ((await import(`../${locales}/${file}`)) as Readonly<Record<string, Messages>>)[name];
  assert.ok(messages, `${locales}/${file} exports no ${name}`);
  return messages;
}

/** Those that the page offers: what is being translated has no loader yet. */
function languagesOffered(): readonly string[] {
  const loaders = files.find(({ path }) => path === `${locales}/index.ts`)?.text ?? '';
  return ['en', ...[...loaders.matchAll(/import\('\.\/([a-z]+)\/index\.ts'\)/g)].map((match) => match[1] ?? '')];
}

for (const language of languagesOffered()) {
  test(`the messages in "${language}" are complete, and fill in what English does`, async () => {
    holds(findMessageFaults(await readMessages('en'), language, await readMessages(language)));
  });
}
