import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startProgram } from './processes.ts';

test('the demo ends by itself after three claims; its last line sums up', async () => {
  await using demo = startProgram(['demo', '--headless', '--until-claims', '3', '--json', '--speed', '240']);
  assert.deepEqual(await demo.end(), { code: 0, signal: null }, demo.stderr);
  assert.equal(demo.stderr, '');
  assert.ok(
    demo.stdout
      .split('\n')
      .filter(Boolean)
      .every((line) => line.startsWith('{"')),
    'stdout carries JSON alone',
  );
  const last = demo.lines.at(-1);
  assert.equal(last?.kind, 'summary');
  assert.equal(last?.claimed, 3);
  assert.equal(demo.lines.filter(({ kind }) => kind === 'dropClaimed').length, 3);
});

test('the demo tells a person its story and ends with exit code 0 when it is interrupted', async () => {
  await using demo = startProgram(['demo', '--until-claims', '50']);
  await demo.until('a word about watching', ({ stdout }) => /Watching/i.test(stdout));
  demo.send('SIGINT');
  assert.deepEqual(await demo.end(), { code: 0, signal: null }, demo.stderr);
});
