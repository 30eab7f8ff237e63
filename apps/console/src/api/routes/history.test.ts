import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { testNow } from '../testing/build-views.ts';
import { createTestApi, type TestApi } from '../testing/create-test-api.ts';

describe('history', () => {
  it('is paged and filtered', async () => {
    await using api = await createTestApi();
    addFacts(api, 5);
    const first = (await api.send({ url: '/api/history?limit=2&kind=signedIn,channelWentOffline' })).json();
    assert.deepEqual(seqs(first.items), [5, 4]);
    const second = (await api.send({ url: `/api/history?limit=2&before=${first.next}` })).json();
    assert.deepEqual(seqs(second.items), [3, 2]);
    const newer = (await api.send({ url: '/api/history?after=3' })).json();
    assert.deepEqual(seqs(newer.items), [4, 5]);
    assert.deepEqual((await api.send({ url: '/api/history?kind=dropClaimed' })).json(), { items: [], next: null });
    assert.deepEqual(seqs((await api.send({ url: '/api/history?text=LOGIN3' })).json().items), [3]);
    assert.deepEqual((await api.send({ url: '/api/history?child=other' })).json().items, []);
    const since = new Date(testNow + 4_000).toISOString();
    assert.deepEqual(seqs((await api.send({ url: `/api/history?since=${since}` })).json().items), [5, 4]);
  });

  const badQueries = [
    ['limit=0', 'query.limit', 'Expected a whole number from 1 to 1000, found 0.'],
    ['limit=ten', 'query.limit', 'Expected a whole number from 1 to 1000, found "ten".'],
    ['since=yesterday', 'query.since', /^Expected an instant: .* found "yesterday"\.$/],
    ['since=2026-99-01T00:00Z', 'query.since', /^Expected an instant/],
    ['kinds=x', 'query.kinds', 'Expected known fields only, found "kinds". Did you mean "kind"?'],
    ['child=../x', 'query.child', /Expected the id of a child/],
    ['kind=a&kind=b', 'query.kind', 'Expected up to 50 names, separated by commas, found a list of 2.'],
  ] as const;
  for (const [query, at, sentence] of badQueries) {
    it(`refuses ${query}, and says where and why`, async () => {
      await using api = await createTestApi();
      const answer = await api.send({ url: `/api/history?${query}` });
      assert.equal(answer.statusCode, 400);
      const { error } = answer.json();
      assert.equal(error.at, at);
      if (typeof sentence === 'string') assert.equal(error.sentence, sentence);
      else assert.match(error.sentence, sentence);
    });
  }

  it('of claims and minutes is given as it is stored', async () => {
    await using api = await createTestApi();
    api.reader.storedClaims.push(claim(1, testNow - 1_000), claim(2, testNow));
    api.reader.storedMinutes.push(minutes('2026-03-01', 30, 40), minutes('2026-01-01', 1, 1));
    assert.deepEqual(seqs((await api.send({ url: '/api/history/claims?text=drop%202' })).json().items), [2]);
    const month = (await api.send({ url: '/api/history/minutes' })).json();
    assert.deepEqual([month.from, month.to, month.items.length], ['2026-01-31', '2026-03-01', 1]);
    const year = (await api.send({ url: '/api/history/minutes?from=2026-01-01&to=2026-12-31' })).json();
    assert.equal(year.items.length, 2);
    const reversed = await api.send({ url: '/api/history/minutes?from=2026-02-01&to=2026-01-01' });
    assert.equal(reversed.statusCode, 400);
    assert.equal((await api.send({ url: '/api/history/minutes?from=2026-02-31' })).statusCode, 400);
  });
});

describe('the log of moves', () => {
  it('is JSON in the form that other tools read', async () => {
    await using api = await createTestApi();
    addMoves(api, 3);
    const answer = (await api.send({ url: '/api/history/moves?limit=1' })).json();
    assert.deepEqual(answer, {
      items: [
        {
          seq: 3,
          child: 'miner',
          timestamp: '2026-03-01T12:00:03.000Z',
          event_type: 'switch',
          from_channel: 'from3',
          to_channel: 'to3',
          reason: 'because, "really"',
          duration_seconds: 3,
        },
      ],
      next: 3,
    });
  });

  for (const request of [
    { url: '/api/history/moves?format=csv' },
    { url: '/api/history/moves', headers: { accept: 'text/csv, application/json;q=0.5' } },
  ]) {
    it(`is CSV for ${JSON.stringify(request)}`, async () => {
      await using api = await createTestApi();
      addMoves(api, 2);
      const answer = await api.send(request);
      assert.match(String(answer.headers['content-type']), /^text\/csv/);
      assert.deepEqual(answer.body.split('\r\n'), [
        'timestamp,event_type,from_channel,to_channel,reason,duration_seconds',
        '2026-03-01T12:00:01.000Z,switch,from1,to1,"because, ""really""",1',
        '2026-03-01T12:00:02.000Z,switch,from2,to2,"because, ""really""",2',
        '',
      ]);
    });
  }

  it('as CSV gives a spreadsheet no formula', async () => {
    await using api = await createTestApi();
    for (const reason of ['=1+1', '+1', '-1', '@sum', '\tx', '\rx', 'fine']) {
      api.reader.storedMoves.push(move(api.reader.storedMoves.length + 1, reason));
    }
    const { body } = await api.send({ url: '/api/history/moves?format=csv' });
    for (const bare of [',=1', ',+1', ',-1', ',@', ',\t', ',"\t', ',"\r']) assert.ok(!body.includes(bare), bare);
    assert.ok(body.includes(',fine,'));
  });

  it('as CSV is whole over many pages, and no longer than asked for', async () => {
    await using api = await createTestApi();
    addMoves(api, 2_500);
    const all = (await api.send({ url: '/api/history/moves?format=csv' })).body.trim().split('\r\n');
    assert.equal(all.length, 2_501);
    assert.match(all.at(-1) ?? '', /from2500/);
    const some = (await api.send({ url: '/api/history/moves?format=csv&limit=1200&after=100' })).body
      .trim()
      .split('\r\n');
    assert.equal(some.length, 1_201);
    assert.match(some[1] ?? '', /from101/);
  });
});

function seqs(items: readonly { readonly seq: number }[]): readonly number[] {
  return items.map(({ seq }) => seq);
}

function addFacts(api: TestApi, count: number): void {
  for (let seq = 1; seq <= count; seq++) {
    const fact = { kind: 'signedIn', userId: '42', login: `login${seq}` } as const;
    api.reader.storedFacts.push({ seq, at: testNow + seq * 1_000, childId: 'miner', fact });
  }
}

function addMoves(api: TestApi, count: number): void {
  for (let seq = 1; seq <= count; seq++) api.reader.storedMoves.push(move(seq));
}

function move(seq: number, reason = 'because, "really"') {
  return {
    seq,
    at: testNow + seq * 1_000,
    childId: 'miner',
    eventType: 'switch',
    fromChannel: `from${seq}`,
    toChannel: `to${seq}`,
    reason,
    durationSeconds: seq,
  };
}

function claim(seq: number, at: number) {
  return {
    seq,
    at,
    childId: 'miner',
    dropId: `d${seq}`,
    dropName: `Drop ${seq}`,
    campaignId: 'campaign-1',
    campaignName: 'Launch',
    gameName: 'Rust',
    benefitNames: ['Hat'],
  };
}

function minutes(day: string, confirmedMinutes: number, estimatedMinutes: number) {
  return {
    day,
    gameName: 'Rust',
    campaignId: 'campaign-1',
    campaignName: 'Launch',
    confirmedMinutes,
    estimatedMinutes,
  };
}
