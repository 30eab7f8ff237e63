import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import fc from 'fast-check';
import { parseConsentFile } from '../consent/consent-file.ts';
import { checkConfiguration, configurationKeys } from './check-configuration.ts';
import { completeSettings } from './complete-settings.ts';
import { configurationFlags } from './configuration-flags.ts';
import { audienceFlags } from './flags.ts';
import { loadRunSettings } from './load-run-settings.ts';
import { nameInFlags } from './name-in-flags.ts';
import { parseConfiguration } from './read-configuration.ts';
import type { GivenFlags } from './read-flags.ts';
import { readStages, readStay } from './read-load-texts.ts';
import { readBitRate, readDurationMs, readShare } from './read-texts.ts';

const url = 'https://stream.example/live/index.m3u8';

async function load(words: readonly string[], flags: GivenFlags = {}, workingFolder = '/') {
  return loadRunSettings({ words, flags, workingFolder });
}

async function loaded(words: readonly string[], flags: GivenFlags = {}, workingFolder = '/') {
  const result = await load(words, flags, workingFolder);
  assert.ok(result.ok, result.ok ? '' : result.failure.join('\n'));
  return result.value;
}

async function refused(words: readonly string[], flags: GivenFlags = {}, workingFolder = '/'): Promise<string> {
  const result = await load(words, flags, workingFolder);
  assert.ok(!result.ok);
  return result.failure.join('\n');
}

async function makeFiles(t: TestContext, files: Readonly<Record<string, string>>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'audience-config-'));
  t.after(() => rm(folder, { recursive: true }));
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  return folder;
}

test('an address and a number are enough', async () => {
  assert.deepEqual(await loaded([url, '25']), {
    url,
    viewers: 25,
    durationMs: 300_000,
    load: { shape: 'constant', joinOverMs: 10_000, stay: { kind: 'to-the-end' } },
    rendition: { kind: 'adaptive' },
    lowLatency: true,
    startSegments: 1,
    resyncTargetDurations: 10,
    onEnd: 'finish',
    transport: 'raw',
    cmcd: false,
    seed: 1,
    shards: 'auto',
    part: null,
    runId: null,
    egress: { proxies: [], directShare: 0.1, onProxyLoss: 'report' },
    failIf: [],
    maxViewers: null,
    maxMbps: null,
    nats: null,
  });
});

test('flags stand above the file, and the file above the defaults', async (t) => {
  const folder = await makeFiles(t, {
    'run.json': `{
      // What the school's origin should hold.
      "url": "${url}", "viewers": 200, "durationMs": 60000, "rendition": "highest", "startSegments": 2,
      "load": { "shape": "constant", "joinOverMs": 1000, "stay": { "kind": "exponential", "meanMs": 30000 } },
      "proxies": "socks5://127.0.0.1:1080\\n",
    }`,
  });
  const settings = await loaded([], { config: ['run.json'], duration: ['unlimited'], ramp: ['50@1m,200@5m'] }, folder);
  assert.equal(settings.viewers, 200);
  assert.equal(settings.durationMs, null);
  assert.equal(settings.startSegments, 2);
  assert.deepEqual(settings.rendition, { kind: 'highest' });
  assert.equal(settings.transport, 'raw');
  assert.deepEqual(
    settings.egress.proxies.map(({ name }) => name),
    ['127.0.0.1:1080'],
  );
  assert.deepEqual(settings.load, {
    shape: 'ramp',
    stages: [
      { viewers: 50, overMs: 60_000 },
      { viewers: 200, overMs: 300_000 },
    ],
    stay: { kind: 'exponential', meanMs: 30_000 },
  });
});

test('every flag is taken', async (t) => {
  const folder = await makeFiles(t, {
    'proxies.txt': '# Paris\nhttp://u:secret@127.0.0.1:3128 weight=2 budget=10GB name=paris\n',
  });
  const settings = await loaded(
    [url, '100'],
    {
      duration: ['1h30m'],
      arrivals: ['12.5'],
      stay: ['lognormal 5m 0.8'],
      rendition: ['2.5M'],
      'low-latency': ['off'],
      'start-segments': ['3'],
      resync: ['6'],
      'on-end': ['rejoin'],
      transport: ['undici'],
      cmcd: ['on'],
      seed: ['7'],
      shards: ['2'],
      'direct-share': ['25%'],
      'on-proxy-loss': ['move'],
      'max-viewers': ['150'],
      'max-mbps': ['80.5'],
      'fail-if': ['stalled_time_pct>0.5', 'ttfb_due_p99_ms@paris>500'],
      'proxy-list': ['proxies.txt'],
      proxy: ['socks5://127.0.0.1:1080'],
      shard: ['1/4'],
      'run-id': ['school-2026'],
      nats: ['nats://127.0.0.1:4222'],
    },
    folder,
  );
  const { egress, ...rest } = settings;
  assert.deepEqual(rest, {
    url,
    viewers: 100,
    durationMs: 5_400_000,
    load: { shape: 'arrival-rate', viewersPerMinute: 12.5, stay: { kind: 'lognormal', medianMs: 300_000, sigma: 0.8 } },
    rendition: { kind: 'fixed', bandwidth: 2_500_000 },
    lowLatency: false,
    startSegments: 3,
    resyncTargetDurations: 6,
    onEnd: 'rejoin',
    transport: 'undici',
    cmcd: true,
    seed: 7,
    shards: 2,
    failIf: ['stalled_time_pct>0.5', 'ttfb_due_p99_ms@paris>500'],
    maxViewers: 150,
    maxMbps: 80.5,
    part: { index: 1, count: 4 },
    runId: 'school-2026',
    nats: 'nats://127.0.0.1:4222',
  });
  assert.equal(egress.directShare, 0.25);
  assert.equal(egress.onProxyLoss, 'move');
  assert.deepEqual(
    egress.proxies.map(({ name, weight, budgetBytes }) => [name, weight, budgetBytes]),
    [
      ['paris', 2, 10e9],
      ['127.0.0.1:1080', 1, null],
    ],
  );
});

const misfits: readonly (readonly [what: string, words: readonly string[], flags: GivenFlags, found: RegExp])[] = [
  ['no address', [], {}, /The address of a playlist is expected first/],
  ['an address without a scheme', ['stream.example'], {}, /The address does not fit: an address such as/],
  ['a password in the address', ['http://me:secret@stream.example/'], {}, /name and password/],
  ['viewers that are no number', [url, 'many'], {}, /number of viewers must be a whole number, found "many"/],
  ['no viewers', [url, '0'], {}, /viewers must be at least 1, found 0/],
  ['a word too many', [url, '5', 'now'], {}, /"now" is one word more/],
  ['a time without a unit', [url, '5'], { duration: ['90'] }, /--duration must be unlimited, or a time with its unit/],
  ['a duration of nothing', [url, '5'], { duration: ['0s'] }, /duration/],
  [
    'two shapes of a load',
    [url, '5'],
    { ramp: ['1@1s'], arrivals: ['5'] },
    /--ramp and --arrivals are different shapes/,
  ],
  ['a ramp above the viewers', [url, '5'], { ramp: ['50@1m'] }, /goes to 50 viewers, and at most 5/],
  ['a ramp that is none', [url, '5'], { ramp: ['50'] }, /--ramp must be stages such as/],
  ['a stay that is none', [url, '5'], { stay: ['fixed'] }, /--stay must be to-the-end, "fixed 5m"/],
  [
    'a rendition that is none',
    [url, '5'],
    { rendition: ['best'] },
    /adaptive, or lowest, or highest, or bits a second/,
  ],
  ['a share above all', [url, '5'], { 'direct-share': ['110%'] }, /--direct-share must be a share/],
  ['a condition that is none', [url, '5'], { 'fail-if': ['stalled_time>0.5'] }, /there is no metric "stalled_time"/],
  [
    'a condition on no proxy',
    [url, '5'],
    { 'fail-if': ['stalled_time_pct@rome>1'] },
    /there is no way "rome"; there are direct/,
  ],
  ['more viewers than allowed', [url, '500'], { 'max-viewers': ['100'] }, /500 viewers are asked for, and at most 100/],
  ['a part outside', [url, '5'], { shard: ['4/4'], 'run-id': ['school-2026'] }, /counted from 0 to 3/],
  ['a part that is none', [url, '5'], { shard: ['first'] }, /--shard must be a part of at most 1000, such as 0\/4/],
  ['a part without a name', [url, '5'], { shard: ['0/4'] }, /the same --run-id/],
  ['a name that is none', [url, '5'], { 'run-id': ['Überlauf'] }, /--run-id must be 8 to 64/],
  ['a broker that is none', [url, '5'], { nats: ['http://me:secret@x'], 'run-id': ['school-2026'] }, /--nats must be/],
  ['a proxy that is none', [url, '5'], { proxy: ['ftp://me:secret@127.0.0.1:21'] }, /--proxy: Expected the scheme/],
  ['the same proxy twice', [url, '5'], { proxy: ['http://h:1', 'http://h:1'] }, /do not go together/],
  ['a list that is not there', [url, '5'], { 'proxy-list': ['none.txt'] }, /--proxy-list: none.txt must be readable/],
  ['a file that is not there', [url, '5'], { config: ['none.json'] }, /none.json must be readable/],
  ['a seed out of range', [url, '5'], { seed: ['4294967296'] }, /seed must be at most 4294967295/],
  ['a restart within a segment', [url, '5'], { resync: ['1'] }, /^--resync must be at least 3/],
  ['nobody', [url, '0'], {}, /^The number of viewers must be at least 1, found 0/],
  ['nobody arriving', [url, '5'], { arrivals: ['0'] }, /^--arrivals must be at least 0\.1, found 0/],
  ['a stay without measure', [url, '5'], { stay: ['lognormal 5m 99'] }, /^--stay: sigma must be at most 4/],
  ['joins after its end', [url, '5'], { 'join-over': ['6m'] }, /viewers join over 06:00, and the run ends after 05:00/],
  [
    'a ramp beyond its end',
    [url, '200'],
    { ramp: ['50@1m,200@5m'] },
    /the ramp takes 06:00, and the run ends after 05:00/,
  ],
];

for (const [what, words, flags, found] of misfits) {
  test(`a run with ${what} is refused with a sentence`, async () => {
    const sentences = await refused(words, flags);
    assert.match(sentences, found);
    assert.doesNotMatch(sentences, /secret/);
  });
}

test('everything that does not fit is said at once', async () => {
  const sentences = await refused([url, 'x'], { duration: ['y'], seed: ['z'], proxy: ['q'], shard: ['w'] });
  assert.equal(sentences.split('\n').length, 5);
});

test('a short run that says nothing of its joins has everybody there for half of it', async () => {
  assert.deepEqual((await loaded([url, '5'], { duration: ['8s'] })).load, {
    shape: 'constant',
    joinOverMs: 4_000,
    stay: { kind: 'to-the-end' },
  });
});

test('a key of the file that does not fit is called by its name, whatever flags stand above it', () => {
  const checked = checkConfiguration({ seed: -1, maxMbps: 0 }, (at) => nameInFlags(at, {}, { maxMbps: 0 }));
  assert.deepEqual(checked.ok ? [] : checked.failure.map(({ sentence }) => sentence.split(' ', 1)[0]), [
    'seed',
    '--max-mbps',
  ]);
});

const brokenFiles: readonly (readonly [text: string, found: RegExp])[] = [
  ['{ "viewers": 5 ', /must be JSON, but line 1, column \d+ says otherwise/],
  ['[]', /an object \{ … \} was expected/],
  ['{ "viewers": "5" }', /run\.json, line 1, column 14: viewers must be number, found "5"\./],
  ['{\n  "viewer": 5 }', /line 2, column \d+: there is no key "viewer"; did you mean "viewers"\?$/],
  ['{ "a.b": 5 }', /there is no key "a\.b"\.$/],
  ['{ "load": { "shape": "spiral" } }', /load\.shape must be "constant" or "ramp" or "arrival-rate", found "spiral"/],
  ['{ "load": { "shape": "constant", "joinOverMS": 5 } }', /no key "load\.joinOverMS"; did you mean "joinOverMs"\?/],
  ['{ "load": { "shape": "ramp", "stages": [] } }', /load\.stages must be a list of at least 1, found 0/],
  ['{ "viewers": 1.5 }', /viewers must be a whole number, found 1\.5/],
  ['{ "directShare": 10 }', /directShare must be at most 1, found 10/],
  ['{ "noConsent": true }', /there is no key "noConsent"/],
];

for (const [text, found] of brokenFiles) {
  test(`a configuration of ${text.replaceAll('\n', ' ')} is refused with its place`, () => {
    const parsed = parseConfiguration(text, 'run.json');
    assert.ok(!parsed.ok);
    assert.match(parsed.failure[0] ?? '', found);
  });
}

test('an empty configuration changes nothing', () => {
  assert.deepEqual(parseConfiguration('', 'run.json'), { ok: true, value: {} });
});

test('no configuration at all makes it fail otherwise than with sentences', () => {
  fc.assert(
    fc.property(fc.object({ key: fc.constantFrom(...configurationKeys, 'x', 'shape', 'stay', 'kind') }), (given) => {
      const checked = checkConfiguration(given);
      assert.ok(checked.ok || checked.failure.every(({ sentence }) => /[.?]$/.test(sentence)));
    }),
    { seed: 6, numRuns: 500 },
  );
});

test('every key of the configuration has its flag', () => {
  const byFlags = new Set<string>(configurationFlags.map(({ key }) => key));
  const others = ['url', 'viewers', 'load', 'proxies', 'failIf'];
  assert.deepEqual([...byFlags, ...others].toSorted(), [...configurationKeys].toSorted());
});

test('a flag is there once, says what it does, and takes no name of another command’s', () => {
  const names = audienceFlags.map(({ name }) => name);
  assert.equal(new Set(names).size, names.length);
  for (const { name, doc } of audienceFlags) assert.ok(/^[a-z][a-z-]*$/.test(name) && doc.endsWith('.'), name);
});

test('no flag and no key goes around consent', () => {
  const around = /consent|force|insecure|skip|bypass|allow|trust|yes|verify|unsafe|owner|ignore|agent|cookie|header/i;
  for (const name of [...audienceFlags.map(({ name }) => name), ...configurationKeys])
    assert.doesNotMatch(name, around);
});

test('times, rates and shares are read as they are written', () => {
  for (const [text, ms] of [
    ['90s', 90_000],
    ['1h30m', 5_400_000],
    ['250ms', 250],
    ['1.5m', 90_000],
    ['2d', 172_800_000],
  ] as const) {
    assert.deepEqual(readDurationMs(text), { ok: true, value: ms });
  }
  for (const text of ['', '5', 's', '5 s', '5x', '-5s', '1m-', 'm1']) assert.ok(!readDurationMs(text).ok, text);
  for (const [text, bits] of [
    ['2500k', 2_500_000],
    ['2.5M', 2_500_000],
    ['800000', 800_000],
    ['1g', 1e9],
  ] as const) {
    assert.deepEqual(readBitRate(text), { ok: true, value: bits });
  }
  for (const text of ['', '0', 'k', '5T', '-1k']) assert.ok(!readBitRate(text).ok, text);
  assert.deepEqual(readShare('10%'), { ok: true, value: 0.1 });
  assert.deepEqual(readShare('0.25'), { ok: true, value: 0.25 });
  for (const text of ['', '2', '101%', '%', '-1%']) assert.ok(!readShare(text).ok, text);
});

test('stays and stages are read as they are written', () => {
  assert.deepEqual(readStay('quantiles 10s 1m 20m'), {
    ok: true,
    value: { kind: 'quantiles', quantilesMs: [10_000, 60_000, 1_200_000] },
  });
  assert.deepEqual(readStay('fixed:5m'), { ok: true, value: { kind: 'fixed', ms: 300_000 } });
  for (const text of [
    '',
    'fixed',
    'fixed 5',
    'fixed 5m 6m',
    'lognormal 5m',
    'to-the-end 5m',
    'for-ever',
    'exponential 1m x',
  ]) {
    assert.ok(!readStay(text).ok, text);
  }
  assert.deepEqual(readStages('50@1m, 0@30s'), {
    ok: true,
    value: [
      { viewers: 50, overMs: 60_000 },
      { viewers: 0, overMs: 30_000 },
    ],
  });
  for (const text of ['', '50', '@1m', '50@', '50@1', '-5@1m', '50@1m,']) assert.ok(!readStages(text).ok, text);
});

test('the page about the lab knows every key, and its examples are taken', () => {
  const page = readFileSync(new URL('../../../../docs/operating/audience.md', import.meta.url), 'utf8');
  const listed = [...page.matchAll(/^\| `(\w+)` \| (?:`--|first|second)/gm)].map(([, key]) => key ?? '');
  assert.deepEqual(listed.toSorted(), [...configurationKeys].toSorted());
  const flags = [...page.matchAll(/`--([a-z-]+)/g)].map(([, name]) => name ?? '');
  const known = audienceFlags.map(({ name }) => name);
  for (const name of flags) assert.ok(known.includes(name), name);
  const example = /^ {4}\{\n(?: {4}.*\n)+? {4}\}\n/m.exec(page)?.[0] ?? '';
  const configuration = parseConfiguration(example, 'audience.md');
  assert.ok(configuration.ok, configuration.ok ? '' : configuration.failure.join('\n'));
  assert.ok(completeSettings(configuration.value, []).ok);
  const file = /^ {4}dropwise-audience: 1\n(?: {4}.*\n)+/m.exec(page)?.[0] ?? '';
  assert.ok(parseConsentFile(file.replaceAll(/^ {4}/gm, '')).ok);
});
