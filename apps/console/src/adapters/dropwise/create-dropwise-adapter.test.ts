import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { childDefinition } from '@dropwise/contract';
import { VirtualClock } from '@dropwise/kit';
import * as v from 'valibot';
import { createDropwiseAdapter } from './create-dropwise-adapter.ts';

const own = fileURLToPath(import.meta.url);
const definition = (change: object = {}) =>
  v.parse(childDefinition, { id: 'miner', name: 'Miner', adapter: 'dropwise', ...change });
const adapterOn = (launcher: string) =>
  createDropwiseAdapter({
    launcher,
    nodePath: '/node',
    dataDir: '/drops',
    extraArgs: ['--endpoints', 'http://127.0.0.1:1'],
    clock: new VirtualClock(0, async () => {}),
    env: { TZ: 'UTC' },
  });

test('our miner is started with its folder, a channel, and none of the console’s passwords', async () => {
  const prepared = await adapterOn(own).prepare(definition({ env: { DROPWISE_MINING_MODE: 'random' } }));
  assert.ok(prepared.ok && prepared.value !== null);
  const { command, args, env, ipc, workingFolder } = prepared.value;
  assert.equal(command, '/node');
  assert.deepEqual(args, [own, 'mine', '--ipc', '--data-dir', '/drops', '-v', '--endpoints', 'http://127.0.0.1:1']);
  assert.equal(ipc, true);
  assert.equal(workingFolder, null);
  assert.deepEqual(env, {
    DROPWISE_PASSWORD: undefined,
    DROPWISE_PASSWORD_FILE: undefined,
    DROPWISE_BACKUP_PASSPHRASE_FILE: undefined,
    TZ: 'UTC',
    DROPWISE_MINING_MODE: 'random',
    DROPWISE_STOP_WITH_PARENT: '1',
  });
});

test('a command and a folder of the definition’s own stand in the place of ours', async () => {
  const change = { command: ['/opt/dropwise', '--x'], env: { DROPWISE_DATA_DIR: '/other' } };
  const prepared = await adapterOn('/nowhere').prepare(definition(change));
  assert.ok(prepared.ok && prepared.value !== null);
  assert.equal(prepared.value.command, '/opt/dropwise');
  assert.deepEqual(prepared.value.args.slice(0, 4), ['--x', 'mine', '--ipc', '-v']);
});

test('a launcher that is not there is said before anything is started', async () => {
  const prepared = await adapterOn('/nowhere/dropwise.js').prepare(definition());
  assert.ok(!prepared.ok);
  assert.match(prepared.failure.sentence, /expected at \/nowhere\/dropwise\.js/);
});
