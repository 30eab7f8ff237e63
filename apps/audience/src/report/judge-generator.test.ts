import assert from 'node:assert/strict';
import { test } from 'node:test';
import { judgeGenerator } from './judge-generator.ts';

const quiet = {
  loopUtilization: 0.1,
  cpuPercent: 5,
  rssBytes: 1e8,
  shards: 1,
  invalidWindows: 0,
  collectionPercent: 0.3,
  retransmits: 0,
};

const cases: readonly (readonly [what: string, lag: Parameters<typeof judgeGenerator>[1], saturated: boolean])[] = [
  ['a hundred requests, one in a hundred late', { count: 100, p95: 2, p99: 5.1 }, true],
  ['a hundred requests within the limit', { count: 100, p95: 5, p99: 5 }, false],
  ['few requests, of which one was late', { count: 50, p95: 4, p99: 31 }, false],
  ['few requests, of which several were late', { count: 50, p95: 6, p99: 31 }, true],
  ['nothing sent', null, false],
  ['no value', { count: 0, p95: null, p99: null }, false],
];

for (const [what, lag, saturated] of cases) {
  test(`${what}: the generator is ${saturated ? '' : 'not '}called saturated`, () => {
    const judged = judgeGenerator(quiet, lag);
    assert.equal(judged.saturated, saturated);
    assert.equal(judged.reasons.length, saturated ? 1 : 0);
    assert.equal(judged.toolLagP99Ms, lag?.p99 ?? null);
  });
}
