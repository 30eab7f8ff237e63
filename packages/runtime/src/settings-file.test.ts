import assert from 'node:assert/strict';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { type LoadedSettings, loadSettings, type SettingsSources } from './settings-file.ts';
import { testDefinitions } from './testing/setting-definitions.ts';
import { openTempFolder } from './testing/temp-folder.ts';

const now = Date.UTC(2026, 8, 25, 10, 0, 0);

async function withFile(
  text: string | null,
  over: Partial<SettingsSources>,
  look: (loaded: LoadedSettings, folder: string) => Promise<void> | void,
): Promise<void> {
  await using folder = await openTempFolder();
  const path = join(folder.path, 'settings.json');
  if (text !== null) await writeFile(path, text);
  await look(await loadSettings({ path, definitions: testDefinitions, env: {}, flags: {}, now, ...over }), folder.path);
}

test('without any source every setting has its default, and nothing is wrong', () =>
  withFile(null, {}, ({ values, problems, nested }) => {
    assert.deepEqual(problems, []);
    assert.deepEqual(nested, {
      mining: { mode: 'random', exclude: { games: [] } },
      reloadMinutes: 60,
      proxy: { password: '' },
    });
    assert.ok([...values.values()].every((value) => value.origin === 'default'));
  }));

test('flags go before the environment, the environment before the file, and each value knows its origin', () =>
  withFile(
    '{ "mining": { "mode": "ending_soonest" }, "reloadMinutes": 20 }',
    { env: { DROPWISE_RELOAD_MINUTES: '30', DROPWISE_MINING_EXCLUDE_GAMES: 'A,B' }, flags: { reloadMinutes: '45' } },
    ({ values, problems }) => {
      assert.deepEqual(problems, []);
      assert.deepEqual(values.get('mining.mode'), { value: 'ending_soonest', origin: 'file' });
      assert.deepEqual(values.get('mining.exclude.games'), { value: ['A', 'B'], origin: 'environment' });
      assert.deepEqual(values.get('reloadMinutes'), { value: 45, origin: 'flag' });
      assert.deepEqual(values.get('proxy.password'), { value: '', origin: 'default' });
    },
  ));

test('a file that does not parse is kept, and the miner goes on with the rest', () =>
  withFile(
    '{\n  "reloadMinutes": 20,\n  "mining" { }\n}\n',
    { env: { DROPWISE_MINING_MODE: 'ending_soonest' } },
    async ({ values, problems }, folder) => {
      const keptAs = join(folder, 'settings.json.broken-2026-09-25T10-00-00-000Z');
      const [problem] = problems;
      assert.ok(problem?.kind === 'broken');
      assert.deepEqual([problem.line, problem.column, problem.keptAs], [3, 12, keptAs]);
      assert.match(problem.sentence, /line 3, column 12 says otherwise: colon expected/);
      assert.equal(await readFile(keptAs, 'utf8'), await readFile(join(folder, 'settings.json'), 'utf8'));
      assert.equal(values.get('reloadMinutes')?.value, 60);
      assert.deepEqual(values.get('mining.mode'), { value: 'ending_soonest', origin: 'environment' });
    },
  ));

test('the same broken text is kept once, another one beside it', async () => {
  await using folder = await openTempFolder();
  const path = join(folder.path, 'settings.json');
  const sources = { path, definitions: testDefinitions, env: {}, flags: {} };
  for (const [text, at] of [
    ['{', now],
    ['{', now + 5],
    ['{{', now],
    ['{{', now + 9],
  ] as const) {
    await writeFile(path, text);
    await loadSettings({ ...sources, now: at });
  }
  const stamp = 'settings.json.broken-2026-09-25T10-00-00-000Z';
  assert.deepEqual((await readdir(folder.path)).sort(), ['settings.json', stamp, `${stamp}-2`]);
});

test('a value that does not fit leaves the next lower one, with key, expectation and finding named', () =>
  withFile(
    '{\n  "reloadMinutes": 20,\n  "mining": { "mode": "fastest" }\n}',
    { env: { DROPWISE_RELOAD_MINUTES: 'often' } },
    ({ values, problems }, folder) => {
      assert.deepEqual(values.get('mining.mode'), { value: 'random', origin: 'default' });
      assert.deepEqual(values.get('reloadMinutes'), { value: 20, origin: 'file' });
      assert.deepEqual(
        problems.map((problem) => problem.sentence),
        [
          `${join(folder, 'settings.json')}, line 3, column 23: mining.mode: expected random or ending_soonest, found "fastest". Using "random", the default.`,
          'environment variable DROPWISE_RELOAD_MINUTES: reloadMinutes: expected digits, found "often". Using 20, the value of the settings file.',
        ],
      );
    },
  ));

test('what was found in a secret setting is not shown', () =>
  withFile('{ "proxy": { "password": ["hunter2"] } }', {}, ({ problems }) => {
    assert.equal(problems.length, 1);
    assert.doesNotMatch(JSON.stringify(problems), /hunter2/);
  }));

test('names that no setting has are reported with the nearest one, whichever source they are in', () =>
  withFile(
    '{ "mining": { "mod": "random" } }',
    { env: { DROPWISE_MINING_MODES: 'random', DROPWISE_DATA_DIR: '/x', HOME: '/y' }, flags: { reloadminuts: '5' } },
    ({ problems }) => {
      assert.deepEqual(
        problems.map((problem) => (problem.kind === 'unknown' ? [problem.key, problem.origin] : null)),
        [
          ['mining.mod', 'file'],
          ['DROPWISE_MINING_MODES', 'environment'],
          ['reloadminuts', 'flag'],
        ],
      );
      assert.match(problems[0]?.sentence ?? '', /did you mean "mining\.mode"\?/);
      assert.match(problems[2]?.sentence ?? '', /did you mean "reloadMinutes"\?/);
    },
  ));

test('an empty variable, as compose files make them, counts as not set', () =>
  withFile(null, { env: { DROPWISE_MINING_MODE: '' } }, ({ problems }) => assert.deepEqual(problems, [])));

test('a file that cannot be read is a problem, not an end', async () => {
  await using folder = await openTempFolder();
  const path = join(folder.path, 'settings.json');
  await mkdir(path);
  const loaded = await loadSettings({ path, definitions: testDefinitions, env: {}, flags: {}, now });
  assert.equal(loaded.problems[0]?.kind, 'unreadable');
});
