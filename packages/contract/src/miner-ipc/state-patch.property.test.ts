import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  type Campaign,
  type Channel,
  createMinerState,
  defaultSettings,
  type MinerState,
  miningSettingsOf,
  type Sighted,
} from '@dropwise/core';
import { campaignId, channelId, gameId } from '@dropwise/kit';
import fc from 'fast-check';
import { applyPatch } from './apply-patch.ts';
import { diffState } from './diff-state.ts';

const initial = createMinerState(miningSettingsOf(defaultSettings()));
const ids = ['1', '2', '3', '__proto__', 'toString'];

const channel = (id: string, viewers: number): Channel => ({
  id: channelId(id),
  login: `channel_${id}`,
  displayName: id,
  stream: null,
  allowListed: false,
  availableCampaignIds: null,
  doubtfulUntil: viewers,
});
const campaign = (id: string, endsAt: number): Campaign => ({
  id: campaignId(id),
  name: id,
  game: { id: gameId('1'), name: 'Lanterns', slug: 'lanterns', boxArtUrl: null },
  startsAt: 0,
  endsAt,
  expired: false,
  linked: 'linked',
  linkUrl: null,
  detailsUrl: null,
  imageUrl: null,
  allowList: null,
  drops: [],
  sources: ['inventory'],
});
const sighted = (at: number): Sighted => ({ at, live: true, run: 0, week: '' as unknown as Sighted['week'] });

function put<Item>(record: Readonly<Record<string, Item>>, id: string, item: Item): Record<string, Item> {
  return Object.fromEntries([...Object.entries(record).filter(([key]) => key !== id), [id, item]]);
}

function without<Item>(record: Readonly<Record<string, Item>>, id: string): Record<string, Item> {
  return Object.fromEntries(Object.entries(record).filter(([key]) => key !== id));
}

type Change = (state: MinerState) => MinerState;
const id = fc.constantFrom(...ids);
const number = fc.nat(5);
const change: fc.Arbitrary<Change> = fc.oneof(
  fc.tuple(id, number).map(
    ([of, n]): Change =>
      (state) => ({ ...state, channels: put(state.channels, of, channel(of, n)) }),
  ),
  fc.tuple(id, number).map(
    ([of, n]): Change =>
      (state) => ({ ...state, campaigns: put(state.campaigns, of, campaign(of, n)) }),
  ),
  fc.tuple(id, number).map(
    ([of, n]): Change =>
      (state) => ({ ...state, sightings: { channels: put(state.sightings.channels, of, sighted(n)) } }),
  ),
  id.map(
    (of): Change =>
      (state) => ({ ...state, channels: without(state.channels, of) }),
  ),
  id.map(
    (of): Change =>
      (state) => ({ ...state, campaigns: without(state.campaigns, of) }),
  ),
  id.map(
    (of): Change =>
      (state) => ({ ...state, sightings: { channels: without(state.sightings.channels, of) } }),
  ),
  number.map(
    (n): Change =>
      (state) => ({ ...state, totals: { ...state.totals, claimed: n } }),
  ),
  number.map(
    (n): Change =>
      (state) => ({ ...state, phase: { kind: 'idle', why: 'idle-paused', since: n } }),
  ),
  fc.constant<Change>((state) => ({ ...state, watching: null, channels: { ...state.channels } })),
  fc.constant<Change>((state) => state),
);

test('whatever happens to the state between two patches, the mirror says what it says', () => {
  fc.assert(
    fc.property(fc.array(fc.array(change, { maxLength: 4 }), { maxLength: 12 }), (rounds) => {
      let state = initial;
      let sent: MinerState | null = null;
      let mirror: MinerState | null = null;
      for (const changes of [[], ...rounds]) {
        state = changes.reduce((each, make) => make(each), state);
        const patch = diffState(sent, state);
        sent = state;
        const before: MinerState | null = mirror;
        // As the channel does: nothing of one end is an object of the other.
        if (patch !== null) mirror = applyPatch(before, structuredClone(patch));
        assert.deepEqual(mirror, state);
      }
    }),
  );
});

test('only what is another object is sent, and the rest of the mirror stays what it was', () => {
  const full = { ...initial, channels: { 1: channel('1', 1), 2: channel('2', 2) } };
  const first = diffState(null, full);
  assert.ok(first);
  const mirror = applyPatch(null, first);
  assert.equal(diffState(full, full), null);
  assert.equal(diffState(full, { ...full, channels: { ...full.channels } }), null);
  const patch = diffState(full, { ...full, channels: put(full.channels, '2', channel('2', 3)), lastClaimedAt: 7 });
  assert.deepEqual(patch, {
    changed: { lastClaimedAt: 7 },
    campaigns: { set: {}, removedIds: [] },
    channels: { set: { 2: channel('2', 3) }, removedIds: [] },
    sightings: { set: {}, removedIds: [] },
  });
  const after = applyPatch(mirror, patch);
  assert.equal(after.channels[channelId('1')], mirror.channels[channelId('1')]);
  assert.equal(after.campaigns, mirror.campaigns);
  assert.equal(after.sightings, mirror.sightings);
});
