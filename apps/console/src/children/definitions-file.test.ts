import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { checkDefinitions, defaultDefinitions, readDefinitions, writeDefinitions } from './definitions-file.ts';
import { define } from './testing/test-fleet.ts';

async function openFolder() {
  const path = await mkdtemp(join(tmpdir(), 'dropwise-children-'));
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }) };
}

describe('the file of children', () => {
  test('need not be there: then it is our own miner', async () => {
    await using folder = await openFolder();
    const read = await readDefinitions(join(folder.path, 'children.json'), 0);
    assert.deepEqual(read, { definitions: defaultDefinitions, problem: null });
    assert.deepEqual(
      read.definitions.map(({ id, name, adapter, enabled }) => ({ id, name, adapter, enabled })),
      [{ id: 'miner', name: 'Dropwise', adapter: 'dropwise', enabled: true }],
    );
  });

  test('is read as it was written, and by the owner alone', async () => {
    await using folder = await openFolder();
    const path = join(folder.path, 'config', 'children.json');
    const definitions = [
      define(['python', 'main.py'], { adapter: 'tdm', env: { DISPLAY: ':0' } }),
      ...defaultDefinitions,
    ];
    await writeDefinitions(path, definitions);
    assert.equal((await stat(path)).mode & 0o777, 0o600);
    assert.deepEqual(await readDefinitions(path, 0), { definitions, problem: null });
  });

  test('that is broken is kept aside once, said without its content, and replaced by the default', async () => {
    await using folder = await openFolder();
    const path = join(folder.path, 'children.json');
    await writeFile(path, '[\n  {"id": "x", "env": {"A": hunter2}}\n]');
    for (let i = 0; i < 2; i++) {
      const read = await readDefinitions(path, 0);
      assert.deepEqual(read.definitions, defaultDefinitions);
      assert.match(read.problem ?? '', /no JSON\. Look at quotes.* A copy is kept in .*broken-/);
      assert.doesNotMatch(read.problem ?? '', /hunter/);
    }
    assert.equal((await readdir(folder.path)).length, 2);
    assert.match(await readFile(path, 'utf8'), /hunter2/, 'the owner’s file stays');
  });

  test('that is broken far inside is said with the place', async () => {
    await using folder = await openFolder();
    const path = join(folder.path, 'children.json');
    await writeFile(path, '[\n  {"id": "x"},\n  {"id": "y"');
    assert.match((await readDefinitions(path, 0)).problem ?? '', /near line 3 column \d+\./);
  });

  test('that is a folder is said', async () => {
    await using folder = await openFolder();
    const read = await readDefinitions(folder.path, 0);
    assert.match(read.problem ?? '', /cannot be read: EISDIR/);
    assert.deepEqual(read.definitions, defaultDefinitions);
  });
});

describe('a list of children', () => {
  const child = { id: 'a', name: 'A', adapter: 'command' };
  const bad: readonly (readonly [string, unknown, RegExp])[] = [
    ['no list', { id: 'a' }, /A list of children was expected/],
    ['nobody', [], /the list is empty/],
    ['too many', Array.from({ length: 21 }, (_, i) => ({ ...child, id: `a${i}` })), /At most 20/],
    ['an id twice', [child, child], /"a" is there twice/],
    ['the console’s name', [{ ...child, id: 'console' }], /is the console itself/],
    ['an unknown adapter', [{ ...child, adapter: 'x' }], /^Child 1: adapter: /],
    ['a field that is none', [child, { ...child, id: 'b', comand: [] }], /^Child 2: comand is no field of a child/],
    ['a bad id', [{ ...child, id: 'A b' }], /^Child 1: id: expected a-z/],
    ['a value that is none', [{ ...child, env: { A: 1 } }], /^Child 1: env\.A: /],
    [
      'a restart without a pause',
      [{ ...child, restart: { firstDelayMs: 0 } }],
      /^Child 1: restart\.firstDelayMs: expected /,
    ],
    [
      'a restart that waits longest at first',
      [{ ...child, restart: { firstDelayMs: 400_000 } }],
      /^Child 1: restart: expected maxDelayMs to be at least firstDelayMs/,
    ],
  ];
  for (const [what, value, sentence] of bad) {
    test(`with ${what} is refused with a sentence`, () => {
      const checked = checkDefinitions(value);
      assert.match(checked.ok ? '' : checked.failure, sentence);
    });
  }

  test('is filled in where something is left out', () => {
    const checked = checkDefinitions([child]);
    assert.ok(checked.ok);
    assert.equal(checked.value[0]?.stopGraceSeconds, 10);
    assert.equal(checked.value[0]?.enabled, true);
    assert.equal(checked.value[0]?.restart, undefined);
  });

  test('names only what is to be another of a restart', () => {
    const checked = checkDefinitions([{ ...child, restart: { firstDelayMs: 50 } }]);
    assert.ok(checked.ok);
    assert.deepEqual(checked.value[0]?.restart, { firstDelayMs: 50, maxDelayMs: 300_000, maxQuickDeaths: 10 });
  });
});
