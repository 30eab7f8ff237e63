import assert from 'node:assert/strict';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { VirtualClock } from '@dropwise/kit';
import { createSystemClock } from '@dropwise/runtime';
import { createFakeLife, defineChild } from '../lines/testing/fake-life.ts';
import { createRecordingSink } from '../lines/testing/recording-sink.ts';
import { runProgram } from '../lines/testing/run-program.ts';
import { tdmArguments } from './arguments.ts';
import { createTdmAdapter } from './create-tdm-adapter.ts';

async function openFolder(): Promise<AsyncDisposable & { readonly path: string }> {
  const path = await mkdtemp(join(tmpdir(), 'dropwise-tdm-'));
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }) };
}

const clock = createSystemClock();
const withDisplay = createTdmAdapter({ clock, env: { ...process.env, DISPLAY: ':0' }, platform: 'linux' });
const withoutDisplay = createTdmAdapter({ clock, env: { PATH: process.env.PATH }, platform: 'linux' });

/** Behaves as peers 1.2 and 3.1 say: writes its log beside itself, at the level it was given, and ends on SIGTERM. */
const scriptedTdm = `
const { appendFileSync } = require('node:fs');
const { dirname, join } = require('node:path');
const file = join(dirname(process.argv[1]), 'log.txt');
const stamp = () => { const d = new Date(Date.now() - new Date().getTimezoneOffset() * 60000).toISOString(); return d.slice(0, 10) + ' ' + d.slice(11, 23); };
const log = (level, text) => appendFileSync(file, stamp() + ':\\t' + level.padStart(7) + ':\\t' + text + '\\n');
process.on('SIGTERM', () => { console.log('14:00:02: Exiting...'); process.exit(0); });
setInterval(() => {}, 1000);
console.log('14:00:00: Logging level: ' + process.argv.slice(2).join(' '));
setTimeout(() => {
  log('INFO', 'Login successful, user ID: 70000001');
  console.log('14:00:01: Watching: Sample_Channel');
  log('CALL', 'Drop update from websocket: Blue Hat (Sample Game, 17/60)');
}, 50);
`;

describe('TDM', () => {
  it('is started with its log on, and heard by its output and its log.txt', async () => {
    await using folder = await openFolder();
    const script = join(folder.path, 'main.py');
    await writeFile(script, scriptedTdm);
    await writeFile(join(folder.path, 'log.txt'), 'what was before\n');
    const sink = createRecordingSink();
    const child = defineChild({ adapter: 'tdm', command: [process.execPath, script] });
    await using program = await runProgram(withDisplay, child, sink);
    await sink.until(() => sink.kinds.includes('minuteConfirmed') && sink.kinds.includes('channelChosen'));
    const { view } = program.session;
    assert.equal(view.progress?.confirmedMinutes, 17);
    assert.equal(view.progress?.requiredMinutes, 60);
    assert.equal(view.login.userId, '70000001');
    assert.equal(view.status.watching?.login, 'sample_channel');
    assert.ok((await program.session.ask({ kind: 'stop' })).ok);
    assert.equal(await program.ended, 0);
    await program.session[Symbol.asyncDispose]();
    assert.equal(program.session.view.status.phase, 'stopping');
    assert.deepEqual(
      sink.told.lines.filter(({ source }) => source === 'stdout').map(({ text }) => text),
      ['Logging level: --log -vvv', 'Watching: Sample_Channel', 'Exiting...'],
    );
    assert.ok(!sink.told.lines.some(({ text }) => text.includes('before')));
  });
  it('is not started without a display, unless something brings one', async () => {
    await using folder = await openFolder();
    const script = join(folder.path, 'main.py');
    await writeFile(script, '');
    const wrapper = join(folder.path, 'xvfb-run');
    await writeFile(wrapper, '', { mode: 0o755 });
    const command = [process.execPath, script];
    const refused = await withoutDisplay.prepare(defineChild({ adapter: 'tdm', command }));
    assert.match(
      refused.ok ? '' : refused.failure.sentence,
      /needs a display, but neither DISPLAY nor WAYLAND_DISPLAY is set/,
    );
    for (const definition of [
      { command, env: { WAYLAND_DISPLAY: 'wayland-0' } },
      { command: [wrapper, '-a', ...command] },
    ]) {
      assert.ok((await withoutDisplay.prepare(defineChild({ adapter: 'tdm', ...definition }))).ok);
    }
    const elsewhere = createTdmAdapter({ clock, env: {}, platform: 'win32' });
    assert.ok((await elsewhere.prepare(defineChild({ adapter: 'tdm', command }))).ok);
  });
  it('is refused with a sentence where its program is not what it should be', async () => {
    await using folder = await openFolder();
    const image = join(folder.path, 'Twitch Drops Miner.AppImage');
    await writeFile(image, '');
    const failure = async (definition: object): Promise<string> => {
      const prepared = await withDisplay.prepare(defineChild({ adapter: 'tdm', ...definition }));
      return prepared.ok ? `started in ${prepared.value?.workingFolder}` : prepared.failure.sentence;
    };
    assert.match(await failure({}), /^TDM needs a command/);
    assert.match(await failure({ command: [image] }), /must be executable, but is not\. Allow it: chmod u\+x '/);
    await chmod(image, 0o755);
    assert.equal(await failure({ command: [image] }), `started in ${folder.path}`);
    assert.match(
      await failure({ command: [process.execPath, 'missing.py'] }),
      /missing\.py must be a file, but it is not there/,
    );
    assert.match(await failure({ command: ['node'] }), /^Where node keeps its log\.txt cannot be told/);
  });
  it('may run elsewhere, and is heard by its log alone', async () => {
    await using folder = await openFolder();
    const logFile = join(folder.path, 'log.txt');
    const definition = { adapter: 'tdm', logFile };
    assert.deepEqual(await withDisplay.prepare(defineChild(definition)), { ok: true, value: null });
    const virtual = new VirtualClock(Date.UTC(2026, 7, 3), async () => {});
    const adapter = createTdmAdapter({ clock: virtual, env: {}, platform: 'linux' });
    const sink = createRecordingSink();
    const session = adapter.attach(createFakeLife(definition, null), sink);
    await sink.until(() => sink.told.lines.length > 0);
    await writeFile(logFile, '2026-08-03 00:00:00.000:\t   INFO:\tChecking login\n');
    await session[Symbol.asyncDispose]();
    assert.deepEqual(
      sink.told.lines.map(({ source, text }) => `${source}: ${text}`),
      [`log.txt: ${logFile} is not there yet; it is read as soon as it is.`, 'log.txt: Checking login'],
    );
    assert.deepEqual(sink.told.ready, [null]);
    const stop = await session.ask({ kind: 'stop' });
    assert.equal(stop.ok ? '' : stop.failure.kind, 'notRunning');
  });
  it('takes no order but to end, and says so', async () => {
    const life = createFakeLife({ adapter: 'tdm' });
    await using session = withDisplay.attach(life, createRecordingSink());
    const answer = await session.ask({ kind: 'selectChannel', channelId: '1', login: 'x' });
    assert.match(answer.ok ? '' : answer.failure.sentence, /in its own window/);
    assert.ok((await session.ask({ kind: 'stop' })).ok);
    assert.deepEqual(life.signals, ['SIGTERM']);
    assert.ok(withDisplay.cannot.some(({ sentence }) => sentence.includes('Only English')));
  });
  it('keeps the arguments its owner chose', () => {
    assert.deepEqual(tdmArguments(['main.py']), ['main.py', '--log', '-vvv']);
    assert.deepEqual(tdmArguments(['--log', '-vv', '--tray']), ['--log', '-vv', '--tray']);
  });
});
