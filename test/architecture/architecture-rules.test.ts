import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findCycles } from './cycles.ts';
import { findBadNames, findLongFiles, findMachinePaths, findUnpairedOperations } from './file-rules.ts';
import { findForbiddenImports, findUndeclaredDependencies } from './import-rules.ts';
import { findImpurities } from './purity.ts';
import { bareCode, readImports, type SourceFile } from './source-file.ts';

/** A tiny house with everything in order; each test plants one thing in it. */
const house: Readonly<Record<string, string>> = {
  'package.json': '{ "devDependencies": { "fast-check": "1" } }',
  'packages/kit/package.json': '{ "name": "@dropwise/kit", "exports": { ".": "./src/index.ts" } }',
  'packages/kit/src/index.ts': "export * from './clock.ts';",
  'packages/kit/src/clock.ts': 'export const at = new Date(0);',
  'packages/core/package.json':
    '{ "name": "@dropwise/core", "exports": { ".": "./src/index.ts" }, "dependencies": { "@dropwise/kit": "1" } }',
  'packages/core/src/index.ts': "import { at } from '@dropwise/kit';\nexport const later = at;",
  'packages/core/src/index.test.ts': "import fc from 'fast-check';\nimport { test } from 'node:test';\nDate.now();",
  'packages/twitch/package.json': '{ "name": "@dropwise/twitch", "exports": { "./definitions": "./src/index.ts" } }',
  'packages/twitch-sim/package.json': '{ "name": "@dropwise/twitch-sim", "dependencies": { "@dropwise/twitch": "1" } }',
  'packages/twitch-sim/src/index.ts': "import type { A } from '@dropwise/twitch/definitions';",
  'apps/cli/package.json': '{ "name": "@dropwise/cli", "dependencies": { "@dropwise/miner": "1" } }',
  'apps/cli/src/main.ts': "const { run } = await import('@dropwise/miner/main');",
  'apps/web/package.json': '{ "name": "@dropwise/web", "dependencies": { "@dropwise/runtime": "1" } }',
  'apps/web/build/index.ts': "import { acquireLock } from '@dropwise/runtime';",
  'apps/miner/package.json': '{ "name": "@dropwise/miner" }',
};

function houseWith(planted: Readonly<Record<string, string>>): SourceFile[] {
  return Object.entries({ ...house, ...planted }).map(([path, text]) => ({ path, text }));
}

const rules = {
  findForbiddenImports,
  findUndeclaredDependencies,
  findImpurities,
  findCycles,
  findBadNames,
  findLongFiles,
  findUnpairedOperations,
};
type RuleName = keyof typeof rules;

test('a house in order breaks no rule', () => {
  for (const [name, rule] of Object.entries(rules)) assert.deepEqual(rule(houseWith({})), [], name);
});

const planted: readonly (readonly [what: string, rule: RuleName, path: string, text: string, message: RegExp])[] = [
  [
    'core importing runtime',
    'findForbiddenImports',
    'packages/core/src/a.ts',
    "import { x } from '@dropwise/runtime';",
    /core must not import @dropwise\/runtime/,
  ],
  [
    'the page importing what only its build may',
    'findForbiddenImports',
    'apps/web/src/a.ts',
    "import { x } from '@dropwise/runtime';",
    /web must not import @dropwise\/runtime/,
  ],
  [
    'a type-only import',
    'findForbiddenImports',
    'packages/core/src/a.ts',
    "import type { X } from '@dropwise/twitch';",
    /core must not import/,
  ],
  [
    'an import over several lines',
    'findForbiddenImports',
    'packages/core/src/a.ts',
    "import {\n  a,\n  type B,\n} from '@dropwise/twitch';",
    /core must not import/,
  ],
  [
    'an export from a stranger',
    'findForbiddenImports',
    'packages/core/src/a.ts',
    "export * from '@dropwise/hls';",
    /core must not import/,
  ],
  [
    'a dynamic import',
    'findForbiddenImports',
    'packages/core/src/a.ts',
    "await import('@dropwise/hls');",
    /core must not import/,
  ],
  [
    'the double importing the client',
    'findForbiddenImports',
    'packages/twitch-sim/src/a.ts',
    "import { x } from '@dropwise/twitch';",
    /may import kit, hls, twitch\/definitions/,
  ],
  [
    'the miner importing the double outside a test',
    'findForbiddenImports',
    'apps/miner/src/a.ts',
    "import '@dropwise/twitch-sim';",
    /miner must not import/,
  ],
  [
    'the command building on an app',
    'findForbiddenImports',
    'apps/cli/src/a.ts',
    "import { x } from '@dropwise/miner/main';",
    /cli must not import/,
  ],
  [
    'a relative import into another package',
    'findForbiddenImports',
    'packages/core/src/a.ts',
    "import { x } from '../../kit/src/clock.ts';",
    /leaves the workspace/,
  ],
  [
    'an import from one machine',
    'findForbiddenImports',
    'packages/core/src/a.ts',
    "import { x } from '/opt/x.ts';",
    /one machine/,
  ],
  [
    'a package that nobody declared',
    'findUndeclaredDependencies',
    'packages/core/src/a.ts',
    "import { z } from '@scope/zod/mini';",
    /@scope\/zod is used/,
  ],
  [
    'a test library outside a test',
    'findUndeclaredDependencies',
    'packages/core/src/a.ts',
    "import fc from 'fast-check';",
    /fast-check is used/,
  ],
  ['Date.now', 'findImpurities', 'packages/core/src/a.ts', 'const x = Date.now();', /Date\.now/],
  ['new Date()', 'findImpurities', 'packages/core/src/a.ts', 'const x = new Date( );', /new Date\(\)/],
  ['new Date', 'findImpurities', 'packages/core/src/a.ts', 'const x = new Date;', /new Date\(\)/],
  ['Date()', 'findImpurities', 'packages/core/src/a.ts', 'const x = Date();', /Date\(\)/],
  [
    'Math.random in a template',
    'findImpurities',
    'packages/core/src/a.ts',
    'const x = `a $' + '{Math.random()}`;',
    /Math\.random/,
  ],
  ['performance', 'findImpurities', 'packages/core/src/a.ts', 'performance.now();', /performance/],
  ['process', 'findImpurities', 'packages/core/src/a.ts', 'const x = process.env;', /process/],
  ['setTimeout', 'findImpurities', 'packages/core/src/a.ts', 'setTimeout(run, 5);', /a timer/],
  ['console', 'findImpurities', 'packages/core/src/a.ts', 'console.log(1);', /console/],
  [
    'a ring of two',
    'findCycles',
    'packages/kit/src/clock.ts',
    "import { x } from './index.ts';",
    /index\.ts → packages\/kit\/src\/clock\.ts → packages\/kit\/src\/index\.ts/,
  ],
  [
    'a ring of two packages',
    'findCycles',
    'packages/kit/src/clock.ts',
    "import { x } from '@dropwise/core';",
    /core\/src\/index\.ts/,
  ],
  ['a name that says nothing', 'findBadNames', 'packages/core/src/utils.ts', '', /says nothing/],
  ['a name that is not kebab-case', 'findBadNames', 'packages/core/src/chooseChannel.ts', '', /kebab-case/],
  ['a file too long', 'findLongFiles', 'packages/core/src/a.ts', 'x\n'.repeat(401), /401 lines/],
  [
    'an operation alone',
    'findUnpairedOperations',
    'packages/twitch/src/gql/operations/claim-drop.ts',
    '',
    /claim-drop\.test\.ts is missing/,
  ],
];

for (const [what, rule, path, text, message] of planted) {
  test(`${what} is found`, () => {
    assert.match(rules[rule](houseWith({ [path]: text })).join('\n'), message);
  });
}

test('a workspace with code and no row in the table is found', () => {
  const files = { 'packages/new/package.json': '{ "name": "@dropwise/new" }', 'packages/new/src/a.ts': '' };
  assert.match(findForbiddenImports(houseWith(files)).join(), /new has no row/);
});

test('a module of Node in a pure workspace is found', () => {
  const found = findImpurities(houseWith({ 'packages/core/src/a.ts': "import { x } from 'node:fs';" }));
  assert.match(found.join(), /node:fs/);
});

test('a complete operation lacks nothing', () => {
  const files = {
    'packages/twitch/src/gql/operations/claim-drop.ts': '',
    'packages/twitch/src/gql/operations/claim-drop.test.ts': '',
    'packages/twitch-sim/src/behaviors/claim-drop.ts': '',
  };
  assert.deepEqual(findUnpairedOperations(houseWith(files)), []);
});

test('what only looks impure is left alone', () => {
  const innocent = [
    '// Date.now() and process.env\n/* Math.random() */',
    "const text = 'setTimeout(console.log)';",
    'const x = new Date(now); state.process; options.console;',
    'const shape = { process: 1, performance: 2 };',
    "const quotes = /['’]/g; const y = 'process';",
    'interface Shape { process?: string }',
  ];
  for (const text of innocent)
    assert.deepEqual(findImpurities(houseWith({ 'packages/core/src/a.ts': text })), [], text);
});

test('imports in comments are no imports', () => {
  const text = [
    "// import { a } from 'a';",
    "/* import 'b'; */",
    "import d, { type E } from 'd';",
    "export { f } from 'f';",
    "const url = 'http://x'; await import('g');",
    "import 'h';",
    'export const from = 1;',
  ].join('\n');
  const specifiers = readImports({ path: 'a.ts', text }).map(({ specifier }) => specifier);
  assert.deepEqual(specifiers, ['d', 'f', 'g', 'h']);
});

test('bare code keeps what runs', () => {
  assert.equal(bareCode("a('x') // y").trim(), "a((''))");
  assert.match(bareCode('`$' + '{process.pid}`'), /process\.pid/);
});

test('a path of this machine is found, an ordinary folder is not', () => {
  const files = houseWith({ 'README.md': 'see /place/of/mine/dropwise/x and /tmp/x' });
  const found = findMachinePaths(files, ['/place/of/mine', '/tmp']);
  assert.deepEqual(found, ['README.md: names /place/of/mine of this machine']);
});
