import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ClockWatch } from './clock-watch.ts';
import { readMachineLimits } from './machine-limits.ts';
import { MachineMeter } from './machine-meter.ts';
import { openProcFiles, type ProcFiles } from './proc-files.ts';
import {
  parseAvailableBytes,
  parseCpuTicks,
  parseOpenFilesLimit,
  parsePortCount,
  parseRetransmits,
  parseTcpCounts,
} from './proc-texts.ts';
import { ProcessMeter } from './process-meter.ts';

const noFiles: ProcFiles = { read: async () => '', countEntries: async () => null };

function filesOf(texts: Readonly<Record<string, string>>): ProcFiles {
  return { ...noFiles, read: async (path) => texts[path] ?? '' };
}

const limitsText = `Limit                     Soft Limit           Hard Limit           Units
Max processes             96364                96364                processes
Max open files            1024                 20000                files
`;
const snmpText = `Ip: Forwarding DefaultTTL
Ip: 2 64
Tcp: RtoAlgorithm InSegs OutSegs RetransSegs InErrs
Tcp: 1 100 200 17 3
Udp: InDatagrams
Udp: 1
`;

test('the kernel’s texts say what they say, and nothing where they do not', () => {
  assert.deepEqual(parseCpuTicks('cpu  100 5 50 800 20 1 2 3 40 0\ncpu0 1 1 1 1\n'), { busy: 161, total: 981 });
  assert.equal(parseAvailableBytes('MemTotal: 9 kB\nMemAvailable:   23252756 kB\n'), 23_252_756 * 1_024);
  assert.deepEqual(parseTcpCounts('sockets: used 30\nTCP: inuse 8 orphan 0 tw 7600 alloc 8 mem 72\n'), {
    inUse: 8,
    timeWait: 7_600,
  });
  assert.equal(parseRetransmits(snmpText), 17);
  assert.equal(parseOpenFilesLimit(limitsText), 20_000);
  assert.equal(parseOpenFilesLimit(limitsText.replace('20000', 'unlimited')), Number.POSITIVE_INFINITY);
  assert.equal(parsePortCount('32768\t60999\n'), 28_232);
  for (const text of ['', 'cpu  1 2\n', 'cpu  a b c d e\n', 'Tcp: RetransSegs\n', '<html>', 'TCP: inuse x']) {
    assert.equal(parseCpuTicks(text), null);
    assert.equal(parseAvailableBytes(text), null);
    assert.equal(parseTcpCounts(text), null);
    assert.equal(parseRetransmits(text), null);
    assert.equal(parseOpenFilesLimit(text), null);
    assert.equal(parsePortCount(text), null);
  }
});

test('of the machine’s processors only what was busy since the look before counts', async () => {
  const texts: Record<string, string> = { stat: 'cpu  100 0 100 800 0 0 0 0\n', 'net/snmp': snmpText };
  const meter = new MachineMeter(filesOf(texts));
  const first = await meter.look();
  assert.equal(first.cpuPercent, null);
  assert.equal(first.retransmits, null);
  texts.stat = 'cpu  160 0 115 825 0 0 0 0\n';
  texts['net/snmp'] = snmpText.replace('17', '22');
  const second = await meter.look();
  assert.equal(second.cpuPercent, 75);
  assert.equal(second.retransmits, 5);
});

test('a system without such files is silent, and nothing fails', async () => {
  const usage = await new MachineMeter(noFiles).look();
  assert.ok(Object.values(usage).every((value) => value === null));
  const limits = await readMachineLimits(noFiles);
  assert.equal(limits.openFiles, null);
  assert.equal(limits.ports, null);
  assert.ok(limits.cores >= 1 && limits.availableBytes > 0);
});

test('a process that works says so', async () => {
  using meter = new ProcessMeter(openProcFiles());
  const before = performance.now();
  let kept: unknown[] = [];
  while (performance.now() - before < 60) kept = [...Array(1_000)].map((_, index) => ({ index, kept: kept.length }));
  await new Promise((resolve) => setImmediate(resolve));
  const usage = await meter.look();
  assert.ok(usage.cpuPercent > 1);
  assert.ok(usage.loopUtilization > 0 && usage.loopUtilization <= 1);
  assert.ok(usage.rssBytes > usage.heapUsedBytes && usage.heapUsedBytes > 0);
  if (process.platform === 'linux') assert.ok((usage.openFiles ?? 0) > 2);
});

test('clocks that go on as they must are no fault', () => {
  const watch = new ClockWatch(1_000, 2, 0, 1e12);
  for (let second = 1; second < 100; second++) assert.equal(watch.look(second * 1_000, 1e12 + second * 1_004), null);
});

test('a gap of more than two target durations is seen', () => {
  const watch = new ClockWatch(1_000, 2, 0, 0);
  assert.equal(watch.look(5_000, 5_000), null);
  assert.deepEqual(watch.look(10_001, 10_001), { kind: 'stood-still', ms: 5_001 });
  assert.equal(watch.look(11_000, 11_000), null);
});

test('a clock that is set is seen, forward and back, and once', () => {
  const watch = new ClockWatch(1_000, 2, 0, 0);
  assert.deepEqual(watch.look(1_000, 4_000), { kind: 'stepped', ms: 3_000 });
  assert.equal(watch.look(2_000, 5_000), null);
  assert.deepEqual(watch.look(3_000, 0), { kind: 'stepped', ms: -6_000 });
});

test('a machine that slept while its monotonic clock slept too is seen', () => {
  const watch = new ClockWatch(1_000, 2, 0, 0);
  assert.deepEqual(watch.look(1_000, 3_601_000), { kind: 'stepped', ms: 3_600_000 });
});
