import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { buildFigure, buildHistogram, buildReport } from '../../shared/audience/testing/build-run.ts';
import { compareRuns, isOfEverybody } from './compare-runs.ts';
import { differencesOf } from './differences.ts';

const way = (name: string) => ({ name, state: 'closed', viewers: 1, readBytes: 1, writtenBytes: 1, note: null });

describe('two runs', () => {
  for (const [metric, first, second, judgement, changePercent] of [
    ['stalled_time_pct', 1, 2, 'worse', 100],
    ['stalled_time_pct', 2, 1, 'better', -50],
    ['avg_playback_bitrate', 1_000, 2_000, 'better', 100],
    ['avg_playback_bitrate', 2_000, 1_000, 'worse', -50],
    ['goodput', 1, 2, 'neither', 100],
    ['a later metric', 1, 2, 'neither', 100],
    ['errors', 1_000, 1_010, 'same', 1],
    ['errors', 0, 0, 'same', null],
    ['errors', 0, 3, 'worse', null],
    ['errors', null, 3, 'unknown', null],
  ] as const)
    it(`with ${metric} of ${first} and ${second} are judged: ${judgement}`, () => {
      const [row] = compareRuns(
        buildReport({ figures: [buildFigure(metric, first)] }),
        buildReport({ figures: [buildFigure(metric, second)] }),
      );
      assert.equal(row?.judgement, judgement);
      assert.equal(row?.changePercent, changePercent);
    });

  it('are paired by whose values they are; what one lacks is not known', () => {
    const paris = { egress: 'paris', rendition: null };
    const rows = compareRuns(
      buildReport({ figures: [buildFigure('errors', 1), buildFigure('errors', 9, paris)] }),
      buildReport({
        figures: [buildFigure('errors', 2)],
        histograms: [buildHistogram('ttfb_due', 5), buildHistogram('key_time', 0, { count: 0 })],
      }),
    );
    assert.deepEqual(
      rows.filter(isOfEverybody).map(({ metric, statistic }) => [metric, statistic]),
      [
        ['errors', null],
        ['ttfb_due', 'p50'],
        ['ttfb_due', 'p95'],
        ['ttfb_due', 'p99'],
      ],
    );
    assert.equal(rows.find((row) => !isOfEverybody(row))?.judgement, 'unknown');
  });

  it('that are alike have no differences, whatever they are called', () => {
    const settings = { viewers: 10, runId: 'a', failIf: ['errors>1'] };
    assert.deepEqual(
      differencesOf(buildReport({ settings }), buildReport({ settings: { viewers: 10, runId: 'b' } })),
      [],
    );
  });

  it('say what is not alike before anybody reads their figures', () => {
    const first = buildReport({ settings: { viewers: 10, rendition: { kind: 'adaptive' } }, egress: [way('direct')] });
    const second = buildReport({
      settings: { viewers: 20, rendition: { kind: 'lowest' } },
      target: 'http://127.0.0.1/other.m3u8',
      generator: { ...first.generator, saturated: true },
      endedEarly: 'It was stopped.',
      egress: [way('direct'), way('paris')],
    });
    assert.deepEqual(differencesOf(first, second), [
      { kind: 'saturated', which: 'second' },
      { kind: 'early', which: 'second', why: 'It was stopped.' },
      { kind: 'target', first: first.target, second: second.target },
      { kind: 'setting', name: 'viewers', first: '10', second: '20' },
      { kind: 'setting', name: 'rendition', first: '{"kind":"adaptive"}', second: '{"kind":"lowest"}' },
      { kind: 'onlyWay', which: 'second', ways: ['paris'] },
    ]);
  });
});
