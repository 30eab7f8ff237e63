import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { answerFromBroadcast, answerWith, type OriginRule, whenAsked } from '../testing/origin/origin-script.ts';
import { startVirtualAudience, type VirtualAudience } from '../testing/virtual-audience.ts';

const media = '/live/low/index.m3u8';

function header(lines: string): string {
  return `#EXTM3U\n#EXT-X-VERSION:6\n${lines}`;
}

/** At the first load nothing is there to go on with: the session fails, with one class, and quickly. */
const badFirstPlaylists: readonly (readonly [what: string, body: string | Buffer, failureClass: string])[] = [
  ['an HTML page', '<!doctype html><title>Welcome</title>', 'parse'],
  ['nothing at all', '', 'parse'],
  ['no #EXTM3U', '#EXTINF:2,\nseg1.ts\n', 'parse'],
  ['no target duration', header('#EXTINF:2,\nseg1.ts\n'), 'semantic'],
  ['a target duration that is no number', header('#EXT-X-TARGETDURATION:abc\n#EXTINF:2,\nseg1.ts\n'), 'semantic'],
  ['a target duration of 0', header('#EXT-X-TARGETDURATION:0\n#EXTINF:2,\nseg1.ts\n'), 'semantic'],
  ['a negative duration', header('#EXT-X-TARGETDURATION:2\n#EXTINF:-2,\nseg1.ts\n'), 'semantic'],
  ['a segment longer than the target', header('#EXT-X-TARGETDURATION:2\n#EXTINF:9,\nseg1.ts\n'), 'semantic'],
  [
    'a number beyond 2^53',
    header('#EXT-X-TARGETDURATION:2\n#EXT-X-MEDIA-SEQUENCE:18446744073709551615\n#EXTINF:2,\nseg1.ts\n'),
    'semantic',
  ],
  [
    'a byte range that overflows',
    header('#EXT-X-TARGETDURATION:2\n#EXTINF:2,\n#EXT-X-BYTERANGE:9007199254740991@9007199254740991\nseg1.ts\n'),
    'semantic',
  ],
  ['more than 4 MB', Buffer.alloc(5_000_000, '#'), 'too_large'],
  ['a line of more than 64 KB', header(`#${'x'.repeat(70_000)}\n#EXT-X-TARGETDURATION:2\n`), 'too_large'],
];

for (const [what, body, failureClass] of badFirstPlaylists) {
  test(`a first playlist of ${what} is a start failure of class ${failureClass}, and others play on`, () => {
    const lab = startVirtualAudience({ viewers: 2 });
    // The second viewer's playlist is as it should be.
    let asked = 0;
    lab.origin.rules.push(({ path }) => (path === media && asked++ === 0 ? answerWith(200, body) : null));
    lab.run(20_000);
    assert.deepEqual(lab.failures(), { [failureClass]: 1 });
    assert.equal(lab.count('start_failures'), 1);
    assert.equal(lab.audience.counts().playing, 1);
    assert.equal(lab.count('stalls'), 0);
  });
}

test('a byte order mark and CRLF are no fault', () => {
  const lab = startVirtualAudience();
  lab.origin.rules.push((request, origin) => {
    if (request.path !== media) return null;
    const answer = answerFromBroadcast(origin, request, lab.now);
    return answerWith(200, () => `\uFEFF${answer.body().toString().replaceAll('\n', '\r\n')}`);
  });
  lab.run(20_000);
  assert.deepEqual(lab.failures(), {});
  assert.equal(lab.audience.counts().playing, 1);
});

test('unknown tags and attributes are ignored', () => {
  const lab = startVirtualAudience();
  lab.origin.rules.push((request, origin) => {
    if (request.path !== media) return null;
    const answer = answerFromBroadcast(origin, request, lab.now);
    return answerWith(200, () => answer.body().toString().replace('#EXTINF', '#EXT-X-NEW:A=1,B="x"\n#EXTINF'));
  });
  lab.run(20_000);
  assert.deepEqual(lab.failures(), {});
});

test('a playlist that turns bad in mid-run leaves the last good one in force', () => {
  const lab = startVirtualAudience();
  lab.run(10_000);
  const rule = whenAsked(media, answerWith(200, '<html>'));
  lab.origin.rules.push(rule);
  lab.run(13_500);
  lab.origin.rules.pop();
  lab.run(30_000);
  assert.ok((lab.failures().parse ?? 0) >= 1);
  assert.equal(lab.audience.counts().playing, 1);
  assert.equal(lab.count('midstream_failures'), 0);
});

test('after a text that is none, the playlist is asked for again in half a target duration', () => {
  const lab = startVirtualAudience({ broadcast: { segmentSeconds: 6 } });
  const loadedAtMs: number[] = [];
  lab.origin.rules.push(({ path }) => {
    if (path !== media) return null;
    loadedAtMs.push(lab.now());
    return loadedAtMs.length === 3 ? answerWith(200, '') : null;
  });
  lab.run(30_000);
  assert.equal(Math.round(((loadedAtMs[3] ?? 0) - (loadedAtMs[2] ?? 0)) / 100), 30);
  assert.equal(lab.count('stalls'), 0);
});

test('a tiny target duration becomes no flood of requests', () => {
  const lab = startVirtualAudience({
    broadcast: { segmentSeconds: 0.02, targetDurationSeconds: 1, windowSegments: 200 },
  });
  lab.origin.rules.push(whenAsked(/seg/, answerWith(200, 'x')));
  lab.run(10_000);
  const loads = lab.origin.asked.filter((path) => path === media).length;
  assert.ok(loads <= 21, `expected reloads at least 0.5 s apart, found ${loads} in 10 s`);
});

test('a media sequence that goes back is counted, and the viewer goes on at the edge', () => {
  const lab = startVirtualAudience();
  lab.run(10_000);
  // As if the packager had been started anew.
  lab.origin.broadcast.startMs = 10_000 - 14_000;
  lab.run(40_000);
  assert.ok(lab.count('playlist_sequence_regressions') >= 1);
  assert.equal(lab.audience.counts().playing, 1);
  assert.equal(lab.failures().parse, undefined);
});

test('a playlist that stands still is told from an ordinary unchanged reload', () => {
  const lab = startVirtualAudience();
  lab.run(10_000);
  assert.equal(lab.count('stale_playlists'), 0);
  lab.origin.playlistsStuckAtMs = 10_000;
  lab.run(30_000);
  assert.equal(lab.count('stale_playlists'), 1);
  assert.equal(lab.count('very_stale_playlists'), 1);
  assert.equal(lab.audience.counts().stalled, 1);
  lab.origin.playlistsStuckAtMs = null;
  lab.run(60_000);
  assert.equal(lab.audience.counts().playing, 1);
  assert.equal(lab.count('stalls'), 1);
});

test('a gzip bomb ends as inflate_limit', () => {
  const lab = startVirtualAudience();
  const headers = { 'content-encoding': 'gzip' };
  lab.origin.rules.push(whenAsked(media, answerWith(200, gzipSync(Buffer.alloc(50_000_000, '#')), { headers })));
  lab.run(20_000);
  assert.deepEqual(lab.failures(), { inflate_limit: 1 });
});

test('a playlist in an encoding that was not asked for is refused', () => {
  const lab = startVirtualAudience();
  lab.origin.rules.push(whenAsked(media, answerWith(200, 'x', { headers: { 'content-encoding': 'br' } })));
  lab.run(20_000);
  assert.deepEqual(lab.failures(), { parse: 1 });
});

test('playlists may come compressed, and one that did not change is not inflated again', () => {
  const lab = startVirtualAudience({ viewers: 10 });
  lab.origin.gzip = true;
  lab.run(20_000);
  assert.deepEqual(lab.failures(), {});
  assert.ok(lab.audience.parses <= 13);
});

test('a listed segment that is not there is asked for once more, then done without', () => {
  const lab = startVirtualAudience();
  lab.origin.rules.push(whenAsked('/live/low/seg32.ts', answerWith(404)));
  lab.run(30_000);
  assert.deepEqual(lab.failures(), { gone: 2 });
  assert.equal(lab.count('segments_gone'), 1);
  assert.equal(lab.origin.asked.filter((path) => path.endsWith('seg32.ts')).length, 2);
  // The buffer was longer than the hole.
  assert.equal(lab.count('stalls'), 0);
  assert.equal(lab.audience.counts().playing, 1);
});

test('a playlist that is gone after it was there is asked for until three target durations have passed', () => {
  const lab = startVirtualAudience();
  lab.run(10_000);
  lab.origin.rules.push(whenAsked(media, answerWith(404)));
  lab.run(25_000);
  assert.equal(lab.count('midstream_failures'), 1);
  const { http_4xx: attempts } = lab.failures();
  assert.ok(attempts !== undefined && attempts >= 3 && attempts <= 5, `found ${attempts}`);
});

test('a server that asks for patience gets it, within bounds', () => {
  const lab = startVirtualAudience();
  lab.run(10_000);
  lab.origin.rules.push(whenAsked(/seg35/, answerWith(503, '', { headers: { 'retry-after': '6' } })));
  lab.run(40_000);
  const asked = lab.origin.asked.filter((path) => path.endsWith('seg35.ts')).length;
  assert.ok(asked <= 3, `expected one request in 6 s while it was listed, found ${asked}`);
});

test('segments that are not to be had at all end the session, not the others', () => {
  const lab = startVirtualAudience();
  lab.origin.rules.push(whenAsked(/\.ts$/, answerWith(404)));
  lab.run(120_000);
  assert.equal(lab.count('start_failures'), 1);
  assert.equal(lab.wheel.pending, 0);
  assert.ok(lab.origin.asked.length < 120, `found ${lab.origin.asked.length} requests`);
});

test('a range that is answered with the whole, or another range, is a mismatch', () => {
  for (const answer of [
    answerWith(200, Buffer.alloc(2_000_000)),
    answerWith(206, Buffer.alloc(20_000), { headers: { 'content-range': 'bytes 0-19999/*' } }),
    answerWith(206, Buffer.alloc(20_000)),
  ]) {
    const lab = startVirtualAudience({ broadcast: { byteRanges: true } });
    lab.origin.rules.push(whenAsked(/all\.ts$/, answer));
    lab.run(60_000);
    assert.deepEqual(Object.keys(lab.failures()), ['range_mismatch']);
    assert.equal(lab.count('start_failures'), 1);
  }
});

test('a segment far above its declared bitrate is cut off', () => {
  const lab = startVirtualAudience();
  lab.origin.rules.push(whenAsked('/live/low/seg30.ts', answerWith(200, Buffer.alloc(9_000_000))));
  lab.run(30_000);
  assert.deepEqual(lab.failures(), { too_large: 2 });
  assert.equal(lab.audience.counts().playing, 1);
});

test('a segment that ends early is truncated, and had whole at the next try', () => {
  const lab = startVirtualAudience();
  let asked = 0;
  lab.origin.rules.push(({ path }) =>
    path.endsWith('seg32.ts') && asked++ === 0
      ? answerWith(200, Buffer.alloc(20_000), { closeAfterBytes: 7_000 })
      : null,
  );
  lab.run(30_000);
  assert.deepEqual(lab.failures(), { truncated: 1 });
  assert.equal(lab.count('stalls'), 0);
  assert.equal(lab.count('retries'), 1);
});

test('an empty segment is no segment', () => {
  const lab = startVirtualAudience();
  lab.origin.rules.push(whenAsked('/live/low/seg32.ts', answerWith(200, '')));
  lab.run(30_000);
  assert.ok((lab.failures().truncated ?? 0) >= 1);
});

test('a page in place of media, as a proxy puts it there, is no media', () => {
  const lab = startVirtualAudience();
  const headers = { 'content-type': 'text/html; charset=utf-8' };
  lab.origin.rules.push(whenAsked(/\.ts$/, answerWith(200, '<html>blocked</html>', { headers })));
  lab.run(60_000);
  assert.deepEqual(Object.keys(lab.failures()), ['parse']);
  assert.equal(lab.count('start_failures'), 1);
});

test('an answer that never comes is given up, and the session after the last retry', () => {
  const lab = startVirtualAudience();
  lab.origin.rules.push(whenAsked('/live/index.m3u8', answerWith(200, '', { delayMs: Infinity })));
  lab.run(120_000);
  assert.deepEqual(lab.failures(), { ttfb_timeout: 3 });
  assert.equal(lab.count('start_failures'), 1);
});

test('a key that is not given is a failure of its own class', () => {
  const lab = startVirtualAudience({ broadcast: { key: { method: 'AES-128', uri: 'key.bin' } } });
  lab.origin.rules.push(whenAsked(/key\.bin$/, answerWith(403)));
  lab.run(60_000);
  assert.deepEqual(Object.keys(lab.failures()), ['key']);
  assert.equal(lab.count('start_failures'), 1);
});

test('a host that nobody consented for gets nothing, wherever it is named', () => {
  const named: readonly (readonly [string, (lab: VirtualAudience) => void])[] = [
    ['segments', (lab) => lab.origin.rules.push(rewritten(lab, media, 'seg', 'http://evil.test/seg'))],
    ['variants', (lab) => lab.origin.rules.push(rewritten(lab, '/live/index.m3u8', 'low/', 'http://evil.test/low/'))],
    ['redirects', (lab) => lab.origin.rules.push(redirect(media, 'http://evil.test/live/low/index.m3u8'))],
  ];
  for (const [what, change] of named) {
    const lab = startVirtualAudience();
    lab.gate.refused.add('evil.test');
    change(lab);
    lab.run(30_000);
    assert.deepEqual(lab.failures(), { unverified_host: 1 }, what);
    assert.equal(lab.count('start_failures'), 1, what);
    assert.ok(lab.gate.asked.has('evil.test'), what);
  }
});

test('redirects are followed up to five, not in a loop, and not from https to http', () => {
  const chain = (hops: number): VirtualAudience => {
    const lab = startVirtualAudience();
    for (let i = 0; i < hops; i++) {
      const from = i === 0 ? media : `/live/low/hop${i}.m3u8`;
      lab.origin.rules.push(redirect(from, i === hops - 1 ? '/live/mid/index.m3u8' : `hop${i + 1}.m3u8`));
    }
    lab.run(10_000);
    return lab;
  };
  const five = chain(5);
  assert.deepEqual(five.failures(), {});
  assert.ok(five.count('redirects') >= 5);
  // Addresses in it are relative to where it came from.
  assert.ok(five.origin.asked.includes('/live/mid/seg27.ts'));
  assert.deepEqual(chain(6).failures(), { redirect_limit: 1 });
  const loop = startVirtualAudience();
  loop.origin.rules.push(redirect(media, media));
  loop.run(10_000);
  assert.deepEqual(loop.failures(), { redirect_limit: 1 });
  assert.equal(loop.origin.asked.filter((path) => path === media).length, 1);
  const downgrade = startVirtualAudience({ settings: { url: 'https://origin.test/live/index.m3u8' } });
  downgrade.origin.rules.push(redirect(media, `http://origin.test${media}`));
  downgrade.run(10_000);
  assert.deepEqual(downgrade.failures(), { redirect_limit: 1 });
});

function redirect(from: string, location: string): OriginRule {
  return whenAsked(from, answerWith(302, '', { headers: { location } }));
}

function rewritten(lab: VirtualAudience, path: string, from: string, to: string): OriginRule {
  return (request, origin) => {
    if (request.path !== path) return null;
    const answer = answerFromBroadcast(origin, request, lab.now);
    return answerWith(200, () => answer.body().toString().replaceAll(from, to));
  };
}
