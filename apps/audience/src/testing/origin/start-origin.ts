import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Broadcast, createBroadcast } from './broadcast.ts';
import { createOriginScript, type OriginAnswer, type OriginScript } from './origin-script.ts';

export interface RunningOrigin extends AsyncDisposable {
  readonly script: OriginScript;
  readonly port: number;
  /** Of the multivariant playlist. */
  readonly url: string;
  readonly openConnections: () => number;
}

/** An HLS origin on loopback, in real time, ruled by its script. */
export async function startOrigin(changes: Partial<Broadcast> = {}): Promise<RunningOrigin> {
  const broadcast = createBroadcast({ startMs: Date.now() - 60_000, ...changes });
  const script = createOriginScript(broadcast, Date.now);
  const timers = new Set<NodeJS.Timeout>();
  const later = (delayMs: number, then: () => void): void => {
    if (delayMs === Infinity) return;
    if (delayMs <= 0) return then();
    const timer = setTimeout(() => {
      timers.delete(timer);
      then();
    }, delayMs);
    timers.add(timer);
  };
  const server = createServer({ keepAlive: true, keepAliveTimeout: 60_000 }, (request, response) => {
    const answer = script.answer(request.headers.host ?? '', request.url ?? '/', request.headers.range ?? null);
    later(answer.delayMs, () => sendAnswer(request, response, answer, later));
  });
  let connections = 0;
  server.on('connection', (socket) => {
    connections++;
    socket.once('close', () => connections--);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    script,
    port,
    url: `http://127.0.0.1:${port}/live/index.m3u8`,
    openConnections: () => connections,
    async [Symbol.asyncDispose]() {
      for (const timer of timers) clearTimeout(timer);
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

const sliceMs = 50;

function sendAnswer(
  request: IncomingMessage,
  response: ServerResponse,
  answer: OriginAnswer,
  later: (delayMs: number, then: () => void) => void,
): void {
  if (response.destroyed) return;
  const body = answer.body();
  response.writeHead(answer.status, { 'content-length': body.length, ...answer.headers });
  const until = Math.min(answer.closeAfterBytes ?? Infinity, body.length);
  const sliceBytes = answer.bytesPerSecond === Infinity ? until : Math.ceil((answer.bytesPerSecond * sliceMs) / 1000);
  const send = (from: number): void => {
    if (response.destroyed) return;
    const to = Math.min(from + sliceBytes, until);
    response.write(body.subarray(from, to));
    if (to < until) return later(sliceMs, () => send(to));
    if (answer.closeAfterBytes === null) response.end();
    else request.socket.destroySoon();
  };
  send(0);
}
