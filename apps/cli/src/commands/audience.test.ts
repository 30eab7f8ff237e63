import assert from 'node:assert/strict';
import { test } from 'node:test';
import { UsageError } from '../arguments/flags.ts';
import { version } from '../version.ts';
import {
  audienceCommand,
  parseAudienceArguments,
  parseCompareArguments,
  parseKeygenArguments,
  parseMergeArguments,
} from './audience.ts';

const flags = await audienceCommand.loadFlags();
const url = 'https://stream.example/live/index.m3u8';

test('an address, a number and -v are what it takes', () => {
  assert.deepEqual(parseAudienceArguments([url, '25', '-v'], flags), {
    words: [url, '25'],
    flags: { verbose: [''] },
    verbose: 1,
    quiet: false,
    dataDir: undefined,
    jsonEvents: false,
    version,
  });
});

test('flags arrive as they were given, in their order', () => {
  const args = [url, '--fail-if', 'stalled_time_pct>0.5', '--proxy=http://a:1', '--fail-if', 'ttfb_due_p99_ms>500'];
  const given = parseAudienceArguments([...args, '--json-events', '--data-dir', 'd'], flags);
  assert.deepEqual(given.flags['fail-if'], ['stalled_time_pct>0.5', 'ttfb_due_p99_ms>500']);
  assert.deepEqual(given.flags.proxy, ['http://a:1']);
  assert.equal(given.jsonEvents, true);
  assert.equal(given.dataDir, 'd');
});

const refused: readonly (readonly [args: readonly string[], message: RegExp])[] = [
  [[url, '--durations', '5m'], /There is no flag --durations; did you mean --duration\?/],
  [[url, '--force'], /There is no flag --force/],
  [[url, '--duration'], /--duration needs a value: --duration TIME/],
  [[url, '5', 'now'], /"now" is no flag/],
  [[url, '-q', '-v'], /opposite things/],
];

for (const [args, message] of refused) {
  test(`audience ${args.slice(1).join(' ')} is refused`, () => {
    assert.throws(
      () => parseAudienceArguments(args, flags),
      (error) => error instanceof UsageError && message.test(error.message),
    );
  });
}

test('keygen takes what the file should say', () => {
  const args =
    '--replace --max-viewers 500 --max-mbps 200 --path /live/ --path /vod/ --not-after 2026-12-31T00:00:00Z --json';
  assert.deepEqual(parseKeygenArguments(args.split(' ')), {
    dataDir: undefined,
    replace: true,
    maxViewers: '500',
    maxMbps: '200',
    paths: ['/live/', '/vod/'],
    notAfter: '2026-12-31T00:00:00Z',
    json: true,
  });
});

test('merge takes reports', () => {
  assert.deepEqual(parseMergeArguments(['a.json', 'b.json', '--out', 'all.json']), {
    files: ['a.json', 'b.json'],
    out: 'all.json',
    html: undefined,
    version,
  });
  assert.throws(() => parseMergeArguments([]), UsageError);
});

test('compare takes two runs', () => {
  assert.deepEqual(parseCompareArguments(['a', 'b.json', '--data-dir', 'd']), {
    before: 'a',
    after: 'b.json',
    dataDir: 'd',
  });
  assert.throws(() => parseCompareArguments(['a']), /Two runs are expected/);
  assert.throws(() => parseCompareArguments(['a', 'b', 'c']), UsageError);
});
