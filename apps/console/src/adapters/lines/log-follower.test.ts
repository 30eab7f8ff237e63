import assert from 'node:assert/strict';
import { appendFile, mkdir, mkdtemp, rename, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { VirtualClock } from '@dropwise/kit';
import { startLogFollower } from './log-follower.ts';

async function openScene(before?: string | Uint8Array) {
  const folder = await mkdtemp(join(tmpdir(), 'dropwise-follow-'));
  const path = join(folder, 'log.txt');
  if (before !== undefined) await writeFile(path, before);
  const lines: string[] = [];
  const problems: (string | null)[] = [];
  const clock = new VirtualClock(0, async () => {});
  const follower = startLogFollower({
    path,
    clock,
    onLine: (line) => lines.push(line),
    onProblem: (problem) => problems.push(problem),
  });
  await follower.poll();
  return {
    folder,
    path,
    lines,
    problems,
    clock,
    follower,
    [Symbol.asyncDispose]: async () => {
      await follower[Symbol.asyncDispose]();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

describe('a log file is followed', () => {
  it('from its present end on', async () => {
    await using scene = await openScene('old\n');
    await appendFile(scene.path, 'one\ntwo\n');
    await scene.follower.poll();
    assert.deepEqual(scene.lines, ['one', 'two']);
  });
  it('by itself, as time goes by', async () => {
    await using scene = await openScene('');
    await appendFile(scene.path, 'one\n');
    await scene.clock.advance(500);
    await scene.follower.poll();
    assert.deepEqual(scene.lines, ['one']);
  });
  it('without the second half of a line that was begun before', async () => {
    await using scene = await openScene('old\nhalf of a');
    await appendFile(scene.path, ' line\nwhole\n');
    await scene.follower.poll();
    assert.deepEqual(scene.lines, ['whole']);
  });
  it('by whole lines: what has no end yet is waited for', async () => {
    await using scene = await openScene('');
    await appendFile(scene.path, Buffer.from('caf\u00e9 au lait').subarray(0, 4));
    await scene.follower.poll();
    assert.deepEqual(scene.lines, []);
    await appendFile(scene.path, Buffer.concat([Buffer.from('é').subarray(1), Buffer.from('\r\nnext')]));
    await scene.follower.poll();
    assert.deepEqual(scene.lines, ['café']);
    await scene.follower[Symbol.asyncDispose]();
    assert.deepEqual(scene.lines, ['café', 'next']);
  });
  it('over a rotation: the old one to its end, then the new one from its start', async () => {
    await using scene = await openScene('old\n');
    await appendFile(scene.path, 'last\n');
    await rename(scene.path, `${scene.path}.1`);
    await appendFile(`${scene.path}.1`, 'very last\n');
    await writeFile(scene.path, 'first\n');
    await scene.follower.poll();
    assert.deepEqual(scene.lines, ['last', 'very last', 'first']);
  });
  it('over a cut: from the start again', async () => {
    await using scene = await openScene('a long line of old\n');
    await truncate(scene.path, 0);
    await appendFile(scene.path, 'new\n');
    await scene.follower.poll();
    assert.deepEqual(scene.lines, ['new']);
  });
  it('also when it is not there yet, and again when it is gone', async () => {
    await using scene = await openScene();
    assert.match(scene.problems[0] ?? '', /log\.txt is not there yet/);
    await writeFile(scene.path, 'one\n');
    await scene.follower.poll();
    await rm(scene.path);
    await scene.follower.poll();
    await writeFile(scene.path, 'two\n');
    await scene.follower.poll();
    assert.deepEqual(scene.lines, ['one', 'two']);
    assert.deepEqual(
      scene.problems.map((problem) => problem === null),
      [false, true, false, true],
    );
  });
  it('a folder in its place is said, and nothing else happens', async () => {
    await using scene = await openScene();
    await mkdir(scene.path);
    await scene.follower.poll();
    assert.match(scene.problems.at(-1) ?? '', /cannot be read: .*Check that it is a file/);
  });
  it('bytes that are no UTF-8 are replaced, and a line without end is cut', async () => {
    await using scene = await openScene('');
    await appendFile(scene.path, Buffer.concat([Buffer.from([0x61, 0xff, 0x62, 0x0a]), Buffer.alloc(200_000, 0x78)]));
    await appendFile(scene.path, '\nafter\n');
    await scene.follower.poll();
    assert.equal(scene.lines[0], 'a\ufffdb');
    assert.match(scene.lines[1] ?? '', /^x{65536} … \[cut: the line is longer than 64 KiB\]$/);
    assert.equal(scene.lines[2], 'after');
  });
  it('what grew too much to read loses its beginning, and says so', async () => {
    await using scene = await openScene('');
    await appendFile(scene.path, `${'x'.repeat(1_000)}\n`.repeat(6_000));
    await appendFile(scene.path, 'newest\n');
    await scene.follower.poll();
    assert.match(scene.lines[0] ?? '', /^… \d+ bytes skipped/);
    assert.equal(scene.lines.at(-1), 'newest');
    assert.ok(scene.lines.length < 4_500);
    assert.ok(scene.lines.slice(1, -1).every((line) => line.length === 1_000));
  });
  it('until it is disposed, which leaves no timer', async () => {
    const scene = await openScene('');
    await scene[Symbol.asyncDispose]();
    assert.equal(scene.clock.pendingCount, 0);
  });
});
