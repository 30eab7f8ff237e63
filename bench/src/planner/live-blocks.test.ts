import assert from 'node:assert/strict';
import { test } from 'node:test';
import { liveBlockOf, liveShare, liveSpansOf, stepMinutes } from './live-blocks.ts';

const firstDay = Date.UTC(2025, 5, 1) / 86_400_000;
const days = Array.from({ length: 200 }, (_, day) => firstDay + day);
const channels = Array.from({ length: 50 }, (_, index) => index * 37 + 1);

test('a channel is live on seven days in ten, for three to seven hours, at any time of the day', () => {
  const blocks = channels.flatMap((channel) => days.map((day) => liveBlockOf(channel, day)));
  const live = blocks.filter((block) => block !== null);
  assert.ok(Math.abs(live.length / blocks.length - 0.7) < 0.02, `${live.length} of ${blocks.length}`);
  const lengths = new Set(live.map(([start, end]) => end - start));
  assert.deepEqual([Math.min(...lengths), Math.max(...lengths), lengths.size], [180, 420, 49]);
  const starts = new Set(live.map(([start]) => start));
  assert.deepEqual([Math.min(...starts), Math.max(...starts), starts.size], [0, 1_435, 288]);
  assert.ok([...lengths, ...starts].every((minute) => minute % stepMinutes === 0));
});

test('a channel and a day always give the same block', () => {
  assert.deepEqual(liveBlockOf(17, firstDay), liveBlockOf(17, firstDay));
  assert.notDeepEqual(liveBlockOf(17, firstDay), liveBlockOf(18, firstDay));
});

test('spans are ascending, disjoint, inside the days, and begin with what the day before left', () => {
  let fromBefore = 0;
  let sharedMinutes = 0;
  for (const channel of channels) {
    const spans = liveSpansOf(channel, firstDay, 30);
    for (const [index, [start, end]] of spans.entries()) {
      assert.ok(start < end && start >= (spans[index - 1]?.[1] ?? 0) && end <= 30 * 1_440);
      sharedMinutes += end - start;
    }
    if (spans[0]?.[0] === 0) fromBefore++;
  }
  assert.ok(fromBefore > 0);
  assert.ok(Math.abs(sharedMinutes / (channels.length * 30 * 1_440) - liveShare) < 0.01);
});
