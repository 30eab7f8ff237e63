import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseProc, parsePs, readProcessUsage } from './process-usage.ts';

const status = 'Name:\tnode\nVmHWM:\t   90000 kB\nVmRSS:\t   76800 kB\nRssAnon:\t   30720 kB\n';
const statOf = (name: string) => `42 (${name}) S 1 42 42 0 -1 4194560 900 0 3 0 150 25 7 9 20 0 11 0 100 999 19200`;

test('memory and time are read from /proc, whatever the program is called', () => {
  const expected = { residentBytes: 76_800 * 1024, anonymousBytes: 30_720 * 1024, cpuSeconds: 1.75 };
  assert.deepEqual(parseProc(status, statOf('node')), expected);
  assert.deepEqual(parseProc(status, statOf('a) S 1 (b')), expected);
});

test('a kernel that does not split resident memory leaves its own part unknown', () => {
  assert.equal(parseProc('VmRSS:\t 10 kB\n', statOf('node')).anonymousBytes, null);
});

test('a text that is no /proc is refused', () => {
  assert.throws(() => parseProc('Name:\tkthread\n', statOf('node')), /expected VmRSS/);
  assert.throws(() => parseProc(status, ''), /expected VmRSS/);
});

const lines: readonly (readonly [line: string, seconds: number])[] = [
  [' 76800   0:01.75\n', 1.75],
  ['76800 00:00:12', 12],
  ['76800 01:02:03', 3_723],
  ['76800 2-00:00:01', 172_801],
];

for (const [line, seconds] of lines) {
  test(`ps's "${line.trim()}" is ${seconds} s`, () => {
    assert.deepEqual(parsePs(line), { residentBytes: 76_800 * 1024, anonymousBytes: null, cpuSeconds: seconds });
  });
}

test('a line that ps does not print is refused', () => {
  assert.throws(() => parsePs(''), /found ""/);
});

test('this very process can be read', async () => {
  const { residentBytes } = await readProcessUsage(process.pid);
  assert.ok(residentBytes > 1024 * 1024);
});
