import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { type AudienceMergeArguments, exitCodes, type ProcessIo } from '@dropwise/runtime';
import { makeFacts } from '../report/testing/make-report.ts';
import { createPartFile } from './part-file.ts';
import { runMerge } from './run-merge.ts';

interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

async function merge(folder: string, given: Partial<AudienceMergeArguments>): Promise<Ran> {
  const out: string[] = [];
  const err: string[] = [];
  const io = {
    workingFolder: folder,
    stdout: { write: (text: string) => void out.push(text) },
    stderr: { write: (text: string) => void err.push(text) },
  } as unknown as ProcessIo;
  const code = await runMerge({ files: [], out: undefined, html: undefined, version: '0.1.0', ...given }, io);
  return { code, out: out.join(''), err: err.join('') };
}

async function inFolder(work: (folder: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'merge-'));
  try {
    for (const index of [0, 1]) {
      const facts = makeFacts({ seconds: 5 });
      const settings = { ...facts.settings, part: { index, count: 2 } };
      await writeFile(join(folder, `${index}.json`), JSON.stringify(createPartFile({ ...facts, settings })));
    }
    await work(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}

test('part files become one report on stdout', () =>
  inFolder(async (folder) => {
    const { code, out, err } = await merge(folder, { files: ['0.json', '1.json'] });
    assert.deepEqual([code, err], [0, '']);
    const report = JSON.parse(out);
    assert.equal(report.format, 'dropwise-audience-report');
    assert.equal(report.generator.shards, 2);
  }));

test('or files, and then the verdict on stdout', () =>
  inFolder(async (folder) => {
    const { code, out } = await merge(folder, { files: ['0.json', '1.json'], out: 'whole.json', html: 'whole.html' });
    assert.equal(code, 0);
    const report = JSON.parse(await readFile(join(folder, 'whole.json'), 'utf8'));
    assert.equal(out, `${report.verdict}\n`);
    assert.match(await readFile(join(folder, 'whole.html'), 'utf8'), /^<!doctype html>/i);
  }));

test('a part that is missing shows in the exit code', () =>
  inFolder(async (folder) => {
    const { code, out } = await merge(folder, { files: ['0.json'] });
    assert.equal(code, exitCodes.runPartial);
    assert.match(JSON.parse(out).verdict, /^Partial run \(of 2 parts part 1 is missing\)/);
  }));

test('what is no run is not merged: the file is named, and nothing is written', () =>
  inFolder(async (folder) => {
    const { code, out, err } = await merge(folder, { files: ['0.json', 'missing.json'], out: 'whole.json' });
    assert.deepEqual([code, out], [2, '']);
    assert.match(err, /^Not merged\. .*missing\.json cannot be read/);
    await assert.rejects(readFile(join(folder, 'whole.json')));
  }));

test('a place that cannot be written to is said', () =>
  inFolder(async (folder) => {
    const { code, err } = await merge(folder, { files: ['0.json', '1.json'], out: 'no/such/folder.json' });
    assert.equal(code, 4);
    assert.match(err, /The report cannot be written/);
  }));
