import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parseInstant } from './parse-instant.ts';

const readable: readonly [string, number][] = [
  ['2026-08-01T16:00:00Z', Date.UTC(2026, 7, 1, 16)],
  ['2026-08-20T16:59:59.998Z', Date.UTC(2026, 7, 20, 16, 59, 59, 998)],
  ['2026-08-01T10:00:00.123456789Z', Date.UTC(2026, 7, 1, 10, 0, 0, 123)],
  ['2026-08-01T10:00:00.5Z', Date.UTC(2026, 7, 1, 10, 0, 0, 500)],
  ['2026-08-01T12:00:00+02:00', Date.UTC(2026, 7, 1, 10)],
  ['0001-01-01T00:00:00Z', -62_135_596_800_000],
];
for (const [text, at] of readable) {
  test(`${text} is ${at}`, () => assert.equal(parseInstant(text), at));
}

for (const text of [
  '',
  'soon',
  '2026-08-01',
  '2026-08-01T16:00:00',
  '2026-13-01T00:00:00Z',
  '2026-08-01 16:00:00Z',
  '1785571200',
]) {
  test(`"${text}" is no instant`, () => assert.equal(parseInstant(text), null));
}

test('every instant of the first ten thousand years comes back from its ISO form', () => {
  const dates = fc.date({
    min: new Date('0001-01-01T00:00:00Z'),
    max: new Date('9999-12-31T23:59:59Z'),
    noInvalidDate: true,
  });
  fc.assert(fc.property(dates, (date) => parseInstant(date.toISOString()) === date.getTime()));
});

test('no text makes it throw', () => {
  fc.assert(fc.property(fc.string(), (text) => parseInstant(text) === null || Number.isInteger(parseInstant(text))));
});
