import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { startLocalTwitch } from './local-twitch.ts';
import { launcher, makeFolder, startProgram } from './processes.ts';

const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
const systemNode = findSystemNode();
const isOld = systemNode !== null && systemNode.major < 24;

/** What `#!/usr/bin/env node` finds outside of npm scripts. */
function findSystemNode(): { readonly path: string; readonly major: number } | null {
  const path = (process.env.PATH ?? '')
    .split(':')
    .filter((folder) => !folder.includes('node_modules'))
    .join(':');
  try {
    const said = execFileSync('/usr/bin/env', ['node', '-p', 'process.execPath + " " + process.versions.node'], {
      env: { PATH: path },
      encoding: 'utf8',
    });
    const [execPath = '', found = ''] = said.trim().split(' ');
    return { path: execPath, major: Number.parseInt(found, 10) };
  } catch {
    return null;
  }
}

test('the version is what package.json says', async () => {
  await using program = startProgram(['--version']);
  assert.equal((await program.end()).code, 0);
  assert.equal(program.stdout.trim(), version);
});

/** Where the machine's Node is new enough there is nothing to launch; the names say so. */
if (systemNode !== null && isOld) {
  test(`a machine whose own Node is ${systemNode.major} still runs the command`, async () => {
    await using program = startProgram(['--version'], { node: systemNode.path });
    assert.equal((await program.end()).code, 0, program.stderr);
    assert.equal(program.stdout.trim(), version);
  });

  test(`a signal to the launcher on Node ${systemNode.major} reaches the program, whose exit code comes back`, async () => {
    await using folder = await makeFolder();
    await using twitch = await startLocalTwitch();
    const args = [...twitch.minerArguments, '--data-dir', folder.path, '--json'];
    await using miner = startProgram(args, { node: systemNode.path });
    await miner.line('deviceCodeIssued');
    miner.send('SIGTERM');
    assert.deepEqual(await miner.end(2_000), { code: 0, signal: null }, miner.stderr);
    assert.equal(miner.lines.at(-1)?.kind, 'summary');
  });

  test(`what a launcher on Node ${systemNode.major} started ends when the launcher is killed`, async () => {
    await using folder = await makeFolder();
    await using twitch = await startLocalTwitch();
    const args = [...twitch.minerArguments, '--data-dir', folder.path, '--json'];
    await using first = startProgram(args, { node: systemNode.path });
    await first.line('deviceCodeIssued');
    first.send('SIGKILL');
    // Its output closes only when the miner behind it is gone too.
    await first.end();
    await using second = startProgram(args);
    await second.line('deviceCodeIssued');
  });
} else {
  test(`the launcher has nothing to find here: the machine's own Node is ${systemNode?.major ?? 'missing'}`, () => {
    assert.ok(launcher.endsWith('dropwise.js'));
  });
}
