import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import type { Memory } from '@dropwise/core';
import { formatMemory } from './memory-file.ts';
import type { PlanJson } from './plan/plan-json.ts';
import { buildCampaign, hourMs, noon, onTrack } from './plan/testing/build-plan.ts';
import { buildIo, buildParts } from './plan/testing/plan-world.ts';
import { displayWidth } from './plan/text/display-width.ts';
import { runPlan } from './plan.ts';

const sample = ['--scenario', 'sample'];

async function run(args: readonly string[], change: Parameters<typeof buildIo>[0] = {}) {
  const io = buildIo(change);
  const code = await runPlan([...args], io, buildParts(noon));
  return { code, ...io.written };
}

test('a scenario is planned for the account in it', async () => {
  const { code, stdout, stderr } = await run(sample);
  assert.deepEqual({ code, stderr }, { code: 0, stderr: '' });
  assert.match(stdout, /6 drops on track/);
  for (const name of ['Lantern Week', 'Captains Only', 'Three Crossings', 'Captain Hat'])
    assert.match(stdout, new RegExp(name));
  assert.ok(stdout.split('\n').every((line) => displayWidth(line) <= 80));
});

test('the same scenario and seed give the same text', async () => {
  assert.equal((await run(sample)).stdout, (await run(sample)).stdout);
});

test('as JSON it is one object with the plan, the names and no what-if', async () => {
  const { code, stdout } = await run([...sample, '--json']);
  assert.equal(code, 0);
  assert.equal(stdout.trimEnd().split('\n').length, 1);
  const told: PlanJson = JSON.parse(stdout);
  assert.equal(told.kind, 'plan');
  assert.equal(told.whatIf, null);
  assert.equal(told.rememberedAt, null);
  assert.deepEqual(told.campaigns.map(({ name }) => name).sort(), ['Captains Only', 'Lantern Week', 'Three Crossings']);
  const drops = told.campaigns.flatMap((campaign) => campaign.drops);
  assert.deepEqual([...new Set(drops.map(({ wish }) => wish))], ['want']);
  assert.deepEqual(
    drops.map(({ forecast }) => forecast?.kind),
    Array(6).fill('onTrack'),
  );
  assert.equal(told.plan.counts.onTrack, 6);
  assert.ok(told.plan.slots.length > 0);
});

test('a what-if as JSON has the other plan and what it changes', async () => {
  const { stdout } = await run([...sample, '--json', '--never', 'night ferry']);
  const { whatIf }: PlanJson = JSON.parse(stdout);
  assert.deepEqual(whatIf?.wishes, [{ wish: 'never', on: 'game', name: 'Night Ferry' }]);
  assert.deepEqual(
    whatIf?.changes.map(({ kind }) => kind).filter((kind) => kind === 'lost'),
    Array(4).fill('lost'),
  );
  assert.equal(whatIf?.plan.counts.onTrack, 2);
});

test('a what-if as text tells the difference only', async () => {
  const { code, stdout } = await run([...sample, '--never', 'Night Ferry']);
  assert.equal(code, 0);
  assert.match(stdout, /^If Night Ferry is never watched:$/m);
  assert.match(stdout, /^Lost: 4 drops$/m);
  assert.doesNotMatch(stdout, /^Next/m);
});

const refused: readonly (readonly [args: readonly string[], sentence: RegExp])[] = [
  [['--scenario', 'nowhere'], /^no scenario nowhere\. See "dropwise help plan"\.$/m],
  [['--days', '99'], /--days must be a whole number from 1 to 14, found "99"\. See "dropwise help plan"\./],
  [[...sample, '--must', 'Nihgt Ferry'], /is called "Nihgt Ferry"; did you mean "Night Ferry"\?/],
];

for (const [args, sentence] of refused) {
  test(`plan ${args.join(' ')} ends with 2 and prints no plan`, async () => {
    const { code, stdout, stderr } = await run(args);
    assert.deepEqual({ code, stdout }, { code: 2, stdout: '' });
    assert.match(stderr, sentence);
  });
}

test('help is printed and nothing else is done', async () => {
  const { code, stdout } = await run(['--help']);
  assert.equal(code, 0);
  assert.match(stdout, /Usage: dropwise plan \[flags\]/);
});

test('a terminal gets its own width and colour, unless nobody wants colour', async () => {
  const wide = await run(sample, { columns: 120 });
  assert.ok(wide.stdout.includes('\u001b['));
  const plain = await run(sample, { columns: 120, env: { NO_COLOR: '1' } });
  assert.ok(!plain.stdout.includes('\u001b'));
  const longest = Math.max(...plain.stdout.split('\n').map(displayWidth));
  assert.ok(longest > 80 && longest <= 120, `${longest}`);
});

async function openFolder(): Promise<AsyncDisposable & { readonly path: string }> {
  const path = await mkdtemp(join(tmpdir(), 'dropwise-plan-'));
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }) };
}

async function remember(folder: string, savedAt: number): Promise<void> {
  const campaigns = [
    buildCampaign({ name: 'Captains Only', drops: { Hat: onTrack(1) } }),
    buildCampaign({ name: 'Long Gone', from: -90, to: -1, drops: { Oar: onTrack(1) } }),
  ];
  const memory: Memory = {
    version: 1,
    savedAt,
    userId: null,
    transports: { worked: null },
    claimedBenefits: {},
    campaigns,
  };
  await mkdir(join(folder, 'data'), { recursive: true });
  await writeFile(join(folder, 'data', 'inventory.json'), formatMemory(memory));
}

const ages: readonly (readonly [savedAt: number, line: RegExp])[] = [
  [noon - 20_000, /^As the miner remembered it just now\.$/m],
  [noon - 12 * 60_000, /^As the miner remembered it 12 min ago\.$/m],
  [noon - 30 * hourMs, /30 h ago\. New campaigns are not in it: run "dropwise\s+mine"\./],
];

for (const [savedAt, line] of ages) {
  test(`a memory of ${(noon - savedAt) / 60_000} minutes ago is planned with, and says how old it is`, async () => {
    await using folder = await openFolder();
    await remember(folder.path, savedAt);
    const { code, stdout } = await run(['--data-dir', folder.path]);
    assert.equal(code, 0);
    assert.match(stdout, line);
    assert.match(stdout, /Captains Only/);
    assert.doesNotMatch(stdout, /Long Gone/);
  });
}

test('the settings of the data directory count', async () => {
  await using folder = await openFolder();
  await remember(folder.path, noon);
  await mkdir(join(folder.path, 'config'));
  const settings = { mining: { wishes: { games: { 'Night Ferry': 'must' } }, timeZone: 'Asia/Tokyo' } };
  await writeFile(join(folder.path, 'config', 'settings.json'), JSON.stringify(settings));
  const { stdout, stderr } = await run(['--data-dir', folder.path, '--json']);
  assert.equal(stderr, '');
  const told: PlanJson = JSON.parse(stdout);
  assert.equal(told.timeZone, 'Asia/Tokyo');
  assert.equal(told.campaigns[0]?.drops[0]?.wish, 'must');
});

test('without a memory it says what to do, and with one that cannot be read too', async () => {
  await using folder = await openFolder();
  const first = await run(['--data-dir', folder.path]);
  assert.deepEqual({ code: first.code, stdout: first.stdout }, { code: 5, stdout: '' });
  assert.match(first.stderr, /inventory\.json is not there yet\. Run "dropwise mine" first/);
  await mkdir(join(folder.path, 'data'));
  await writeFile(join(folder.path, 'data', 'inventory.json'), '{');
  const second = await run(['--data-dir', folder.path]);
  assert.equal(second.code, 5);
  assert.match(second.stderr, /is not what this version wrote/);
});
