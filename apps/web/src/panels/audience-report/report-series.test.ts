import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildFigure, buildHistogram, buildReport } from '../../shared/audience/testing/build-run.ts';
import { figuresOf, histogramsOf, renditionShares, seriesIn, seriesKey } from './report-series.ts';

const paris = { egress: 'paris', rendition: null };

test('everybody comes first, also where nothing was recorded of them', () => {
  assert.deepEqual(seriesIn(buildReport()), [{ egress: null, rendition: null }]);
  const report = buildReport({ figures: [buildFigure('errors', 1, paris), buildFigure('errors', 2)] });
  assert.deepEqual(seriesIn(report).map(seriesKey), ['[null,null]', '["paris",null]']);
});

test('figures are those of who was chosen, and empty histograms are left out', () => {
  const report = buildReport({
    figures: [buildFigure('errors', 1, paris), buildFigure('errors', 2)],
    histograms: [buildHistogram('ttfb_due', 4), buildHistogram('key_time', 0, { count: 0 })],
  });
  assert.deepEqual(
    figuresOf(report, seriesKey(paris)).map(({ value }) => value),
    [1],
  );
  assert.deepEqual(
    histogramsOf(report, '[null,null]').map(({ metric }) => metric),
    ['ttfb_due'],
  );
});

test('renditions share what was loaded; of nothing there are no shares', () => {
  const low = { name: '360p', bandwidth: 800_000, mediaSeconds: 30 };
  const high = { name: '720p', bandwidth: null, mediaSeconds: 10 };
  assert.deepEqual(
    renditionShares([low, high]).map(({ share }) => share),
    [0.75, 0.25],
  );
  assert.deepEqual(
    renditionShares([{ ...low, mediaSeconds: 0 }]).map(({ share }) => share),
    [null],
  );
});
