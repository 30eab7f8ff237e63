import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  createMinerState,
  defaultSettings,
  type Memory,
  memoryOf,
  miningSettingsOf,
  noSightings,
} from '@dropwise/core';
import { formatMemory, parseMemory } from './memory-file.ts';

const now = Date.UTC(2026, 0, 5, 12);
const empty: Memory = memoryOf(createMinerState(miningSettingsOf(defaultSettings())), now);

const broken: [string, Record<string, unknown>][] = [
  ['a price that is none', { price: { price: { must: 'dear', want: 0, fill: 0 }, learntAt: now } }],
  ['a price of no known time', { price: { price: { must: 0, want: 0, fill: 0 }, learntAt: 'now' } }],
  ['sightings that are none', { sightings: { channels: { '1': 'often' } } }],
  ['what earlier versions did not save', { price: undefined, sightings: undefined }],
];

test('what the miner remembers of prices and channels is the same after the disk', () => {
  const memory: Memory = {
    ...empty,
    price: { price: { must: 0, want: 0.01, fill: Infinity }, learntAt: now },
    sightings: noSightings,
  };
  assert.deepEqual(parseMemory(formatMemory(memory)), memory);
});

for (const [name, change] of broken) {
  test(`${name}: the rest of the memory is used all the same`, () => {
    assert.deepEqual(parseMemory(JSON.stringify({ ...empty, ...change })), empty);
  });
}
