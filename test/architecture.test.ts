import assert from 'node:assert/strict';
import { homedir } from 'node:os';
import { dirname } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { findCycles } from './architecture/cycles.ts';
import { findBadNames, findLongFiles, findMachinePaths, findUnpairedOperations } from './architecture/file-rules.ts';
import { findForbiddenImports, findUndeclaredDependencies } from './architecture/import-rules.ts';
import { findImpurities } from './architecture/purity.ts';
import { readProjectFiles } from './architecture/source-file.ts';

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
