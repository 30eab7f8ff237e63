import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { createSystemClock } from '@dropwise/runtime';
import { createFakeLife, defineChild } from '../lines/testing/fake-life.ts';
import { createRecordingSink } from '../lines/testing/recording-sink.ts';
import { runProgram } from '../lines/testing/run-program.ts';
import { createCommandAdapter } from './create-command-adapter.ts';

const adapter = createCommandAdapter({ clock: createSystemClock(), env: process.env });

async function openFolder(): Promise<AsyncDisposable & { readonly path: string }> {
  const path = await mkdtemp(join(tmpdir(), 'dropwise-command-'));
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }) };
}

const patterns = [
  { pattern: '^watching (?<login>\\w+)', fact: 'channelChosen' },
  { pattern: '^(?<dropName>.+) is at (?<minutes>\\d+)/(?<requiredMinutes>\\d+)', fact: 'minuteConfirmed' },
  { pattern: '^got (?<dropName>.+)', fact: 'dropClaimed' },
  { pattern: '^tick', fact: 'alive' },
];

describe('any program', () => {
  it('is started, and its lines become facts by its patterns', async () => {
    const script =
      "console.log('watching bluehat\\nHat is at 3/60\\nHat is at 5/60'); console.error('got Hat'); console.log('tick')";
    const child = defineChild({ adapter: 'command', command: [process.execPath, '-e', script], patterns });
    const sink = createRecordingSink();
    await using program = await runProgram(adapter, child, sink);
    assert.equal(await program.ended, 0);
    await program.session[Symbol.asyncDispose]();
    assert.deepEqual(sink.kinds.toSorted(), ['channelChosen', 'dropClaimed', 'minuteConfirmed', 'minuteConfirmed']);
    assert.equal(sink.factsOf('minuteConfirmed')[1]?.gainedMinutes, 2);
    assert.equal(program.session.view.status.watching?.login, 'bluehat');
    assert.equal(program.session.view.status.claimed, 1);
    assert.deepEqual(sink.told.lines.map(({ source, text }) => `${source}: ${text}`).toSorted(), [
      'stderr: got Hat',
      'stdout: Hat is at 3/60',
      'stdout: Hat is at 5/60',
      'stdout: tick',
      'stdout: watching bluehat',
    ]);
  });
  it('ends when it is asked to, and takes no other order', async () => {
    const child = defineChild({ adapter: 'command', command: [process.execPath, '-e', 'setInterval(() => {}, 1000)'] });
    await using program = await runProgram(adapter, child, createRecordingSink());
    const reload = await program.session.ask({ kind: 'reload' });
    assert.equal(reload.ok ? '' : reload.failure.kind, 'cannot');
    assert.ok((await program.session.ask({ kind: 'stop' })).ok);
    assert.equal(await program.ended, 'SIGTERM');
    const again = await program.session.ask({ kind: 'stop' });
    assert.equal(again.ok ? '' : again.failure.kind, 'notRunning');
  });
  it('is heard by its log file alone where it runs elsewhere', async () => {
    await using folder = await openFolder();
    const child = { adapter: 'command', logFile: 'miner.log', workingFolder: folder.path, patterns };
    assert.deepEqual(await adapter.prepare(defineChild(child)), { ok: true, value: null });
    const sink = createRecordingSink();
    const session = adapter.attach(createFakeLife(child, null), sink);
    await sink.until(() => sink.told.lines.length > 0);
    await writeFile(join(folder.path, 'miner.log'), 'watching bluehat\n');
    // Ending it reads what is still there.
    await session[Symbol.asyncDispose]();
    assert.equal(sink.factsOf('channelChosen')[0]?.login, 'bluehat');
  });
  it('is not started where the definition cannot work, and the sentence says why', async () => {
    await using folder = await openFolder();
    const plain = join(folder.path, 'plain file');
    await writeFile(plain, '', { mode: 0o644 });
    const failures = async (definition: object): Promise<string> => {
      const prepared = await adapter.prepare(defineChild({ adapter: 'command', ...definition }));
      return prepared.ok ? 'started' : prepared.failure.sentence;
    };
    assert.match(await failures({}), /^A command or a log file was expected/);
    assert.match(
      await failures({ command: ['/nowhere/miner'] }),
      /^\/nowhere\/miner must be a file, but it is not there/,
    );
    assert.match(await failures({ command: [folder.path] }), /must be a file, but is something else/);
    assert.match(await failures({ command: [plain] }), /must be executable.*chmod u\+x '.*plain file'$/);
    assert.match(await failures({ command: ['./plain file'], workingFolder: folder.path }), /must be executable/);
    assert.match(
      await failures({ command: ['no-such-program-here'] }),
      /in one of the folders of PATH, but is in none/,
    );
    const bad = { command: [process.execPath], patterns: [{ pattern: '(', fact: 'alive' }] };
    assert.match(await failures(bad), /^Pattern 1/);
  });
});
