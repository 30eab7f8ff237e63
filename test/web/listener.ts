import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A program of somebody's own at this machine: takes what is sent to it, and answers everything alike. */
export interface Listener extends AsyncDisposable {
  readonly url: string;
  /** Bodies of the POSTs so far. */
  readonly taken: readonly string[];
}

export async function startListener(answer: unknown = {}): Promise<Listener> {
  const taken: string[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (text: string) => {
      body += text;
    });
    request.on('end', () => {
      if (request.method === 'POST') taken.push(body);
      response.setHeader('content-type', 'application/json').end(JSON.stringify(answer));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    taken,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
