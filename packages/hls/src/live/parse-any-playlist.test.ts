import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parseAnyPlaylist } from './parse-any-playlist.ts';
import { baseUrl, readMedia } from './testing/read-written.ts';
import { textOf, writtenPlaylist } from './testing/written-playlist.ts';

const head = '#EXTM3U\n#EXT-X-TARGETDURATION:2\n';
const segment = '#EXTINF:2.000,\na.ts\n';

const problems: readonly [name: string, text: string, problemClass: string, message: RegExp][] = [
  ['an error page', '<!doctype html><h1>502</h1>', 'parse', /#EXTM3U as the first line, found "<!doctype html>/],
  ['nothing', '', 'parse', /#EXTM3U as the first line, found nothing/],
  ['a byte order mark alone', '\uFEFF', 'parse', /found nothing/],
  ['a list without its first line', `#EXT-X-TARGETDURATION:2\n${segment}`, 'parse', /#EXTM3U/],
  ['another first word', `#EXTM3U8\n#EXT-X-TARGETDURATION:2\n${segment}`, 'parse', /#EXTM3U/],
  [
    'variants and segments at once',
    `${head}#EXT-X-STREAM-INF:BANDWIDTH=1\na.m3u8\n${segment}`,
    'parse',
    /in one text$/,
  ],
  ['no target duration', `#EXTM3U\n${segment}`, 'semantic', /#EXT-X-TARGETDURATION above 0, found none/],
  ['two target durations', `${head}#EXT-X-TARGETDURATION:3\n${segment}`, 'semantic', /#EXT-X-TARGETDURATION once/],
  ['a head alone', '#EXTM3U\n', 'semantic', /#EXT-X-TARGETDURATION/],
  ['a target duration of 0', `#EXTM3U\n#EXT-X-TARGETDURATION:0\n${segment}`, 'semantic', /above 0 in #EXT-X-TARG/],
  ['a negative target duration', `#EXTM3U\n#EXT-X-TARGETDURATION:-2\n${segment}`, 'semantic', /found "-2"/],
  ['a target duration in words', `#EXTM3U\n#EXT-X-TARGETDURATION:abc\n${segment}`, 'semantic', /found "abc"/],
  ['a target duration with a tail', `#EXTM3U\n#EXT-X-TARGETDURATION:6abc\n${segment}`, 'semantic', /"6abc"/],
  [
    'an endless target duration',
    `#EXTM3U\n#EXT-X-TARGETDURATION:${'9'.repeat(400)}\n${segment}`,
    'semantic',
    /TARGETDURATION/,
  ],
  ['a target duration of nothing', `#EXTM3U\n#EXT-X-TARGETDURATION\n${segment}`, 'semantic', /found nothing/],
  ['a duration of 0', `${head}#EXTINF:0,\na.ts\n`, 'semantic', /seconds above 0 in #EXTINF, found "0"/],
  ['a negative duration', `${head}#EXTINF:-1,\na.ts\n`, 'semantic', /found "-1"/],
  ['a duration that is no number', `${head}#EXTINF:NaN,\na.ts\n`, 'semantic', /found "NaN"/],
  ['a duration of nothing', `${head}#EXTINF:,\na.ts\n`, 'semantic', /#EXTINF, found nothing/],
  ['a segment longer than the target', `${head}#EXTINF:2.5,\na.ts\n`, 'semantic', /segment 0 within 2 s, found 2.5 s/],
  ['an address without a duration', `${head}a.ts\n`, 'semantic', /#EXTINF or #EXT-X-STREAM-INF before each address/],
  ['a duration without an address', `${head}${segment}#EXTINF:2,\n`, 'semantic', /an address after #EXTINF/],
  ['a variant without an address', '#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=1\n', 'semantic', /after #EXT-X-STREAM-INF/],
  [
    'a variant that another follows at once',
    '#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=1\n#EXT-X-STREAM-INF:BANDWIDTH=2\na.m3u8\n',
    'semantic',
    /after #EXT-X-STREAM-INF/,
  ],
  ['a variant without a bandwidth', '#EXTM3U\n#EXT-X-STREAM-INF:CODECS="x"\na.m3u8\n', 'semantic', /BANDWIDTH/],
  ['a variant of no bandwidth', '#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=0\na.m3u8\n', 'semantic', /BANDWIDTH above 0/],
  [
    'a variant at another kind of address',
    '#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=1\nfile:///etc/passwd\n',
    'semantic',
    /http address/,
  ],
  ['a file address', `${head}#EXTINF:2,\nfile:///etc/passwd\n`, 'semantic', /an http address for segment 0/],
  ['a number of 20 digits', `${head}#EXT-X-MEDIA-SEQUENCE:${'9'.repeat(20)}\n${segment}`, 'semantic', /below 2\^53/],
  ['a negative number', `${head}#EXT-X-MEDIA-SEQUENCE:-1\n${segment}`, 'semantic', /MEDIA-SEQUENCE, found "-1"/],
  [
    'numbers that grow too large',
    `${head}#EXT-X-MEDIA-SEQUENCE:${Number.MAX_SAFE_INTEGER}\n${segment}${segment}`,
    'semantic',
    /segment numbers below 2\^53/,
  ],
  [
    'a discontinuity number in words',
    `${head}#EXT-X-DISCONTINUITY-SEQUENCE:x\n${segment}`,
    'semantic',
    /DISCONTINUITY-SEQUENCE/,
  ],
  [
    'a range that overflows',
    `${head}#EXT-X-BYTERANGE:10@${Number.MAX_SAFE_INTEGER}\n${segment}`,
    'semantic',
    /ends below 2\^53/,
  ],
  [
    'a range that overflows where it is carried on',
    `${head}#EXT-X-BYTERANGE:1@${Number.MAX_SAFE_INTEGER - 1}\n${segment}#EXT-X-BYTERANGE:1\n${segment}`,
    'semantic',
    /ends below 2\^53/,
  ],
  ['a range of nothing', `${head}#EXT-X-BYTERANGE:0@5\n${segment}`, 'semantic', /a length above 0/],
  ['a negative range', `${head}#EXT-X-BYTERANGE:5@-5\n${segment}`, 'semantic', /byte range/],
  ['a range that begins nowhere', `${head}#EXT-X-BYTERANGE:5\n${segment}`, 'semantic', /an offset in the byte range/],
  [
    'a range carried on from another resource',
    `${head}#EXT-X-BYTERANGE:5@0\n#EXTINF:2,\nb.ts\n#EXT-X-BYTERANGE:5\n${segment}`,
    'semantic',
    /an offset in the byte range of segment 1/,
  ],
  ['a map without an address', `${head}#EXT-X-MAP:BYTERANGE="1@0"\n${segment}`, 'semantic', /#EXT-X-MAP of segment 0/],
  ['a key without an address', `${head}#EXT-X-KEY:METHOD=AES-128\n${segment}`, 'semantic', /METHOD and URI/],
  ['a key without a method', `${head}#EXT-X-KEY:URI="k"\n${segment}`, 'semantic', /METHOD and URI/],
  ['a key whose IV is nothing', `${head}#EXT-X-KEY:METHOD=AES-128,URI="k",IV\n${segment}`, 'parse', /well-formed/],
  ['parts without a target', `${head}${segment}#EXT-X-PART:DURATION=0.5,URI="p"\n`, 'semantic', /#EXT-X-PART-INF/],
  [
    'a part target above the target duration',
    `${head}#EXT-X-PART-INF:PART-TARGET=3\n${segment}`,
    'semantic',
    /PART-TARGET/,
  ],
  ['a part target of 0', `${head}#EXT-X-PART-INF:PART-TARGET=0\n${segment}`, 'semantic', /PART-TARGET above 0/],
  [
    'a part without a duration',
    `${head}#EXT-X-PART-INF:PART-TARGET=1\n${segment}#EXT-X-PART:URI="p"\n`,
    'semantic',
    /DURATION above 0 in #EXT-X-PART/,
  ],
  ['a skip of nothing', `${head}#EXT-X-SKIP:SKIPPED-SEGMENTS=0\n${segment}`, 'semantic', /SKIPPED-SEGMENTS from 1/],
  ['a skip beyond measure', `${head}#EXT-X-SKIP:SKIPPED-SEGMENTS=1e9\n${segment}`, 'semantic', /SKIPPED-SEGMENTS/],
  ['variables', `${head}#EXT-X-DEFINE:NAME="a",VALUE="b"\n${segment}`, 'semantic', /without variables/],
  ['more than 4 MB', `${head}${'#\n'.repeat(2_100_000)}`, 'too_large', /at most 4194304 characters/],
  ['more than 50,000 segments', `${head}${segment.repeat(50_001)}`, 'too_large', /at most 50000 segments/],
  [
    'more than 50,000 parts',
    `${head}${'#EXT-X-PART:DURATION=1,URI="p"\n'.repeat(50_001)}`,
    'too_large',
    /at most 50000 parts/,
  ],
  [
    'more than 1,000 variants',
    `#EXTM3U\n${'#EXT-X-STREAM-INF:BANDWIDTH=1\na\n'.repeat(1_001)}`,
    'too_large',
    /at most 1000 variants/,
  ],
  ['a line of 64 KB and more', `${head}#EXTINF:2,\n${'a'.repeat(65_537)}\n`, 'too_large', /characters a line/],
];
for (const [name, text, problemClass, message] of problems) {
  test(`${name} cannot be played by: ${problemClass}`, () => {
    const read = parseAnyPlaylist(text, baseUrl);
    assert.ok(!read.ok);
    assert.equal(read.failure.class, problemClass);
    assert.match(read.failure.message, message);
  });
}

test('a byte order mark, line ends of Windows and unknown tags do not disturb', () => {
  const plain = textOf(writtenPlaylist(['a.ts', 'b.ts']));
  const lines = plain.replace('#EXT-X-VERSION', '#EXT-X-NEW:A="1"\n# a comment\n\n#EXT-X-VERSION');
  assert.deepEqual(readMedia(`\uFEFF${lines.replaceAll('\n', '\r\n')}`), readMedia(plain));
});

test('what the library stumbles over is kept from it: titles beyond ASCII, apostrophes, sizes it takes long for', () => {
  const daterange = '#EXT-X-DATERANGE:ID="a",CLASS="b",START-DATE="2026-01-01T00:00:00Z",X-FOO\n';
  const map = `#EXT-X-MAP:URI="it's.mp4?a='1'"\n`;
  const { segments } = readMedia(`${head}${daterange}${map}#EXTINF:2.000,Café – 日本\na'b.ts\n`);
  assert.equal(segments[0]?.map?.uri, "https://origin.test/live/it's.mp4?a=%271%27");
  assert.equal(segments[0]?.uri, "https://origin.test/live/a'b.ts");
});

test('the rendition group that makes the library quadratic is never shown to it', () => {
  const media = Array.from({ length: 40_000 }, (_, index) => `#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID="a",NAME="${index}"`);
  const variants = '#EXT-X-STREAM-INF:BANDWIDTH=1,AUDIO="a"\na.m3u8\n'.repeat(1_000);
  const read = parseAnyPlaylist(`#EXTM3U\n${media.join('\n')}\n${variants}`, baseUrl);
  assert.ok(read.ok && read.value.kind === 'multivariant');
  assert.equal(read.value.playlist.variants.length, 1_000);
});

test('a multivariant playlist is told from a media playlist', () => {
  const text = '#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=800000,CODECS="avc1.4d401f"\nlow/index.m3u8\n';
  const read = parseAnyPlaylist(text, baseUrl);
  assert.ok(read.ok && read.value.kind === 'multivariant');
  assert.deepEqual(read.value.playlist.variants, [
    {
      uri: 'https://origin.test/live/low/index.m3u8',
      bandwidth: 800_000,
      codecs: 'avc1.4d401f',
      resolution: null,
      frameRate: null,
    },
  ]);
});

test('a range goes on where the one before it in the same resource ended', () => {
  const text = `${head}#EXT-X-BYTERANGE:100@20\n${segment}#EXT-X-BYTERANGE:50\n${segment}#EXT-X-BYTERANGE:7\n${segment}`;
  assert.deepEqual(
    readMedia(text).segments.map(({ byteRange }) => byteRange),
    [
      { offset: 20, lengthBytes: 100 },
      { offset: 120, lengthBytes: 50 },
      { offset: 170, lengthBytes: 7 },
    ],
  );
});

test('a date is carried forward, and not over a discontinuity', () => {
  const date = '#EXT-X-PROGRAM-DATE-TIME:2026-11-28T18:00:00.500+0100\n';
  const start = Date.parse('2026-11-28T17:00:00.500Z');
  const read = readMedia(`${head}${segment}${date}${segment}${segment}#EXT-X-DISCONTINUITY\n${segment}`);
  assert.deepEqual(
    read.segments.map(({ programDateTimeMs, discontinuitySequence }) => [programDateTimeMs, discontinuitySequence]),
    [
      [null, 0],
      [start, 0],
      [start + 2_000, 0],
      [null, 1],
    ],
  );
});

test('a date without a zone is UTC, and a date that is none is not said', () => {
  const dated = (value: string) => readMedia(`${head}#EXT-X-PROGRAM-DATE-TIME:${value}\n${segment}`).segments[0];
  assert.equal(dated('2026-11-28T18:00:00.000')?.programDateTimeMs, Date.parse('2026-11-28T18:00:00Z'));
  assert.equal(dated('yesterday')?.programDateTimeMs, null);
});

test('a key holds until another is said, is let go by NONE, and a licence server’s has no address', () => {
  const keyed = (attributes: string) => `#EXT-X-KEY:${attributes}\n`;
  const text = [
    head,
    segment,
    keyed('METHOD=AES-128,URI="k1",IV=0x0123456789abcdef0123456789abcdef'),
    segment,
    segment,
    keyed('METHOD=SAMPLE-AES,URI="skd://licence",KEYFORMAT="com.apple.streamingkeydelivery"'),
    segment,
    keyed('METHOD=NONE'),
    segment,
  ];
  const { segments } = readMedia(text.join(''));
  const aes = { method: 'AES-128', uri: 'https://origin.test/live/k1' };
  assert.deepEqual(
    segments.map(({ key }) => key),
    [null, aes, aes, { method: 'SAMPLE-AES', uri: null }, null],
  );
  assert.equal(segments[1]?.key, segments[2]?.key, 'one object for all it holds for');
});

test('parts, their ranges and the hint of the next are read', () => {
  const text = [
    head,
    '#EXT-X-SERVER-CONTROL:CAN-BLOCK-RELOAD=YES,PART-HOLD-BACK=1.5,CAN-SKIP-UNTIL=12,HOLD-BACK=6\n',
    '#EXT-X-PART-INF:PART-TARGET=0.5\n#EXT-X-MEDIA-SEQUENCE:7\n',
    '#EXT-X-PART:DURATION=0.5,URI="7.mp4",BYTERANGE="100@0",INDEPENDENT=YES\n',
    '#EXT-X-PART:DURATION=0.5,URI="7.mp4",BYTERANGE="50"\n',
    '#EXTINF:1.0,\n7.mp4\n',
    '#EXT-X-PART:DURATION=0.5,URI="8.0.mp4",GAP=YES\n',
    '#EXT-X-PRELOAD-HINT:TYPE=PART,URI="8.1.mp4",BYTERANGE-START=10\n',
  ];
  const read = readMedia(text.join(''));
  const part = { durationSeconds: 0.5, independent: false, byteRange: null, gap: false };
  assert.deepEqual(read.segments[0]?.parts, [
    { ...part, uri: `${baseOf}7.mp4`, independent: true, byteRange: { offset: 0, lengthBytes: 100 } },
    { ...part, uri: `${baseOf}7.mp4`, byteRange: { offset: 100, lengthBytes: 50 } },
  ]);
  assert.deepEqual(read.trailingParts, [{ ...part, uri: `${baseOf}8.0.mp4`, gap: true }]);
  assert.deepEqual(read.preloadHint, {
    kind: 'part',
    uri: `${baseOf}8.1.mp4`,
    byteRangeStart: 10,
    byteRangeLength: null,
  });
  assert.deepEqual(read.serverControl, {
    canBlockReload: true,
    canSkipUntilSeconds: 12,
    holdBackSeconds: 6,
    partHoldBackSeconds: 1.5,
  });
  assert.equal(read.partTargetSeconds, 0.5);
});

const baseOf = 'https://origin.test/live/';

test('whatever an origin serves, the answer is a playlist or one problem', () => {
  const lines = fc.constantFrom(
    '#EXTINF:2,',
    '#EXTINF',
    'a.ts',
    '#EXT-X-TARGETDURATION:2',
    '#EXT-X-STREAM-INF:BANDWIDTH=1',
    '#EXT-X-STREAM-INF:__proto__=1,BANDWIDTH',
    '#EXT-X-KEY:METHOD',
    '#EXT-X-KEY:METHOD=AES-128,URI="k",IV=0x',
    '#EXT-X-MAP:URI',
    '#EXT-X-BYTERANGE:1',
    '#EXT-X-PART-INF:PART-TARGET=1',
    `#EXT-X-PART:DURATION=1,URI="'"`,
    '#EXT-X-PRELOAD-HINT:TYPE=MAP,URI=m',
    '#EXT-X-PRELOAD-HINT:TYPE=PART',
    '#EXT-X-SKIP:SKIPPED-SEGMENTS=1',
    '#EXT-X-DISCONTINUITY',
    '#EXT-X-ENDLIST',
    '#EXT-X-PROGRAM-DATE-TIME:x',
    '#EXT-X-SERVER-CONTROL:',
  );
  const texts = fc.array(fc.oneof({ weight: 5, arbitrary: lines }, fc.string()), { maxLength: 30 });
  fc.assert(
    fc.property(texts, (rest) => {
      const read = parseAnyPlaylist(['#EXTM3U', ...rest].join('\n'), baseUrl);
      if (!read.ok || read.value.kind !== 'media') return;
      for (const { durationSeconds, mediaSequence } of read.value.playlist.segments) {
        assert.ok(durationSeconds > 0 && durationSeconds < 3 && Number.isSafeInteger(mediaSequence));
      }
    }),
    { numRuns: 2_000 },
  );
});

test('sound in playlists of its own is told, sound within the variants is not', () => {
  const stream = '#EXT-X-STREAM-INF:BANDWIDTH=1000000,AUDIO="a"\nlow.m3u8\n';
  const apart = '#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID="a",NAME="en",URI="sound.m3u8"\n';
  const within = '#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID="a",NAME="en"\n';
  for (const [media, expected] of [
    [apart, true],
    [within, false],
  ] as const) {
    const parsed = parseAnyPlaylist(`#EXTM3U\n${media}${stream}`, 'https://origin.test/index.m3u8');
    assert.ok(parsed.ok && parsed.value.kind === 'multivariant');
    assert.equal(parsed.value.separateAudio, expected);
  }
});
