import assert from 'node:assert/strict';
import { test } from 'node:test';
import { latencyByEdgeMs, latencyByProgramTimeMs, latencyDriftMs } from './live-latency.ts';

test('by program time, latency is how long ago it was made', () => {
  assert.equal(latencyByProgramTimeMs(10_000, 3500), 6500);
});

test('by the edge, latency is what is ahead in buffer and playlist, and how long the playlist has stood still', () => {
  assert.equal(latencyByEdgeMs({ bufferSeconds: 4, notLoadedSeconds: 2, sinceAdvancedMs: 700 }), 6700);
});

test('drift tells on which side of the latency aimed at', () => {
  assert.equal(latencyDriftMs(6500, 6), 500);
  assert.equal(latencyDriftMs(5500, 6), -500);
});
