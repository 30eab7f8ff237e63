import assert from 'node:assert/strict';
import { readdir } from 'node:fs/promises';
import { test } from 'node:test';
import { startLocalTwitch, startMiner } from './local-twitch.ts';
import { makeFolder, startProgram } from './processes.ts';

test('plan --scenario sample prints a timeline, what is next, and nothing on stderr', async () => {
  await using program = startProgram(['plan', '--scenario', 'sample']);
  assert.deepEqual(await program.end(), { code: 0, signal: null }, program.stderr);
  assert.equal(program.stderr, '');
  assert.match(program.stdout, /6 drops on track/);
  assert.match(program.stdout, /Mon 5 +Tue 6 +Wed 7/);
  assert.match(program.stdout, /^Next/m);
  assert.match(program.stdout, /Captains Only/);
  assert.ok(!program.stdout.includes('\u001b'));
  assert.ok(program.stdout.split('\n').every((line) => line.length <= 80));
});

test('plan --scenario sample --json prints one object; --never adds what would change', async () => {
  await using program = startProgram(['plan', '--scenario', 'sample', '--json', '--never', 'Night Ferry']);
  assert.equal((await program.end()).code, 0, program.stderr);
  assert.equal(program.stdout.trimEnd().split('\n').length, 1);
  const told = JSON.parse(program.stdout);
  assert.equal(told.kind, 'plan');
  assert.equal(told.plan.counts.onTrack, 6);
  assert.equal(told.whatIf.plan.counts.onTrack, 2);
  assert.ok(told.whatIf.changes.some(({ kind }: { kind: string }) => kind === 'lost'));
});

test('plan on an empty data directory ends with 5, says what to do and leaves the directory empty', async () => {
  await using folder = await makeFolder();
  await using program = startProgram(['plan', '--data-dir', folder.path]);
  assert.equal((await program.end()).code, 5);
  assert.equal(program.stdout, '');
  assert.match(program.stderr, /Run "dropwise mine" first/);
  assert.deepEqual(await readdir(folder.path), []);
});

test('plan shows what a miner remembered, beside the miner that still runs', async () => {
  await using folder = await makeFolder();
  await using twitch = await startLocalTwitch();
  await using miner = startMiner(twitch, folder.path);
  await miner.line('minuteConfirmed');
  await using program = startProgram(['plan', '--data-dir', folder.path, '--json']);
  assert.equal((await program.end()).code, 0, program.stderr);
  const told = JSON.parse(program.stdout);
  assert.equal(typeof told.rememberedAt, 'number');
});

test('a scenario and a flag that nobody knows end with 2', async () => {
  await using scenario = startProgram(['plan', '--scenario', 'smaple']);
  assert.equal((await scenario.end()).code, 2);
  assert.match(scenario.stderr, /Expected --scenario to be one of sample, .*found "smaple"/);
  await using flag = startProgram(['plan', '--musst', 'X']);
  assert.equal((await flag.end()).code, 2);
  assert.match(flag.stderr, /There is no flag --musst; did you mean --must\?/);
});
