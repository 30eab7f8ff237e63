import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { formatConsentFile, formatConsentRecord, parseConsentFile, parseConsentRecord } from './consent-file.ts';
import { ourFingerprint, usualTerms } from './testing/scripted-internet.ts';

const lines = [
  'dropwise-audience: 1',
  `key: ${ourFingerprint}`,
  'max-viewers: 500',
  'max-mbps: 200',
  'paths: /live/',
  'not-after: 2026-12-31T00:00:00Z',
];

const terms = fc.record(
  {
    fingerprint: fc.constant(ourFingerprint),
    maxViewers: fc.integer({ min: 1, max: 1_000_000 }),
    maxMbps: fc.integer({ min: 1, max: 1_000_000_000 }).map((thousandths) => thousandths / 1_000),
    paths: fc.array(fc.constantFrom('/', '/live/', '/a%20b', '/~x/(1)'), { minLength: 1, maxLength: 32 }),
    notAfterMs: fc.integer({ min: 0, max: 4_000_000_000 }).map((seconds) => seconds * 1_000),
  },
  { noNullPrototype: true },
);

test('a file says what the README says it does', () => {
  assert.equal(formatConsentFile(usualTerms), `${lines.join('\n')}\n`);
});

test('what is written is what is read, as a file and as a record', () => {
  fc.assert(
    fc.property(terms, (written) => {
      assert.deepEqual(parseConsentFile(formatConsentFile(written)), { ok: true, value: written });
      const recordable = { ...written, paths: written.paths.filter((path) => !path.includes(';')) };
      assert.deepEqual(parseConsentRecord(formatConsentRecord(recordable)), { ok: true, value: recordable });
    }),
    { seed: 6 },
  );
});

test('an editor of Windows and a missing last line end change nothing', () => {
  for (const text of [lines.join('\r\n'), `${lines.join('\r\n')}\r\n`, lines.join('\n')]) {
    assert.deepEqual(parseConsentFile(text), { ok: true, value: usualTerms });
  }
});

test('the fields after the version come in any order', () => {
  const turned = [lines[0], ...lines.slice(1).reverse()].join('\n');
  assert.deepEqual(parseConsentFile(turned), { ok: true, value: usualTerms });
});

const broken: readonly (readonly [what: string, text: string, words: RegExp])[] = [
  ['nothing', '', /the field "dropwise-audience" is missing|line 1/],
  ['a page', '<!doctype html>\n<title>x</title>', /line 1: "name: value"/],
  ['another version', swap(0, 'dropwise-audience: 2'), /version 1 is expected, found "2"/],
  ['no version first', lines.slice(1).join('\n'), /line 1: "dropwise-audience: 1" is expected first/],
  ['a byte order mark', `\u00ef\u00bb\u00bf${lines.join('\n')}`, /line 1: "name: value" in plain ASCII/],
  ['a key of another kind', swap(1, 'key: MD5:abc'), /key: SHA256: and 43 characters/],
  ['a key with padding', swap(1, `key: ${ourFingerprint}=`), /key: SHA256/],
  ['no viewers', swap(2, 'max-viewers: 0'), /max-viewers: a whole number from 1/],
  ['viewers as hex', swap(2, 'max-viewers: 0x10'), /max-viewers/],
  ['too many viewers', swap(2, 'max-viewers: 1000001'), /max-viewers/],
  ['a rate of nothing', swap(3, 'max-mbps: 0'), /max-mbps: a number above 0/],
  ['a rate with an exponent', swap(3, 'max-mbps: 1e9'), /max-mbps/],
  ['a path that does not begin', swap(4, 'paths: live/'), /paths: one to 32 path prefixes/],
  ['two blanks between paths', swap(4, 'paths: /a  /b'), /paths/],
  ['a query', swap(4, 'paths: /a?b'), /paths/],
  ['a day that no month has', swap(5, 'not-after: 2026-02-30T00:00:00Z'), /not-after: an instant such as/],
  ['another zone', swap(5, 'not-after: 2026-12-31T00:00:00+02:00'), /not-after/],
  ['an unknown field', [...lines, 'max-fun: 3'].join('\n'), /line 7: there is no field "max-fun"/],
  ['a field twice', [...lines, 'max-viewers: 500'].join('\n'), /line 7: "max-viewers" is there a second time/],
  ['a blank line', [...lines, '', ''].join('\n'), /line 7: "name: value"/],
  ['a blank after a value', swap(2, 'max-viewers: 500 '), /line 3: "name: value"/],
  ['two blanks after a name', swap(2, 'max-viewers:  500'), /line 3: "name: value"/],
  ['a field too few', lines.slice(0, 5).join('\n'), /the field "not-after" is missing/],
  ['more than fits', `${lines.join('\n')}\n${'#'.repeat(4_096)}`, /at most 4096 bytes/],
];

for (const [what, text, words] of broken) {
  test(`a file with ${what} is refused with a sentence`, () => {
    const parsed = parseConsentFile(text);
    assert.ok(!parsed.ok);
    assert.match(parsed.failure, words);
  });
}

test('no text at all makes it fail otherwise than with a sentence', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 400 }),
    fc.shuffledSubarray([...lines, 'x: y', 'key: ']).map((some) => some.join('\n')),
  );
  fc.assert(
    fc.property(text, (given) => {
      const parsed = parseConsentFile(given);
      if (parsed.ok) assert.deepEqual(parsed.value, usualTerms);
      else assert.ok(parsed.failure.endsWith('.') && parsed.failure.length < 400);
    }),
    { seed: 6, numRuns: 1_000 },
  );
});

function swap(index: number, line: string): string {
  return lines.with(index, line).join('\n');
}
