import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildTrace, buildTraceCampaign, hourMs, minuteMs, traceStart } from './testing/build-trace.ts';
import { createWorld, isWatchable, type WorldCampaign } from './world.ts';

const games = Array.from({ length: 10 }, (_, index) => `game-${index}`);
const trace = buildTrace(games.map((gameId) => buildTraceCampaign(`of-${gameId}`, { gameId })));

function onlyCampaign(change: Parameters<typeof buildTraceCampaign>[1]): WorldCampaign {
  const [campaign] = createWorld(buildTrace([buildTraceCampaign('a', change)]), 'all', 1).campaigns;
  assert.ok(campaign);
  return campaign;
}

test('a seed gives an order of games, and an account has the first of them', () => {
  const all = createWorld(trace, 'all', 1);
  assert.deepEqual([...all.gameIds].sort(), games);
  assert.deepEqual(createWorld(trace, 4, 1).gameIds, all.gameIds.slice(0, 4));
  assert.equal(createWorld(trace, 4, 1).campaigns.length, 4);
  assert.notDeepEqual(createWorld(trace, 'all', 2).gameIds, all.gameIds);
});

test('a campaign is open for the steps that lie in it as a whole', () => {
  const { startMinute, endMinute } = onlyCampaign({ startsAt: traceStart + 1, endsAt: traceStart + hourMs - 1 });
  assert.deepEqual([startMinute, endMinute], [5, 55]);
});

test('a campaign is known from the first step after the history saw it, and from the beginning at the earliest', () => {
  assert.equal(onlyCampaign({ firstSeenAt: traceStart + 11 * minuteMs }).knownMinute, 15);
  assert.equal(onlyCampaign({ firstSeenAt: traceStart - hourMs }).knownMinute, 0);
});

test('campaigns without drops that take minutes, and those shorter than a step, are not in the world', () => {
  const empty = buildTraceCampaign('a', { thresholds: [] });
  const short = buildTraceCampaign('b', { endsAt: traceStart + 4 * minuteMs });
  assert.equal(createWorld(buildTrace([empty, short]), 'all', 1).campaigns.length, 0);
});

test('an open campaign can be watched in its window, a listed one while one of its channels is live', () => {
  const open = onlyCampaign({});
  assert.deepEqual(
    [-5, 0, 115, 120].map((minute) => isWatchable(open, minute)),
    [false, true, true, false],
  );
  const listed = onlyCampaign({ endsAt: traceStart + 24 * hourMs, channels: [1, 2, 3] });
  const live = Array.from({ length: 288 }, (_, step) => isWatchable(listed, step * 5));
  assert.ok(live.includes(true) && live.includes(false));
});

test('a campaign has as many live channels as its channels have apart', () => {
  const end = { endsAt: traceStart + 24 * hourMs };
  const [both, first, second] = [[7, 8], [7], [8]].map((channels) => onlyCampaign({ ...end, channels }).liveChannels);
  assert.deepEqual(
    both && [...both],
    Array.from(first ?? [], (live, step) => live + (second?.[step] ?? 0)),
  );
});
