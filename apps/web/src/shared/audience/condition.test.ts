import assert from 'node:assert/strict';
import { test } from 'node:test';
import { conditionMetrics, operators, readCondition, writeCondition } from './condition.ts';
import { isDistribution, statistics } from './metrics.ts';

test('a condition that is written is read as it was, whatever it is made of', () => {
  for (const { name } of conditionMetrics) {
    for (const statistic of isDistribution(name) ? statistics : [null]) {
      for (const operator of operators) {
        for (const way of [null, '[::1]:8080']) {
          const condition = { metric: name, statistic, way, operator, limit: 0.5 };
          assert.deepEqual(readCondition(writeCondition(condition)), condition);
        }
      }
    }
  }
});

test('conditions are written as the tool reads them', () => {
  const condition = { way: null, operator: '>', limit: 500 } as const;
  assert.equal(writeCondition({ ...condition, metric: 'ttfb_due', statistic: 'p99' }), 'ttfb_due_p99_ms>500');
  assert.equal(
    writeCondition({ ...condition, metric: 'segment_throughput', statistic: 'min', way: 'paris' }),
    'segment_throughput_min_kbps@paris>500',
  );
  assert.equal(writeCondition({ ...condition, metric: 'stalled_time_pct', statistic: null }), 'stalled_time_pct>500');
});

test('what is no condition of this page is not taken for another', () => {
  for (const text of [
    '',
    'xyzzy>1',
    'ttfb_due>5',
    'stalled_time_pct_p99_ms>5',
    'stalled_time_pct=5',
    'stalled_time_pct>5%',
  ])
    assert.equal(readCondition(text), null, text);
});
