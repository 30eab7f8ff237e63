import assert from 'node:assert/strict';
import { test } from 'node:test';
import { metricWords } from '../apps/audience/src/report/metric-words.ts';
import { failureClasses } from '../apps/audience/src/wire/failure.ts';
import { audience } from '../apps/web/src/locales/en/audience.ts';
import { conditionMetrics, writeCondition } from '../apps/web/src/shared/audience/condition.ts';
import * as shown from '../apps/web/src/shared/audience/metrics.ts';
import { egressSample } from '../packages/contract/src/audience/audience-sample.ts';
import { audienceEnding } from '../packages/contract/src/index.ts';
import { distributionMetrics, figureMetrics, parseThreshold } from '../packages/load/src/index.ts';

/** The page may not import the lab, nor the lab the page: here is where they meet. */
const words = Object.keys(audience);
const named = (prefix: string): readonly string[] =>
  words.filter((key) => key.startsWith(`audience.${prefix}.`)).map((key) => key.slice(`audience.${prefix}.`.length));

test('the page knows every metric of the lab, in its unit and order, and has words for it', () => {
  const namesOf = (metrics: readonly { readonly name: string }[]): string[] => metrics.map(({ name }) => name);
  assert.deepEqual(namesOf(shown.figureMetrics), namesOf(figureMetrics));
  assert.deepEqual(namesOf(shown.distributionMetrics), namesOf(distributionMetrics));
  assert.deepEqual(named('metric'), [...namesOf(figureMetrics), ...namesOf(distributionMetrics)]);
  for (const { name, unit } of [...figureMetrics, ...distributionMetrics]) {
    const known = shown.metricOf(name);
    if (known?.unit !== 'count') assert.equal(known?.unit, unit, name);
  }
});

test('what is better for the viewers is the same in the page and in the report', () => {
  for (const { name, better } of [...shown.figureMetrics, ...shown.distributionMetrics])
    assert.equal(better, metricWords(name).better, name);
});

test('every condition that the page can write is one of the lab', () => {
  for (const { name } of conditionMetrics) {
    for (const statistic of shown.isDistribution(name) ? shown.statistics : [null]) {
      const expression = writeCondition({ metric: name, statistic, way: 'paris', operator: '>=', limit: 0.5 });
      const read = parseThreshold(expression);
      assert.ok(read.ok, read.ok ? '' : read.failure);
      assert.equal(read.value.expression, expression);
    }
  }
});

test('failures, states of a way and outcomes have words, and there are no words for what there is not', () => {
  assert.deepEqual(named('failure'), [...failureClasses]);
  assert.deepEqual(named('way').toSorted(), [...egressSample.entries.state.options].toSorted());
  assert.deepEqual(named('outcome').toSorted(), [...audienceEnding.entries.outcome.options, 'other'].toSorted());
});
