import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import type { AnyFact } from '@dropwise/contract';
import { campaignId, channelId, dropId } from '@dropwise/kit';
import { openStore, type Store } from '@dropwise/store';
import { testNow } from '../testing/build-views.ts';
import { createTestApi, type TestApi } from '../testing/create-test-api.ts';

const hourMs = 3_600_000;
const drop = {
  dropId: dropId('d1'),
  dropName: 'Hat',
  campaignId: campaignId('c1'),
  campaignName: 'Launch',
  gameName: 'Rust',
};

/** The API over a database of its own, with a morning of mining in it. */
async function openApi(): Promise<{ readonly api: TestApi } & AsyncDisposable> {
  const folder = await mkdtemp(join(tmpdir(), 'dropwise-api-'));
  const store = await openStore({ path: join(folder, 'test.db'), now: () => testNow, timeZone: 'UTC' });
  fill(store);
  const api = await createTestApi({ storeReader: store.reader });
  return {
    api,
    [Symbol.asyncDispose]: async () => {
      await api[Symbol.asyncDispose]();
      store[Symbol.dispose]();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function fill({ writer }: Store): void {
  const facts: readonly (readonly [hoursAgo: number, fact: AnyFact])[] = [
    [4, { kind: 'childStarted', pid: 1, attempt: 0 }],
    [4, chosen('1', 'alpha')],
    [
      3,
      {
        kind: 'minuteConfirmed',
        ...drop,
        minutes: 30,
        requiredMinutes: 60,
        gainedMinutes: 30,
        by: 'socket',
      } as AnyFact,
    ],
    [2, { kind: 'channelLeft', channelId: channelId('1'), login: 'alpha', why: '=cmd()' }],
    [2, chosen('2', 'beta')],
    [1, { kind: 'dropClaimed', ...drop, benefitNames: ['Hat'], attempts: 1, by: 'claim' }],
  ];
  writer.addFacts(
    facts.map(([hoursAgo, fact], index) => ({
      at: testNow - hoursAgo * hourMs,
      childId: 'miner',
      key: `run:${index}`,
      fact,
    })),
  );
  const text = (number: number) => (number % 500 === 0 ? `rare ${number}` : `line ${number}`);
  writer.addLines(
    Array.from({ length: 2_500 }, (_, number) => ({
      at: testNow - hourMs + number,
      childId: 'miner',
      level: 'info' as const,
      source: 'stdout',
      text: text(number),
    })),
  );
  writer.addAudit({
    at: testNow,
    whoKind: 'session',
    whoName: 'password',
    address: '127.0.0.1',
    action: 'child.stop',
    target: 'miner',
    before: { phase: 'running' },
    after: null,
  });
  writer.addSamples([{ childId: 'miner', at: testNow - 60_000, cpuPercent: 1, rssBytes: 1_000 }]);
}

function chosen(id: string, login: string): AnyFact {
  const about = { game: 'Rust', campaignName: 'Launch', why: 'It has drops', transport: 'spade' };
  return { kind: 'channelChosen', channelId: channelId(id), login, ...about };
}

describe('over a real store', () => {
  it('every answer is what its document says', async () => {
    await using opened = await openApi();
    const { api } = opened;
    for (const url of [
      '/api/history',
      '/api/history/claims',
      '/api/history/minutes',
      '/api/history/moves',
      '/api/logs',
      '/api/console',
      '/api/audit',
      '/api/children/miner/samples',
      '/api/statistics',
      '/metrics',
    ])
      assert.equal((await api.send({ url })).statusCode, 200, url);
  });

  it('history is paged to its end without a gap', async () => {
    await using opened = await openApi();
    const found: number[] = [];
    let next: number | null = Number.MAX_SAFE_INTEGER;
    while (next !== null) {
      const page: { items: { seq: number }[]; next: number | null } = (
        await opened.api.send({ url: `/api/history?limit=2&before=${next}` })
      ).json();
      found.push(...page.items.map(({ seq }) => seq));
      next = page.next;
    }
    assert.deepEqual(found, [6, 5, 4, 3, 2, 1]);
  });

  it('what was mined is counted', async () => {
    await using opened = await openApi();
    const answer = (await opened.api.send({ url: '/api/statistics?days=1' })).json();
    assert.deepEqual([answer.claimed.today, answer.claimed.ever, answer.minutes.confirmed], [1, 1, 30]);
    assert.equal(answer.uptime.children[0].upMs, 4 * hourMs);
    assert.equal(answer.dropsPerHour, 0.25);
    const { body } = await opened.api.send({ url: '/metrics' });
    assert.match(body, /^dropwise_drops_claimed_total 1$/m);
    assert.match(body, /^dropwise_minutes_total\{kind="confirmed"\} 30$/m);
  });

  it('moves are a table that a spreadsheet can open', async () => {
    await using opened = await openApi();
    const { body } = await opened.api.send({ url: '/api/history/moves?format=csv' });
    assert.match(body, /^timestamp,event_type,from_channel,to_channel,reason,duration_seconds\r\n/);
    assert.match(body, /,alpha,beta,.*,7200\r\n/);
    assert.doesNotMatch(body, /,=/);
  });

  it('a rare word is found in a long log, and only its lines are downloaded', async () => {
    await using opened = await openApi();
    const { body } = await opened.api.send({ url: '/api/logs/download?text=RARE' });
    assert.deepEqual(body.match(/rare \d+/g), ['rare 0', 'rare 500', 'rare 1000', 'rare 1500', 'rare 2000']);
    const all = await opened.api.send({ url: '/api/logs/download?limit=2000' });
    assert.equal(all.body.trimEnd().split('\n').length, 2_000);
    assert.match(all.body, /^\S+ info miner\/stdout rare 500\n/);
  });
});
