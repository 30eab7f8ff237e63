import assert from 'node:assert/strict';
import { test } from 'node:test';
import { joinUpdates, type Updates } from './measure-updates.ts';
import { formatWebReport, type WebReport, webSummaryOf } from './web-report.ts';

const updates = (changes: Partial<Updates>): Updates => ({
  ms: [10],
  events: 40,
  longTasks: 0,
  lastingMs: 2_000,
  ...changes,
});
const kinds = { pageBytes: 4e6, codeBytes: 4e6, engineBytes: 1e6 };
const report: WebReport = {
  loadBytes: 110_640,
  updates: joinUpdates([updates({ ms: [10, 30] }), updates({ ms: [20], longTasks: 1 })]),
  onPlan: { lanes: 55, updates: updates({ longTasks: 2 }) },
  memory: {
    samples: [4, 4.1, 4.2].map((each, hour) => ({ hour, scriptBytes: each * 1e6, documentBytes: 0 })),
    kindsBefore: kinds,
    kindsAfter: { ...kinds, codeBytes: 4.2e6 },
  },
  warmUpHours: 3,
  followed: { channels: 199, campaigns: 60 },
  browser: '147',
};

test('a script gets every long task, wherever it was, and the growth over all hours', () => {
  assert.deepEqual(webSummaryOf(report), {
    firstLoadKb: 110.6,
    updateP99Ms: 30,
    heapGrowthPercent: 5,
    longTasks: 3,
  });
});

test('a person gets the hours that are compared, each of them, and what has grown', () => {
  const text = formatWebReport(report);
  for (const said of [
    /199 channels and 60 campaigns/,
    /p99 of 3 progress events/,
    /first screen, for 4 s\s+20 /,
    /growth of its line from hour 0 to hour 2\s+5 %/,
    /compiled code\s+\+200 kB\s+to 4\.20 MB/,
    /4\.00 4\.10 4\.20/,
  ])
    assert.match(text, said);
});
