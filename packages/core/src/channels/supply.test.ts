import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { channelId } from '@dropwise/kit';
import fc from 'fast-check';
import type { Campaign } from '../drops/campaign.ts';
import { buildCampaign, buildChannel, buildGame, buildStream, hourMs, minuteMs, noon } from '../drops/testing/build.ts';
import type { Supply } from '../planning/plan-request.ts';
import type { Channel } from './channel.ts';
import { noSightings, type Sightings, sight } from './sightings.ts';
import { chanceLive, priorChance } from './sightings-chance.ts';
import { type SupplyHints, supplyOf, supplyReader } from './supply.ts';

const offline = { stream: null };
const elsewhere = { stream: buildStream({ game: buildGame('Other', '2') }) };
const far = noon + 30 * 24 * hourMs;
const listed = (...allow: readonly string[]): Campaign => buildCampaign('a', { allow, endsAt: far });

function chances(supply: Supply): number[] {
  assert.equal(supply.kind, 'chance');
  return supply.kind === 'chance' ? Array.from(supply.hourly) : [];
}

const near = (found: number | undefined, expected: number): void =>
  assert.ok(Math.abs((found ?? Number.NaN) - expected) < 0.002, `found ${found}, expected ${expected}`);

describe('whether a campaign can be watched now', () => {
  const special = buildGame('Special Events', '509663');
  const cases: [string, Campaign, readonly Channel[], SupplyHints, boolean | 'always'][] = [
    ['is taken for granted without an allow list', buildCampaign(), [], {}, 'always'],
    ['is not when nobody was found', buildCampaign(), [], { nobodyLive: true }, false],
    ['is when a known channel is live after all', buildCampaign(), [buildChannel()], { nobodyLive: true }, 'always'],
    ['is when a listed channel is live', listed('x', 'y'), [buildChannel('y')], {}, true],
    ['is not when another channel is live', listed('x'), [buildChannel('y')], {}, false],
    ['is not when it is offline', listed('x'), [buildChannel('x', offline)], {}, false],
    ['is not when it plays something else', listed('x'), [buildChannel('x', elsewhere)], {}, false],
    ['is for a special event, whatever is played', { ...listed('x'), game: special }, [buildChannel('x')], {}, true],
    ['is not known of an unknown channel', listed('x'), [], {}, false],
  ];
  for (const [name, campaign, channels, hints, expected] of cases)
    it(name, () => {
      const supply = supplyOf(campaign, channels, noSightings, noon, hints);
      assert.equal(supply.kind === 'always' ? 'always' : supply.liveNow, expected);
    });

  it('is seen beyond the first 200 of a long list', () => {
    const ids = Array.from({ length: 400 }, (_, index) => String(70_000 + index));
    const channels = ids.map((id, index) => buildChannel(id, index === 399 ? {} : offline));
    const supply = supplyOf(listed(...ids), channels, noSightings, noon);
    assert.ok(supply.kind === 'chance' && supply.liveNow);
  });
});

describe('the chance in the hours ahead', () => {
  it('is that of at least one of the listed channels', () => {
    for (const count of [1, 2, 10]) {
      const ids = Array.from({ length: count }, (_, index) => `x${index}`);
      for (const chance of chances(supplyOf(listed(...ids), [], noSightings, noon))) {
        near(chance, 1 - (1 - priorChance) ** count);
      }
    }
  });
  it('joins channels that are live, offline, elsewhere and unknown', () => {
    const channels = [buildChannel('live'), buildChannel('off', offline), buildChannel('other', elsewhere)];
    const hourly = chances(supplyOf(listed('live', 'off', 'other', 'unknown'), channels, noSightings, noon));
    for (const hour of [0, 1, 5, 30, 300]) {
      const at = noon + (hour + 0.5) * hourMs;
      const of = (live: boolean): number => chanceLive(noSightings, channelId('x'), live, noon, at);
      near(hourly[hour], 1 - (1 - of(true)) * (1 - of(false)) ** 2 * (1 - priorChance));
    }
  });
  it('follows the timetable of what was seen', () => {
    let sightings: Sightings = noSightings;
    const isLive = (at: number): boolean => new Date(at).getUTCDay() === 2 && new Date(at).getUTCHours() >= 18;
    for (let at = noon - 42 * 24 * hourMs; at < noon; at += 10 * minuteMs) {
      sightings = sight(sightings, [{ id: channelId('x'), live: isLive(at) }], at);
    }
    const hourly = chances(supplyOf(listed('x'), [buildChannel('x', offline)], sightings, noon));
    for (const [hour, chance] of hourly.entries()) {
      const at = noon + (hour + 0.5) * hourMs;
      near(chance, chanceLive(sightings, channelId('x'), false, noon, at));
      assert.equal(chance > 0.5, isLive(at), `${hour}: ${chance}`);
    }
  });
  it('judges a channel that is listened to no longer by its last look', () => {
    const seen = (live: boolean): Sightings => sight(noSightings, [{ id: channelId('x'), live }], noon - hourMs);
    const first = (sightings: Sightings): number =>
      chances(supplyOf(listed('x'), [], sightings, noon))[0] ?? Number.NaN;
    const at = noon + 0.5 * hourMs;
    for (const live of [true, false]) {
      near(first(seen(live)), chanceLive(noSightings, channelId('x'), live, noon - hourMs, at));
    }
    const supply = supplyOf(listed('x'), [], seen(true), noon);
    assert.ok(supply.kind === 'chance' && !supply.liveNow);
  });
  it('rises from nothing for a game whose directory was empty', () => {
    const hourly = chances(supplyOf(buildCampaign('a', { endsAt: far }), [], noSightings, noon, { nobodyLive: true }));
    assert.ok((hourly[0] ?? 1) < 0.1);
    near(hourly[200], 0.5);
  });

  const lengths: [string, number, number][] = [
    ['reaches to the end of the campaign', noon + 90 * minuteMs, 2],
    ['reaches no further than the plan', far, 14 * 24],
    ['is there even when the campaign is over', noon - hourMs, 1],
  ];
  for (const [name, endsAt, hours] of lengths)
    it(name, () => {
      for (const change of [{ allow: ['x'] }, {}]) {
        const campaign = buildCampaign('a', { ...change, endsAt });
        assert.equal(chances(supplyOf(campaign, [], noSightings, noon, { nobodyLive: true })).length, hours);
      }
    });
});

const world = fc
  .record({
    channels: fc.uniqueArray(
      fc.record({ number: fc.nat(30), stream: fc.constantFrom(null, buildStream(), elsewhere.stream) }),
      { selector: ({ number }) => number },
    ),
    lists: fc.array(fc.uniqueArray(fc.nat(60), { minLength: 1 }), { maxLength: 4 }),
    looks: fc.array(fc.record({ number: fc.nat(60), live: fc.boolean(), minutes: fc.nat(2_000) }), { maxLength: 40 }),
  })
  .map(({ channels, lists, looks }) => {
    let now = noon;
    let sightings = noSightings;
    for (const { number, live, minutes } of looks) {
      now += minutes * minuteMs;
      sightings = sight(sightings, [{ id: channelId(`${number}`), live }], now);
    }
    return {
      now,
      sightings,
      channels: channels.map(({ number, stream }) => buildChannel(`${number}`, { stream })),
      campaigns: lists.map((list) => buildCampaign('a', { allow: list.map(String), endsAt: now + 50 * hourMs })),
    };
  });

describe('whatever the channels', () => {
  it('chances are between 0 and 1, and a reader for many says what is said of one', () => {
    fc.assert(
      fc.property(world, ({ now, sightings, channels, campaigns }) => {
        const read = supplyReader(channels, sightings, now);
        for (const campaign of [...campaigns, ...campaigns]) {
          const supply = read(campaign);
          assert.deepEqual(supply, supplyOf(campaign, channels, sightings, now));
          assert.ok(chances(supply).every((chance) => chance >= 0 && chance <= 1));
        }
      }),
    );
  });
  it('one more channel on the list never makes it less likely', () => {
    fc.assert(
      fc.property(world, ({ now, sightings, channels, campaigns }) => {
        for (const campaign of campaigns) {
          const less = chances(supplyOf(campaign, channels, sightings, now));
          const allowList = [...(campaign.allowList ?? []), { id: channelId('61'), login: 'login_61' }];
          const more = chances(supplyOf({ ...campaign, allowList }, channels, sightings, now));
          for (const [hour, chance] of less.entries()) assert.ok((more[hour] ?? 0) >= chance - 0.001);
        }
      }),
    );
  });
});
