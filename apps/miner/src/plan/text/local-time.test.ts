import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createLocalTime } from './local-time.ts';

const at = Date.UTC(2026, 0, 5, 23, 5);

test('instants are shown as the zone has them', () => {
  assert.equal(createLocalTime('UTC').moment(at), 'Mon 5 23:05');
  assert.equal(createLocalTime('Europe/Berlin').moment(at), 'Tue 6 00:05');
  assert.equal(createLocalTime('America/New_York').date(at), 'Mon 5 Jan');
  assert.equal(createLocalTime('Asia/Kolkata').clock(at), '04:35');
});

const iso = (instant: number): string => new Date(instant).toISOString();

const midnights: readonly (readonly [zone: string, from: string, days: number, midnight: string])[] = [
  ['UTC', '2026-01-05T23:05:00Z', 0, '2026-01-05T00:00:00.000Z'],
  ['UTC', '2026-01-31T00:00:00Z', 1, '2026-02-01T00:00:00.000Z'],
  ['Asia/Kolkata', '2026-01-05T20:00:00Z', 0, '2026-01-05T18:30:00.000Z'],
  // The day on which the clock goes forward has 23 hours, the one on which it goes back 25.
  ['Europe/Berlin', '2026-03-29T12:00:00Z', 0, '2026-03-28T23:00:00.000Z'],
  ['Europe/Berlin', '2026-03-29T12:00:00Z', 1, '2026-03-29T22:00:00.000Z'],
  ['Europe/Berlin', '2026-10-24T12:00:00Z', 2, '2026-10-25T23:00:00.000Z'],
  ['Pacific/Auckland', '2026-04-05T05:00:00Z', 0, '2026-04-04T11:00:00.000Z'],
  ['America/New_York', '2026-11-01T12:00:00Z', 1, '2026-11-02T05:00:00.000Z'],
];

for (const [zone, from, days, midnight] of midnights) {
  test(`${days} days after ${from} the day begins in ${zone} at ${midnight}`, () => {
    assert.equal(iso(createLocalTime(zone).startOfDay(Date.parse(from), days)), midnight);
  });
}

test('in a zone where the clock skips midnight the day begins when the clock shows it', () => {
  const begun = createLocalTime('America/Santiago').startOfDay(Date.parse('2026-09-06T15:00:00Z'));
  assert.match(createLocalTime('America/Santiago').moment(begun), /^(Sun 6 01:00|Sat 5 23:00)$/);
});
