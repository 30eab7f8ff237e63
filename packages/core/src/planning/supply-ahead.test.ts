import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { noon } from '../drops/testing/build.ts';
import { createMiningTime } from './mining-time.ts';
import type { Span, Supply } from './plan-request.ts';
import { type SupplyAhead, supplyAhead } from './supply-ahead.ts';
import { chance, pause } from './testing/worlds.ts';

function ahead(supply: Supply, ...pauses: readonly Span[]): SupplyAhead {
  return supplyAhead(supply, noon, createMiningTime(noon, pauses));
}

describe('what can always be watched', () => {
  it('gives every minute', () => {
    const supply = ahead({ kind: 'always' });
    assert.equal(supply.expectedMinutes(30, 90), 60);
    assert.equal(supply.expectedMinutes(90, 30), 0);
    assert.equal(supply.isLikely(20_000), true);
    assert.equal(supply.liveNow, true);
  });
});

describe('what somebody must stream', () => {
  const falling = chance(true, 1, 0.5, 0);
  const expected: readonly (readonly [string, SupplyAhead, number, number, number])[] = [
    ['gives every minute of an hour that is certain', ahead(falling), 0, 60, 60],
    ['gives its share of an hour that is not', ahead(falling), 60, 120, 30],
    ['gives the sum over several hours', ahead(falling), 0, 600, 90],
    ['gives the share of a part of an hour', ahead(falling), 30, 90, 45],
    ['gives nothing in an empty span', ahead(falling), 90, 90, 0],
    ['gives nothing backwards', ahead(falling), 120, 60, 0],
    ['gives nothing before now', ahead(falling), -120, 0, 0],
    ['goes on as in its last hour', ahead(chance(false, 0, 0.5)), 120, 720, 300],
    ['of which one hour is known is always like that hour', ahead(chance(true, 0.25)), 0, 20_000, 5000],
    ['of which nothing is ever expected gives nothing', ahead(chance(true, 0, 0, 0)), 0, 20_000, 0],
    ['that is certain gives every minute', ahead(chance(false, 1, 1, 1)), 0, 20_000, 20_000],
    ['gives nothing in a pause', ahead(chance(true, 1, 0.5), pause(30, 60)), 0, 60, 45],
    [
      'is taken up after a pause in the hour that it is then',
      ahead(chance(true, 1, 0, 0.5), pause(30, 120)),
      30,
      90,
      30,
    ],
    ['gives nothing of hours that are paused', ahead(chance(true, 1, 1, 0.5), pause(0, 120)), 0, 60, 30],
  ];
  for (const [name, supply, from, to, minutes] of expected) {
    it(name, () => {
      assert.equal(supply.expectedMinutes(from, to), minutes);
    });
  }

  const likely: readonly (readonly [string, SupplyAhead, number, boolean])[] = [
    ['can be watched in this hour when it is live, whatever the chance', ahead(chance(true, 0)), 59, true],
    ['cannot be watched in this hour when it is not', ahead(chance(false, 1)), 59, false],
    ['is planned for from an even chance on', ahead(chance(false, 0, 0.5)), 60, true],
    ['is not planned for below an even chance', ahead(chance(false, 0, 0.49)), 60, false],
    ['is planned for later as in its last hour', ahead(chance(false, 0, 0.9)), 20_000, true],
    ['is not planned for later when its last hour is empty', ahead(chance(true, 1, 0)), 20_000, false],
    ['of which one hour is known is planned for after it by its chance', ahead(chance(false, 1)), 60, true],
    ['is judged by the hour after a pause', ahead(chance(true, 1, 0, 1), pause(30, 130)), 30, true],
  ];
  for (const [name, supply, minute, is] of likely) {
    it(name, () => {
      assert.equal(supply.isLikely(minute), is);
    });
  }

  it('gives in two spans what it gives in both together, and never more than their minutes', () => {
    const hourly = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 8 });
    const spans = fc
      .option(fc.record({ from: fc.nat(300), length: fc.integer({ min: 1, max: 200 }) }), { nil: null })
      .map((drawn) => (drawn === null ? [] : [pause(drawn.from, drawn.from + drawn.length)]));
    const length = fc.nat(400);
    fc.assert(
      fc.property(hourly, spans, length, length, length, (chances, pauses, from, first, second) => {
        const supply = ahead(chance(true, ...chances), ...pauses);
        const both = supply.expectedMinutes(from, from + first + second);
        const split =
          supply.expectedMinutes(from, from + first) + supply.expectedMinutes(from + first, from + first + second);
        assert.ok(Math.abs(both - split) < 1e-6, `${both} against ${split}`);
        assert.ok(both <= first + second + 1e-6);
      }),
    );
  });
});
