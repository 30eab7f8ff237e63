import assert from 'node:assert/strict';
import { test } from 'node:test';
import { main } from '../main.ts';
import { createTestIo } from '../testing/process-io.ts';
import { commands } from './index.ts';
import { planCommand } from './plan.ts';

test('the command joins the miner that plans and the Twitch of the scenario', async () => {
  const io = createTestIo();
  assert.equal(await planCommand.run(['--scenario', 'sample', '--json'], io), 0);
  assert.equal(JSON.parse(io.written.stdout).plan.counts.onTrack, 6);
  assert.equal(io.written.stderr, '');
});

test('a scenario that nobody knows ends with 2 and names those that there are', async () => {
  const io = createTestIo();
  assert.equal(await planCommand.run(['--scenario', 'nowhere'], io), 2);
  assert.match(
    io.written.stderr,
    /one of sample, evening, .*found "nowhere"\. Choose one\. See "dropwise help plan"\./,
  );
});

test('a data directory without a memory ends with 5', async () => {
  const io = createTestIo();
  assert.equal(await planCommand.run([], io), 5);
  assert.match(io.written.stderr, /inventory\.json is not there yet\. Run "dropwise mine" first/);
});

test('its help is its own', async () => {
  for (const args of [
    ['help', 'plan'],
    ['plan', '--help'],
  ]) {
    const io = createTestIo();
    assert.equal(await main(args, io, commands), 0);
    assert.match(io.written.stdout, /^Shows what will be earned when[\s\S]*Usage: dropwise plan \[flags\]/);
  }
});
