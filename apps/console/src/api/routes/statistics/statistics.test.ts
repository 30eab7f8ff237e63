import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { AnyFact, StoredFact } from '@dropwise/contract';
import { testNow } from '../../testing/build-views.ts';
import { createTestApi, type TestApi } from '../../testing/create-test-api.ts';
import { type DayOf, shiftDay, startOfDay } from '../day.ts';
import { mergedLengthWithin, type UptimeQuestion, uptimeOf } from './uptime.ts';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

function addClaim(
  api: TestApi,
  at: number,
  parts: { gameName?: string | null; campaignId?: string | null } = {},
): void {
  const seq = api.reader.storedClaims.length + 1;
  api.reader.storedClaims.push({
    seq,
    at,
    childId: 'miner',
    dropId: `d${seq}`,
    dropName: 'Drop',
    campaignId: 'c1',
    campaignName: 'Launch',
    gameName: 'Rust',
    benefitNames: [],
    ...parts,
  });
}

function addMinutes(api: TestApi, day: string, confirmedMinutes: number, estimatedMinutes: number, gameName = 'Rust') {
  const campaignId = gameName === 'Rust' ? 'c1' : 'c2';
  const campaignName = gameName === 'Rust' ? 'Launch' : 'Autumn';
  api.reader.storedMinutes.push({ day, gameName, campaignId, campaignName, confirmedMinutes, estimatedMinutes });
}

function addFact(api: TestApi, at: number, fact: AnyFact, childId = 'miner'): void {
  api.reader.storedFacts.push({ seq: api.reader.storedFacts.length + 1, at, childId, fact });
}

const started = { kind: 'childStarted', pid: 1, attempt: 0 } as const;
const ended = {
  kind: 'childEnded',
  exitCode: 1,
  signal: null,
  sentence: 'It ended.',
  wanted: false,
  ranMs: 1,
} as const;
const consoleStarted = { kind: 'consoleStarted', version: '0.1.0', setAside: null } as const;

describe('statistics', () => {
  it('count claims by calendar day and by hour', async () => {
    await using api = await createTestApi();
    addClaim(api, testNow - 40 * dayMs);
    addClaim(api, testNow - 29 * dayMs);
    addClaim(api, testNow - 6 * dayMs);
    addClaim(api, testNow - 13 * hourMs);
    addClaim(api, testNow - 12 * hourMs);
    addClaim(api, testNow - 1);
    const answer = (await api.send({ url: '/api/statistics' })).json();
    assert.deepEqual(answer.claimed, { today: 2, last7Days: 4, last30Days: 5, ever: 6 });
    const hours: number[] = answer.hours.map((each: { claims: number }) => each.claims);
    assert.equal(hours.length, 24);
    assert.deepEqual([hours[11], hours[12], hours[23]], [1, 1, 1]);
    assert.equal(
      hours.reduce((sum, count) => sum + count, 0),
      3,
    );
  });

  it('keep confirmed and estimated minutes apart, by day, game and campaign', async () => {
    await using api = await createTestApi();
    addMinutes(api, '2026-03-01', 30, 40);
    addMinutes(api, '2026-02-28', 10, 10);
    addMinutes(api, '2026-02-28', 60, 70, 'Other');
    addMinutes(api, '2025-01-01', 999, 999);
    addClaim(api, testNow);
    addClaim(api, testNow, { gameName: null, campaignId: null });
    const answer = (await api.send({ url: '/api/statistics?days=7' })).json();
    assert.deepEqual([answer.range.from, answer.range.to], ['2026-02-23', '2026-03-01']);
    assert.deepEqual(answer.minutes, { confirmed: 100, estimated: 120, confirmedShare: 100 / 120 });
    assert.deepEqual(answer.days, [
      { day: '2026-02-28', claims: 0, confirmedMinutes: 70, estimatedMinutes: 80 },
      { day: '2026-03-01', claims: 2, confirmedMinutes: 30, estimatedMinutes: 40 },
    ]);
    assert.deepEqual(answer.games, [
      { gameName: 'Other', claims: 0, confirmedMinutes: 60, estimatedMinutes: 70 },
      { gameName: 'Rust', claims: 1, confirmedMinutes: 40, estimatedMinutes: 50 },
    ]);
    assert.equal(answer.campaigns[1].campaignName, 'Launch');
  });

  it('say that all is confirmed where nothing had to be estimated', async () => {
    await using api = await createTestApi();
    addMinutes(api, '2026-03-01', 30, 0);
    const answer = (await api.send({ url: '/api/statistics' })).json();
    assert.deepEqual(answer.minutes, { confirmed: 30, estimated: 0, confirmedShare: 1 });
  });

  it('say nothing of a share or a pace where there is nothing to tell it from', async () => {
    await using api = await createTestApi();
    api.fleet.change('miner', { startedAt: null, phase: 'stopped' });
    const answer = (await api.send({ url: '/api/statistics' })).json();
    assert.deepEqual([answer.minutes.confirmedShare, answer.dropsPerHour], [null, null]);
    assert.deepEqual(answer.uptime.children[0].sessionMs, null);
  });

  it('tell no pace before a miner was up for an hour: one drop after some minutes would be dozens an hour', async () => {
    for (const [upMs, pace] of [
      [hourMs - 1, null],
      [hourMs, 1],
    ] as const) {
      await using api = await createTestApi();
      addFact(api, testNow - upMs, started);
      addClaim(api, testNow - hourMs / 10);
      assert.equal((await api.send({ url: '/api/statistics' })).json().dropsPerHour, pace);
    }
  });

  it('tell how long a miner was up and down, and the pace of the time it was up', async () => {
    await using api = await createTestApi();
    addFact(api, testNow - 12 * hourMs, started);
    addFact(api, testNow - 8 * hourMs, ended);
    addFact(api, testNow - 6 * hourMs, started);
    for (let count = 0; count < 5; count++) addClaim(api, testNow - hourMs);
    const answer = (await api.send({ url: '/api/statistics?days=2' })).json();
    const [child] = answer.uptime.children;
    assert.deepEqual([child.upMs, child.downMs, child.downCount], [10 * hourMs, 2 * hourMs, 1]);
    assert.deepEqual(child.downs, [{ from: testNow - 8 * hourMs, to: testNow - 6 * hourMs }]);
    assert.equal(child.sessionMs, 60_000);
    assert.equal(answer.dropsPerHour, 0.5);
  });

  it('begin with how it was when the range began', async () => {
    await using api = await createTestApi();
    addFact(api, testNow - 90 * dayMs, started);
    addFact(api, testNow - 89 * dayMs, ended);
    addFact(api, testNow - hourMs, started);
    const [child] = (await api.send({ url: '/api/statistics?days=1' })).json().uptime.children;
    assert.deepEqual([child.downMs, child.upMs], [11 * hourMs, hourMs]);
  });

  it('are whole where the store looks at few facts a page', async () => {
    await using api = await createTestApi();
    addFact(api, testNow - 90 * dayMs, started);
    for (let count = 0; count < 50; count++) {
      const fact = { kind: 'signedIn', userId: '42', login: 'x' } as AnyFact;
      addFact(api, testNow - 80 * dayMs + count, fact, count % 2 === 0 ? 'miner' : 'other');
    }
    addFact(api, testNow - hourMs, ended);
    api.reader.maxLooked = 3;
    const [child] = (await api.send({ url: '/api/statistics?days=1' })).json().uptime.children;
    assert.deepEqual([child.upMs, child.downMs], [11 * hourMs, hourMs]);
  });

  it('take the last sign of a miner for its end where the console died with it', async () => {
    await using api = await createTestApi();
    addFact(api, testNow - 10 * hourMs, started);
    addFact(api, testNow - 9 * hourMs, { kind: 'channelWentOffline', channelId: '1', login: 'x' } as AnyFact);
    addFact(api, testNow - 4 * hourMs, consoleStarted, 'console');
    addFact(api, testNow - 3 * hourMs, started);
    const [child] = (await api.send({ url: '/api/statistics?days=1' })).json().uptime.children;
    assert.deepEqual([child.upMs, child.downMs], [4 * hourMs, 6 * hourMs]);
  });

  it('say when there is more than is counted', async () => {
    await using api = await createTestApi();
    for (let count = 0; count < 6_000; count++)
      addFact(api, testNow - 6_000 + count, count % 2 === 0 ? started : ended);
    assert.equal((await api.send({ url: '/api/statistics' })).json().truncated, true);
  });
});

describe('time up and down', () => {
  const question = (kinds: readonly (readonly [number, AnyFact])[], parts: Partial<UptimeQuestion> = {}) =>
    uptimeOf({
      facts: kinds.map(([at, fact], seq): StoredFact => ({ seq, at, childId: 'miner', fact })),
      since: 0,
      until: 100,
      upAtFirst: null,
      lastSigns: new Map(),
      ...parts,
    });

  it('of nothing is nothing', () => assert.deepEqual(question([]), { up: [], down: [] }));
  it('without a fact goes on as it was', () => {
    assert.deepEqual(question([], { upAtFirst: true }).up, [{ from: 0, to: 100 }]);
    assert.deepEqual(question([], { upAtFirst: false }).down, [{ from: 0, to: 100 }]);
  });
  it('does not count the same start twice', () => {
    const ready = { kind: 'childBecameReady', tookMs: 1 } as const;
    assert.deepEqual(question([[10, started], [20, ready], [30, ended]]).up, [{ from: 10, to: 30 }]); // biome-ignore format: a row
  });
  it('never goes back, whatever a clock did', () => {
    const { up, down } = question([[50, started], [40, ended], [60, started]]); // biome-ignore format: a row
    for (const { from, to } of [...up, ...down]) assert.ok(to > from);
  });
  it('of several miners together counts every instant once', () => {
    const spans = [{ from: 0, to: 10 }, { from: 5, to: 20 }, { from: 30, to: 40 }, { from: 32, to: 35 }]; // biome-ignore format: a row
    assert.equal(mergedLengthWithin(spans, 0, 100), 30);
    assert.equal(mergedLengthWithin(spans, 8, 33), 15);
    assert.equal(mergedLengthWithin([], 0, 100), 0);
  });
});

describe('days', () => {
  const zoned = (timeZone: string): DayOf => {
    const format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' });
    return (at) => format.format(at);
  };
  const rows = [
    ['2026-03-01', 'UTC', '2026-03-01T00:00:00.000Z'],
    ['2026-03-01', 'Europe/Berlin', '2026-02-28T23:00:00.000Z'],
    ['2026-03-30', 'Europe/Berlin', '2026-03-29T22:00:00.000Z'],
    ['2026-03-01', 'Pacific/Kiritimati', '2026-02-28T10:00:00.000Z'],
    ['2026-03-01', 'Pacific/Pago_Pago', '2026-03-01T11:00:00.000Z'],
  ] as const;
  for (const [day, timeZone, expected] of rows) {
    it(`${day} begins in ${timeZone} at ${expected}`, () =>
      assert.equal(new Date(startOfDay(day, zoned(timeZone))).toISOString(), expected));
  }
  it('are shifted over months and leap years', () => {
    assert.equal(shiftDay('2026-03-01', -1), '2026-02-28');
    assert.equal(shiftDay('2028-02-28', 1), '2028-02-29');
  });
});
