import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { StoredLine } from '@dropwise/contract';
import { buildCampaign, buildChannel, buildPlan, buildView, testNow } from '../testing/build-views.ts';
import { createTestApi, type TestApi } from '../testing/create-test-api.ts';

describe('channels and campaigns', () => {
  it('begin with what is watched, then what is live with drops', async () => {
    await using api = await createTestApi();
    const channels = [
      buildChannel({ id: '1', login: 'offline', live: false }),
      buildChannel({ id: '2', login: 'small', viewers: 5 }),
      buildChannel({ id: '3', login: 'large', viewers: 9_000 }),
      buildChannel({ id: '4', login: 'watched', watching: true, viewers: 1 }),
      buildChannel({ id: '5', login: 'nodrops', drops: false, viewers: 99_999 }),
    ];
    api.fleet.views.set('miner', buildView({ channels: Object.fromEntries(channels.map((each) => [each.id, each])) }));
    const logins = (await api.send({ url: '/api/channels' }))
      .json()
      .channels.map((each: { login: string }) => each.login);
    assert.deepEqual(logins, ['watched', 'large', 'small', 'nodrops', 'offline']);
  });

  const campaigns = [
    buildCampaign({ id: 'b', name: 'B', endsAt: testNow + 9_000 }),
    buildCampaign({ id: 'a', name: 'A', endsAt: testNow + 1_000, linked: 'unlinked' }),
    buildCampaign({ id: 'u', name: 'U', state: 'upcoming', game: 'Other Game' }),
    buildCampaign({ id: 'x', name: 'X', state: 'expired' }),
  ];
  const view = buildView({ campaigns: Object.fromEntries(campaigns.map((each) => [each.id, each])) });
  const filters = [
    ['', ['a', 'b', 'u', 'x']],
    ['?state=active', ['a', 'b']],
    ['?state=upcoming,expired', ['u', 'x']],
    ['?linked=unlinked', ['a']],
    ['?game=other%20game', ['u']],
    ['?state=active&linked=linked&game=Rust', ['b']],
  ] as const;
  for (const [query, expected] of filters) {
    it(`answer api/campaigns${query} with ${expected.join(', ')}`, async () => {
      await using api = await createTestApi();
      api.fleet.views.set('miner', view);
      const answer = (await api.send({ url: `/api/campaigns${query}` })).json();
      assert.deepEqual(
        answer.campaigns.map((each: { id: string }) => each.id),
        expected,
      );
    });
  }

  it('are had one by one, and only those that are there', async () => {
    await using api = await createTestApi();
    api.fleet.views.set('miner', view);
    assert.equal((await api.send({ url: '/api/campaigns/u' })).json().name, 'U');
    assert.equal((await api.send({ url: '/api/campaigns/none' })).statusCode, 404);
    assert.equal((await api.send({ url: '/api/campaigns/toString' })).statusCode, 404);
  });
});

describe('the plan', () => {
  it('is given as it was made last, or said not to be', async () => {
    await using api = await createTestApi();
    assert.deepEqual((await api.send({ url: '/api/plan' })).json().plan, buildPlan());
    api.fleet.change('miner', { can: ['facts'] }, buildView({ plan: null }));
    const without = (await api.send({ url: '/api/plan' })).json();
    assert.deepEqual(without, { plan: null, sentence: 'Dropwise does not plan ahead.' });
  });

  it('is tried with other wishes, those left out being none', async () => {
    await using api = await createTestApi();
    const payload = { wishes: { games: { Rust: 'must' } } };
    assert.equal((await api.send({ method: 'POST', url: '/api/plan/preview', payload })).statusCode, 200);
    assert.deepEqual(api.session.previewed, [{ games: { Rust: 'must' }, campaigns: {}, drops: {} }]);
  });

  it('is not tried too often, nor without a miner or a planner', async () => {
    await using api = await createTestApi();
    const request = { method: 'POST', url: '/api/plan/preview', payload: { wishes: {} } } as const;
    api.session.preview = { ok: false, failure: 'It has no planner.' };
    assert.equal((await api.send(request)).statusCode, 501);
    await api.send(request);
    await api.send(request);
    assert.equal((await api.send(request)).statusCode, 429);
    api.fleet.sessions.clear();
    assert.equal((await api.send(request)).json().error.code, 'minerNotRunning');
  });

  it('says which wish is none', async () => {
    await using api = await createTestApi();
    const payload = { wishes: { games: { Rust: 'perhaps' } } };
    const { error } = (await api.send({ method: 'POST', url: '/api/plan/preview', payload })).json();
    assert.equal(error.sentence, 'Expected one of "must", "want", "fill", "never", found text of 7 characters.');
    assert.equal(error.at, 'body.wishes.games.Rust');
  });
});

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

describe('logs', () => {
  it('are filtered by level, source, words and child', async () => {
    await using api = await createTestApi();
    api.reader.storedLines.push(
      line(1, { level: 'error', text: 'It broke' }),
      line(2, { source: 'gql' }),
      line(3, { childId: 'tdm', text: 'other' }),
    );
    for (const [query, expected] of [
      ['', [3, 2, 1]],
      ['level=error,warning', [1]],
      ['source=gql', [2]],
      ['text=BROKE', [1]],
      ['child=tdm', [3]],
    ] as const)
      assert.deepEqual(seqs((await api.send({ url: `/api/logs?${query}` })).json().items), expected);
    const bad = (await api.send({ url: '/api/logs?level=loud' })).json();
    assert.match(bad.error.sentence, /^Expected one or more of error, warning, .* found "loud"\.$/);
    assert.deepEqual(seqs((await api.send({ url: '/api/console?limit=2' })).json().lines), [2, 3]);
  });

  it('are downloaded newest in number, oldest first in order', async () => {
    await using api = await createTestApi();
    for (let seq = 1; seq <= 2_300; seq++) api.reader.storedLines.push(line(seq));
    const { body, headers } = await api.send({ url: '/api/logs/download?limit=2100' });
    const lines = body.trimEnd().split('\n');
    assert.equal(lines.length, 2_100);
    assert.match(lines[0] ?? '', /line 201$/);
    assert.match(lines.at(-1) ?? '', /line 2300$/);
    assert.match(String(headers['content-disposition']), /attachment/);
    const ndjson = await api.send({ url: '/api/logs/download?format=ndjson&limit=1' });
    assert.deepEqual(JSON.parse(ndjson.body), line(2_300));
    assert.equal((await api.send({ url: '/api/logs/download?child=none' })).body, '');
  });

  it('are downloaded whole where the store looks at few lines a page', async () => {
    await using api = await createTestApi();
    for (let seq = 1; seq <= 100; seq++)
      api.reader.storedLines.push(line(seq, { text: seq % 40 === 0 ? 'rare' : 'x' }));
    api.reader.maxLooked = 7;
    const { body } = await api.send({ url: '/api/logs/download?text=rare' });
    assert.equal(body.match(/rare/g)?.length, 2);
  });

  it('downloaded as text let nobody forge a line or colour a terminal', async () => {
    await using api = await createTestApi();
    api.reader.storedLines.push(
      line(1, { text: 'a\r\n2026-03-01T12:00:00.000Z error miner/x forged\u001b[31m\u2028b' }),
    );
    const { body } = await api.send({ url: '/api/logs/download' });
    assert.equal(
      body,
      '2026-03-01T12:00:01.000Z info miner/stdout a\n    2026-03-01T12:00:00.000Z error miner/x forged [31m\n    b\n',
    );
  });
});

describe('what this is', () => {
  it('is told: version, reasons, live events, audit, adapters', async () => {
    await using api = await createTestApi();
    assert.equal((await api.send({ url: '/api/version' })).json().version, '0.1.0');
    const { reasons } = (await api.send({ url: '/api/reasons' })).json();
    assert.equal(new Set(reasons.map((each: { code: string }) => each.code)).size, reasons.length);
    const live = (await api.send({ url: '/api/live' })).json();
    assert.ok(live.events.some((event: { name: string }) => event.name === 'drop_progress'));
    const { adapters } = (await api.send({ url: '/api/adapters' })).json();
    assert.deepEqual(adapters[1].needs[0].field, 'command');
    api.reader.storedAudit.push({
      seq: 1,
      at: testNow,
      whoKind: 'session',
      whoName: 'password',
      address: '127.0.0.1',
      action: 'child.stop',
      target: 'miner',
      before: { phase: 'running' },
      after: null,
    });
    assert.equal((await api.send({ url: '/api/audit?action=child.stop' })).json().items.length, 1);
    assert.equal((await api.send({ url: '/api/audit?action=other' })).json().items.length, 0);
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

function line(seq: number, parts: Partial<StoredLine> = {}): StoredLine {
  return {
    seq,
    at: testNow + seq * 1_000,
    childId: 'miner',
    level: 'info',
    source: 'stdout',
    text: `line ${seq}`,
    ...parts,
  };
}
