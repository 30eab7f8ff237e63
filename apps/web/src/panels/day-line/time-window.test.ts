import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { hourMs, noon } from '../../shared/testing/build-views.ts';
import {
  createFollowingWindow,
  followingWindow,
  nearestZoom,
  panned,
  placeIn,
  pointIn,
  zoomed,
  zoomSpansMs,
  zooms,
} from './time-window.ts';

const dayMs = 24 * hourMs;
const window = { from: noon, to: noon + 10 * hourMs };

describe('the window that follows now', () => {
  it('always has now near its beginning, and moves only by steps', () => {
    const spanMs = zoomSpansMs.hours;
    const starts = new Set<number>();
    for (let minute = 0; minute < 24 * 60; minute++) {
      const now = noon + minute * 60_000;
      const { from, to } = followingWindow(now, spanMs);
      assert.equal(to - from, spanMs);
      assert.ok(now > from && now - from <= spanMs / 8);
      starts.add(from);
    }
    assert.ok(starts.size <= 34, `${starts.size} steps in a day`);
  });
});

it('the window that follows now stays the same object between its steps', () => {
  const follow = createFollowingWindow();
  const first = follow(noon, zoomSpansMs.days);
  assert.equal(follow(noon + 60_000, zoomSpansMs.days), first);
  const later = noon + 12 * hourMs;
  assert.deepEqual(follow(later, zoomSpansMs.days), followingWindow(later, zoomSpansMs.days));
  assert.deepEqual(follow(later, zoomSpansMs.hours), followingWindow(later, zoomSpansMs.hours));
});

describe('moving through time', () => {
  const until = noon + 14 * dayMs;
  it('goes as far as there is a plan', () => {
    const moved = panned(window, 100 * dayMs, noon, until);
    assert.ok(moved.from < until && moved.to > until);
    assert.equal(moved.to - moved.from, 10 * hourMs);
  });
  it('goes a day back at most', () => {
    assert.ok(panned(window, -100 * dayMs, noon, until).from >= noon - 26 * hourMs);
  });
  it('goes exactly where there is room', () => {
    assert.deepEqual(panned(window, hourMs, noon, until), { from: noon + hourMs, to: noon + 11 * hourMs });
  });
});

describe('zooming', () => {
  it('leaves what is at the anchor where it is', () => {
    const anchor = noon + 2 * hourMs;
    const next = zoomed(window, 0.5, anchor);
    assert.equal(pointIn(next, anchor), pointIn(window, anchor));
    assert.equal(next.to - next.from, 5 * hourMs);
  });
  it('ends at two hours and at fifteen days', () => {
    assert.equal(zoomed(window, 1e-9, noon).to - noon, 2 * hourMs);
    const wide = zoomed(window, 1e9, noon);
    assert.equal(wide.to - wide.from, 15 * dayMs);
  });
  it('is named by the nearest of the three', () => {
    for (const zoom of zooms) assert.equal(nearestZoom(zoomSpansMs[zoom] * 1.3), zoom);
  });
});

describe('a span in the window', () => {
  it('is cut where the window ends', () => {
    assert.deepEqual(placeIn(window, { startsAt: noon - hourMs, endsAt: noon + 5 * hourMs }), { start: 0, size: 0.5 });
    assert.deepEqual(placeIn(window, { startsAt: noon + 5 * hourMs, endsAt: noon + 50 * hourMs }), {
      start: 0.5,
      size: 0.5,
    });
  });
  it('is not there outside of it, nor where it has no length', () => {
    assert.equal(placeIn(window, { startsAt: noon - 2 * hourMs, endsAt: noon }), null);
    assert.equal(placeIn(window, { startsAt: noon + 2 * hourMs, endsAt: noon + hourMs }), null);
    assert.equal(pointIn(window, noon - 1), null);
  });
});
