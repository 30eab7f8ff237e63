import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ProgramTimeline } from './program-timeline.ts';

const noonMs = Date.UTC(2026, 0, 1, 12);

test('program time runs on between the segments that say it', () => {
  const timeline = new ProgramTimeline();
  timeline.add(0, noonMs);
  timeline.add(2, noonMs + 2005);
  assert.equal(timeline.programTimeAt(3.5), noonMs + 3500);
});

test('after a discontinuity it goes by what is said there, and before by what was', () => {
  const timeline = new ProgramTimeline();
  timeline.add(0, noonMs);
  timeline.add(4, noonMs + 60_000);
  assert.equal(timeline.programTimeAt(3.999), noonMs + 3999);
  assert.equal(timeline.programTimeAt(5), noonMs + 61_000);
});

test('a slow drift is followed', () => {
  const timeline = new ProgramTimeline();
  for (let segment = 0; segment < 100; segment++) timeline.add(segment * 2, noonMs + segment * 2010);
  const told = timeline.programTimeAt(198) ?? 0;
  assert.ok(Math.abs(told - (noonMs + 99 * 2010)) <= 20);
});

test('where nothing is said nothing is known', () => {
  const timeline = new ProgramTimeline();
  assert.equal(timeline.programTimeAt(0), null);
  timeline.add(0, noonMs);
  timeline.add(2, null);
  assert.equal(timeline.programTimeAt(1), noonMs + 1000);
  assert.equal(timeline.programTimeAt(2), null);
});

test('what is long past is forgotten', () => {
  const timeline = new ProgramTimeline();
  for (let piece = 0; piece < 40; piece++) timeline.add(piece, noonMs + piece * 100_000);
  assert.equal(timeline.programTimeAt(3), null);
  assert.equal(timeline.programTimeAt(39), noonMs + 3_900_000);
});
