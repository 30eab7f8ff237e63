import assert from 'node:assert/strict';
import { test } from 'node:test';
import { stripVTControlCharacters } from 'node:util';
import { compareReports } from '../compare-reports.ts';
import { makeReport, sampleAt, waySample } from '../testing/make-report.ts';
import { formatComparison } from './format-comparison.ts';
import { formatLine } from './format-line.ts';
import { formatLive } from './format-live.ts';
import { formatSummary } from './format-summary.ts';
import { LiveTerminal } from './live-terminal.ts';

const troubled = sampleAt(200_000, {
  viewers: { planned: 200, joining: 3, playing: 150, stalled: 20, ended: 7, failed: 5, lost: 15 },
  stalls: 41,
  stalledMs: 400_000,
  ttfbDueP95Ms: 1_914,
  failures: 12,
  egress: [waySample('direct', 20, 900), waySample('oslo', 90, 41), { ...waySample('rome', 90, 3), state: 'open' }],
});

test('the block of a terminal says who is there, what they lack, what the tool takes and which proxy is worst', () => {
  const block = formatLive(troubled, { durationMs: 600_000, columns: 200 }).join('\n');
  assert.match(block, /^Time +03:20 · ━{8}┄{16} · of 10:00$/m);
  assert.match(
    block,
    /^Viewers +173 of 200 in all · 150 playing · 20 stalled · 3 joining · 7 left · 5 failed · 15 lost with/m,
  );
  assert.match(block, /^Stalls +41 · 1\.0 % of the time$/m);
  assert.match(block, /^Answers +p95 1\.91 s from due · 3\.10 ms from sent · 6\.10 s behind live$/m);
  assert.match(block, /^Tool +CPU 11\.0 % of a core · 110 MB · lag p99 0\.40 ms · loop 12\.0 % busy · 1 shard$/m);
  assert.match(block, /^Worst +rome · out after failures · /m);
});

test('the worst proxy is the slowest where all are in use, and there is none without proxies', () => {
  const block = (egress: typeof troubled.egress) =>
    formatLive({ ...troubled, egress }, { durationMs: null, columns: 200 }).join('\n');
  assert.match(block([waySample('direct', 1, 900), waySample('oslo', 1, 41), waySample('rome', 1, 3)]), /Worst +oslo/);
  assert.doesNotMatch(block([waySample('direct', 1, 900)]), /Worst/);
});

test('no line of the block is wider than the terminal', () => {
  for (const line of formatLive(troubled, { durationMs: 600_000, columns: 50 })) assert.ok([...line].length < 50, line);
});

test('a name of others moves no cursor', () => {
  const egress = [waySample('direct', 1, 1), waySample('\u001b[2J\u202eoslo\n', 1, 2)];
  const block = formatLive({ ...troubled, egress }, { durationMs: null, columns: 200 });
  assert.match(block.at(-1) ?? '', /^Worst +\[2J oslo · /);
});

test('a second without values says so', () => {
  const nothing = { ttfbDueP95Ms: null, ttfbSentP95Ms: null, latencyP50Ms: null, watchedMs: 0 };
  const block = formatLive(sampleAt(0, nothing), { durationMs: null, columns: 200 }).join('\n');
  assert.match(block, /^Answers +p95 – from due · – from sent$/m);
  assert.match(block, /^Stalls +0 · nothing watched yet$/m);
});

test('a line for a pipe says the same in short', () => {
  assert.equal(
    formatLine(troubled),
    '03:20  173 viewers of 200 in all, 20 stalled, 5 failed, 15 lost with a proxy, 41 stalls in all, first byte p95 1.91 s from due, 93.6 Mbit/s, 12 failed attempts, CPU 11.0 %',
  );
});

/** What a screen of enough rows shows after each write: cursor up and clear to the end first, where it says so. */
function screenOf(writes: readonly string[]): string {
  const rows: string[] = [];
  for (const text of writes) {
    const [, up = '', rest = text] = text.match(backAndClear) ?? [];
    if (up !== '') rows.splice(rows.length - Number(up));
    rows.push(...rest.split('\n').slice(0, -1));
  }
  return rows.join('\n');
}

const backAndClear = new RegExp(`^${String.fromCharCode(0x1b)}\\[(\\d+)A\\r${String.fromCharCode(0x1b)}\\[J([^]*)$`);

function terminal(isTTY: boolean, plainEveryMs = 10_000) {
  const written: string[] = [];
  const outlet = { isTTY, write: (text: string) => written.push(text) };
  const live = new LiveTerminal({ outlet, columns: () => 100, durationMs: 600_000, plainEveryMs });
  return { live, written };
}

test('on a terminal the block stands where it stood, and messages stay above it', () => {
  const { live, written } = terminal(true);
  live.say('asking for consent');
  live.show(sampleAt(1_000));
  live.say('proxy rome is out');
  live.show(sampleAt(2_000));
  const block = formatLive(sampleAt(2_000), { durationMs: 600_000, columns: 100 });
  const expected = ['asking for consent', 'proxy rome is out', ...block].join('\n');
  assert.equal(screenOf(written), expected);
  assert.equal(written.length, 4, 'each drawing is one write');
});

test('what is written after the end stands below the last block', () => {
  const { live, written } = terminal(true);
  live.show(sampleAt(1_000));
  live[Symbol.dispose]();
  live.say('held');
  assert.match(screenOf(written), /Worst .*\nheld$/);
});

test('where nothing can be redrawn there is a line now and then, and no escape sequence', () => {
  const { live, written } = terminal(false);
  for (let second = 1; second <= 25; second += 1) live.show(sampleAt(second * 1_000));
  live.say('proxy\u001b[31m rome is out');
  const lines = written.join('').trimEnd().split('\n');
  assert.deepEqual(
    lines.slice(0, 3).map((line) => line.slice(0, 5)),
    ['00:01', '00:11', '00:21'],
  );
  assert.equal(lines.length, 4);
  assert.equal(written.join(''), stripVTControlCharacters(written.join('')));
});

test('the summary begins with the verdict, and shows ways apart', () => {
  const egress = makeReport().egress.toReversed();
  const report = makeReport({ stalledMs: 41_000, startFailures: 3 }, { egress });
  const lines = formatSummary(report).split('\n');
  assert.equal(lines[0], report.verdict);
  const text = lines.join('\n');
  assert.match(text, /^ {2}direct +in use +20 .*\n {2}rome +in use +90 /m);
  assert.match(text, /^ {2}connect_timeout +direct +3$/m);
  assert.match(text, /^ {2}Start-up +339 ms +384 ms +388 ms +389 ms +200$/m);
});

test('a summary of one way has no table of ways, and one without failures none of failures', () => {
  const text = formatSummary(makeReport({}, { egress: makeReport().egress.slice(0, 1) }));
  assert.doesNotMatch(text, /^Ways$|^Failed attempts$/m);
});

test('two runs side by side say why they differ before they say by how much', () => {
  const text = formatComparison(compareReports(makeReport(), makeReport({ stalledMs: 41_000, toolLagMs: 9 })));
  assert.match(text, /^The two runs are not alike\n {2}The generator of the second run was saturated/);
  assert.match(text, /^ {2}Time stalled, of all watched +0\.0 % +below 0\.1 % +– +WORSE$/m);
});

test('on a terminal of eighty columns no line of the summary is wider, and no word is broken', () => {
  const report = makeReport({ stalledMs: 41_000, startFailures: 3, toolLagMs: 9 });
  const narrow = formatSummary(report, 80);
  for (const line of narrow.split('\n')) assert.ok([...line].length <= 80, line);
  const words = (text: string): Set<string> => new Set(text.split(/\s+/));
  assert.deepEqual(
    [...words(narrow)].filter((word) => !words(formatSummary(report)).has(word)),
    [],
  );
  assert.match(narrow, /^ {2}Start-up .* 384 ms +388 ms +389 ms/m, 'the tail is kept');
});

test('a line of the block ends with a whole part', () => {
  for (const columns of [30, 50, 80]) {
    for (const line of formatLive(troubled, { durationMs: 600_000, columns })) {
      const whole = formatLive(troubled, { durationMs: 600_000, columns: 500 }).find((one) => one.startsWith(line));
      assert.ok(whole !== undefined && /^(?: · |$)/.test(whole.slice(line.length)), line);
    }
  }
});

test('one viewer is one viewer', () => {
  const alone = sampleAt(1_000, { viewers: { ...troubled.viewers, joining: 0, playing: 1, stalled: 0 } });
  assert.match(formatLine(alone), /^00:01 {2}1 viewer of 200 in all, /);
});
