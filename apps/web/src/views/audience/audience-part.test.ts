import assert from 'node:assert/strict';
import { test } from 'node:test';
import { matchRoute } from '../../routing/match-route.ts';
import { partFrom } from './audience-part.ts';

for (const [path, part] of [
  ['/audience', { kind: 'home' }],
  ['/audience/compare', { kind: 'compare' }],
  ['/audience/runs/run-00000001', { kind: 'run', runId: 'run-00000001' }],
  ['/audience/runs', { kind: 'unknown' }],
  ['/audience/compare/x', { kind: 'unknown' }],
  ['/audience/other/x', { kind: 'unknown' }],
] as const)
  test(`${path} leads to ${part.kind}`, () => {
    const { name, params } = matchRoute(path, '');
    assert.equal(name, 'audience');
    assert.deepEqual(partFrom(params), part);
  });
