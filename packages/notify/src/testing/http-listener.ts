import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ChannelConfig } from '../channel.ts';
import type { Behaviour, ChannelListener, SeenMessage } from './channel-listener.ts';

export interface SeenRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
  /** The body as JSON. */
  readonly json: Readonly<Record<string, unknown>>;
}

export interface HttpListenerOptions {
  readonly configOf: (origin: string) => ChannelConfig;
  readonly messageOf: (request: SeenRequest) => SeenMessage;
  /** What a 429 of this service says beside `Retry-After: 7`. */
  readonly busyBody?: unknown;
}

export interface HttpListener extends ChannelListener {
  readonly origin: string;
  readonly requests: readonly SeenRequest[];
  /** Answers like this from now on, whatever its behaviour. */
  answerWith(answer: HttpAnswer): void;
}

export interface HttpAnswer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** A service that speaks HTTP. Its answers repeat all of the request, so that a channel that quotes one is caught. */
export async function openHttpListener({ configOf, messageOf, busyBody }: HttpListenerOptions): Promise<HttpListener> {
  const requests: SeenRequest[] = [];
  const taken: SeenRequest[] = [];
  let behaviour: Behaviour = 'well';
  let fixed: HttpAnswer | null = null;
  let arrivals: (() => void)[] = [];

  const handle = async (incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> => {
    const request = await readRequest(incoming);
    requests.push(request);
    const waiting = arrivals;
    arrivals = [];
    for (const arrived of waiting) arrived();
    if (behaviour === 'silent') return;
    const answer = fixed ?? answerOf(behaviour, busyBody ?? request);
    if (answer.status === 200) taken.push(request);
    outgoing.writeHead(answer.status, { 'content-type': 'application/json', ...answer.headers });
    outgoing.end(answer.body ?? JSON.stringify(request));
  };
  const server = createServer((incoming, outgoing) => {
    handle(incoming, outgoing).catch((error: unknown) => outgoing.destroy(error instanceof Error ? error : undefined));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  const leave = async (): Promise<void> => {
    if (!server.listening) return;
    server.close();
    server.closeAllConnections();
    await once(server, 'close');
  };
  return {
    origin,
    requests,
    config: configOf(origin),
    behave: (next) => {
      behaviour = next;
    },
    answerWith: (answer) => {
      fixed = answer;
    },
    arrival: () => new Promise((resolve) => arrivals.push(resolve)),
    seen: () => taken.map(messageOf),
    leave,
    [Symbol.asyncDispose]: leave,
  };
}

async function readRequest(incoming: IncomingMessage): Promise<SeenRequest> {
  const parts: Buffer[] = [];
  for await (const part of incoming) parts.push(part as Buffer);
  const body = Buffer.concat(parts).toString('utf8');
  const { method = '', url: path = '', headers } = incoming;
  return { method, path, headers, body, json: JSON.parse(body) };
}

function answerOf(behaviour: Exclude<Behaviour, 'silent'>, busyBody: unknown): HttpAnswer {
  switch (behaviour) {
    case 'well':
      return { status: 200 };
    case 'busy':
      return { status: 429, headers: { 'retry-after': '7' }, body: JSON.stringify(busyBody) };
    case 'broken':
      return { status: 503 };
    case 'refusing':
      return { status: 400 };
  }
}
