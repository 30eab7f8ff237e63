import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatPrometheus } from './format-prometheus.ts';
import { makeReport, sampleAt, waySample } from './testing/make-report.ts';

const facts = { runId: 'run-1', target: 'https://origin.test/x', sample: null, report: null };
const line = /^[a-z_]+(?:\{(?:[a-z_]+="(?:[^"\\\n]|\\["\\n])*",?)+\})? -?\d[\d.e+-]*$/;

test('every line of the exposition is a comment or a value with its labels', async () => {
  const text = await formatPrometheus({ ...facts, sample: sampleAt(9_000), report: makeReport({ stalledMs: 50 }) });
  for (const one of text.split('\n').filter((part) => part !== '' && !part.startsWith('# '))) assert.match(one, line);
});

test('a second of a run is there by viewers, ways and the tool', async () => {
  const text = await formatPrometheus({ ...facts, sample: sampleAt(2_000) });
  assert.match(text, /^dropwise_audience_viewers\{state="playing",run="run-1"\} 200$/m);
  assert.match(text, /^dropwise_audience_watched_seconds_total\{run="run-1"\} 400$/m);
  assert.match(text, /^dropwise_audience_egress_read_bytes_total\{egress="oslo",run="run-1"\} 90000000$/m);
  assert.match(
    text,
    /^dropwise_audience_last_second_delay_seconds\{metric="ttfb_due",quantile="0.95",run="run-1"\} 0\.0042/m,
  );
});

test('what has no value is absent, and not 0', async () => {
  const sample = sampleAt(2_000, { ttfbDueP95Ms: null });
  assert.doesNotMatch(await formatPrometheus({ ...facts, sample }), /ttfb_due/);
  const text = await formatPrometheus({ ...facts, report: makeReport() });
  assert.doesNotMatch(text, /dropwise_audience_distribution\{metric="stall_duration"/);
});

test('a report is there by figures and quantiles', async () => {
  const text = await formatPrometheus({ ...facts, report: makeReport({ startFailures: 2 }) });
  const labels = 'metric="startup_time",unit="ms",egress="",rendition=""';
  assert.match(text, new RegExp(`^dropwise_audience_distribution_values\\{${labels},run="run-1"\\} 200$`, 'm'));
  assert.match(text, new RegExp(`^dropwise_audience_distribution\\{${labels},quantile="1",run="run-1"\\} 389$`, 'm'));
  assert.match(text, /^dropwise_audience_failures\{class="connect_timeout",egress="direct",run="run-1"\} 2$/m);
  assert.match(text, /^dropwise_audience_outcome\{outcome="passed",run="run-1"\} 1$/m);
});

test('a name with quotes and line ends stays one label', async () => {
  const text = await formatPrometheus({ ...facts, sample: sampleAt(1_000, { egress: [waySample('a"\n\\b', 1, 1)] }) });
  assert.ok(text.includes('dropwise_audience_egress_viewers{egress="a\\"\\n\\\\b",run="run-1"} 1'));
});
