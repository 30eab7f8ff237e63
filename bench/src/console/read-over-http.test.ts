import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test } from 'node:test';
import { openHttpReader } from './read-over-http.ts';

test('a page is asked for at its address with what it is asked by, and its entries are counted', async () => {
  const asked: string[] = [];
  await using server = await serve((url) => {
    asked.push(url);
    return { status: 200, body: { items: [1, 2, 3], next: null } };
  });
  using reader = openHttpReader(server.url);
  const limit = 5;
  assert.equal(
    await reader.readPage({ of: 'facts', query: { limit, kinds: ['a', 'b'], before: 9, text: 'x & y' } }),
    3,
  );
  await reader.readPage({ of: 'lines', query: { limit, levels: ['error'] } });
  await reader.readPage({ of: 'claims', query: { limit } });
  await reader.readPage({ of: 'moves', query: { limit } });
  await reader.readPage({ of: 'minutes', query: { fromDay: '2026-01-01', toDay: '2026-02-01' } });
  assert.deepEqual(asked, [
    '/api/history?limit=5&before=9&text=x+%26+y&kind=a%2Cb',
    '/api/logs?limit=5&level=error',
    '/api/history/claims?limit=5',
    '/api/history/moves?limit=5',
    '/api/history/minutes?from=2026-01-01&to=2026-02-01',
  ]);
});

test('a page that is refused is no fast page', async () => {
  await using server = await serve(() => ({ status: 429, body: { error: 'tooMany' } }));
  using reader = openHttpReader(server.url);
  await assert.rejects(
    async () => await reader.readPage({ of: 'claims', query: { limit: 1 } }),
    /\/api\/history\/claims to answer 200, found 429 .*tooMany/,
  );
});

async function serve(answerTo: (url: string) => { readonly status: number; readonly body: unknown }) {
  const server = createServer((request, response) => {
    const { status, body } = answerTo(request.url ?? '');
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
