import { Agent, get } from 'node:http';
import { text } from 'node:stream/consumers';
import { assertNever } from '@dropwise/kit';
import type { PageRequest, ReadPage } from './page-kind.ts';

export interface HttpReader extends Disposable {
  readonly readPage: ReadPage;
}

/** One address may make 1,200 requests a minute: on Linux all of 127/8 is this machine, elsewhere there is one. */
const addressCount = process.platform === 'linux' ? 64 : 1;

/** Reads pages from a console, one connection kept open for each address that it comes from. */
export function openHttpReader(url: string): HttpReader {
  const agents = Array.from(
    { length: addressCount },
    (_, index) => new Agent({ keepAlive: true, maxSockets: 1, localAddress: `127.0.0.${index + 1}` }),
  );
  let turn = 0;
  return {
    async readPage(request) {
      const agent = agents[turn++ % agents.length];
      const page = (await askFor(new URL(addressOf(request), url), agent)) as { readonly items: readonly unknown[] };
      return page.items.length;
    },
    [Symbol.dispose]() {
      for (const agent of agents) agent.destroy();
    },
  };
}

async function askFor(url: URL, agent: Agent | undefined): Promise<unknown> {
  const { promise, resolve, reject } = Promise.withResolvers<unknown>();
  const request = get(url, agent === undefined ? {} : { agent }, (answer) => {
    text(answer)
      .then((body) => {
        if (answer.statusCode === 200) resolve(JSON.parse(body));
        else reject(new Error(`expected ${url.pathname} to answer 200, found ${answer.statusCode} ${body}`));
      })
      .catch(reject);
  });
  request.once('error', reject);
  return await promise;
}

function addressOf(request: PageRequest): string {
  switch (request.of) {
    case 'facts': {
      const { kinds, ...query } = request.query;
      return withQuery('api/history', { ...query, kind: kinds });
    }
    case 'lines': {
      const { levels, ...query } = request.query;
      return withQuery('api/logs', { ...query, level: levels });
    }
    case 'claims':
      return withQuery('api/history/claims', request.query);
    case 'moves':
      return withQuery('api/history/moves', request.query);
    case 'minutes':
      return withQuery('api/history/minutes', { from: request.query.fromDay, to: request.query.toDay });
    default:
      return assertNever(request);
  }
}

function withQuery(path: string, query: object): string {
  const given = Object.entries(query).filter(([, value]) => value !== undefined);
  return `${path}?${new URLSearchParams(given.map(([name, value]): [string, string] => [name, String(value)]))}`;
}
