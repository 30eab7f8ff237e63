import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { AudienceCurrent, AudienceLive } from '@dropwise/contract';
import { buildSample } from '../../shared/audience/testing/build-run.ts';
import { applyNews, hasGap } from './audience-state.ts';

const run: Omit<AudienceCurrent, 'samples'> = {
  runId: 'run-00000001',
  state: 'running',
  target: 'http://127.0.0.1/live.m3u8',
  viewers: 10,
  startedAt: 0,
  durationMs: 60_000,
  problem: null,
  failIf: [],
};
const ended = { runId: 'run-00000001', outcome: 'passed', sentence: 'Held 10 viewers.' } as const;
const news = (changes: Partial<AudienceLive>): AudienceLive => ({
  current: run,
  sample: null,
  ended: null,
  ...changes,
});

test('samples of a run are joined, and those of another are not', () => {
  const unnamed = applyNews(
    { current: null, ended: null },
    news({ current: { ...run, runId: null, state: 'checking' } }),
  );
  const first = applyNews(unnamed.state, news({ sample: buildSample(1_000) }));
  const second = applyNews(first.state, news({ sample: buildSample(2_000) }));
  assert.equal(second.state.current?.samples.length, 2);
  assert.equal(applyNews(second.state, news({})).state.current?.samples.length, 2);
  const other = applyNews(
    second.state,
    news({ current: { ...run, runId: 'run-00000002' }, sample: buildSample(1_000) }),
  );
  assert.equal(other.state.current?.samples.length, 1);
});

test('a run that is over is in the list, and how it ended is kept until the next one ends', () => {
  const on = applyNews({ current: null, ended: null }, news({}));
  assert.equal(on.isListOld, false);
  const over = applyNews(on.state, news({ current: null, ended }));
  assert.deepEqual(over, { state: { current: null, ended }, isListOld: true });
  assert.deepEqual(applyNews(over.state, news({})).state.ended, ended);
});

test('seconds that are missing are noticed', () => {
  assert.equal(hasGap([], 1_000), false);
  assert.equal(hasGap([], 30_000), true);
  assert.equal(hasGap([{ atMs: 1_000 }], 2_000), false);
  assert.equal(hasGap([{ atMs: 1_000 }], 5_000), true);
});
