import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { StoredLine } from '@dropwise/contract';
import { testNow } from '../testing/build-views.ts';
import { createTestApi } from '../testing/create-test-api.ts';

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

function seqs(items: readonly { readonly seq: number }[]): readonly number[] {
  return items.map(({ seq }) => seq);
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
