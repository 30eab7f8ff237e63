import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { MachineLimits } from '../monitor/machine-limits.ts';
import { shardCountOf } from '../run/shard-count.ts';
import { findCapacityProblems } from './capacity.ts';
import { completeSettings } from './complete-settings.ts';
import type { ProxySetting, RunSettings } from './run-settings.ts';

const machine: MachineLimits = { cores: 2, openFiles: 20_000, ports: 28_232, availableBytes: 20e9 };

function settingsFor(
  viewers: number,
  changes: Partial<RunSettings> = {},
  proxies: readonly ProxySetting[] = [],
): RunSettings {
  const settings = completeSettings({ url: 'http://stream.example/live/', viewers }, proxies);
  assert.ok(settings.ok);
  return { ...settings.value, ...changes };
}

function problemsOf(settings: RunSettings, limits: MachineLimits = machine): readonly string[] {
  const viewers = Math.ceil(settings.viewers / (settings.part?.count ?? 1));
  return findCapacityProblems(settings, shardCountOf(settings.shards, viewers, limits.openFiles), limits);
}

test('ten thousand viewers fit here, and a part of more', () => {
  assert.deepEqual(problemsOf(settingsFor(10_000)), []);
  assert.deepEqual(problemsOf(settingsFor(40_000, { part: { index: 0, count: 4 } })), []);
});

test('too few files are refused with the arithmetic and what mends it', () => {
  const [problem] = problemsOf(settingsFor(10_000, { shards: 1 }), { ...machine, openFiles: 1_024 });
  assert.equal(
    problem,
    '10000 viewers in a process need 12756 open files (1.25 each, and 256), and it may have 1024: use --shards 17, or raise the hard limit of "ulimit -n".',
  );
});

test('too few ports are refused with the arithmetic, each destination for itself', () => {
  const [problem, ...others] = problemsOf(settingsFor(30_000));
  assert.equal(others.length, 0);
  assert.match(problem ?? '', /30000 viewers to the origin need 37500 ports \(1.25 each\), and .* gives 28232/);
  const proxy: ProxySetting = {
    scheme: 'http',
    host: '203.0.113.9',
    port: 3128,
    credentials: null,
    name: 'paris',
    weight: 3,
    budgetBytes: null,
  };
  const two = [proxy, { ...proxy, host: '203.0.113.10', name: 'rome', weight: 1 }];
  assert.match(
    problemsOf(settingsFor(40_000, {}, two)).join('\n'),
    /^27000 viewers to the proxy paris need 33750 ports/,
  );
  assert.deepEqual(problemsOf(settingsFor(30_000, {}, two)), []);
});

test('too little memory is refused with the arithmetic, and TLS takes more of it', () => {
  const small = { ...machine, availableBytes: 1e9 };
  assert.deepEqual(problemsOf(settingsFor(10_000), small), []);
  const [problem] = problemsOf(settingsFor(10_000, { url: 'https://stream.example/live/' }), small);
  assert.match(problem ?? '', /need about 2060 MB \(190 kB each, 70 MB for each of 1 processes.*800 MB are to be had/);
});

test('what the system does not say refuses nothing', () => {
  assert.deepEqual(problemsOf(settingsFor(50_000), { ...machine, openFiles: null, ports: null }), []);
});
