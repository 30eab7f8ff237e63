import {
  type Clock,
  type HttpDoor,
  type HttpRequest,
  type HttpResponse,
  NetworkError,
  type StopSignal,
} from '@dropwise/kit';
import type { SimAnswer, SimReply, SimRequest, TimedReply } from './exchange.ts';

/** Answers without a network: a settled promise, unless a fault makes it wait on the clock. */
export function createInProcessHttp(handle: (request: SimRequest) => Promise<TimedReply>, clock: Clock): HttpDoor {
  return {
    send: async (request, signal) => {
      if (signal?.aborted) throw signal.reason;
      const { reply, delayMs } = await handle(simRequestOf(request));
      const { host } = new URL(request.url);
      if (delayMs > 0) await wait(clock, delayMs, request.timeoutMs, host, signal);
      return responseOf(reply, request, host);
    },
  };
}

function simRequestOf({ method, url, headers, body }: HttpRequest): SimRequest {
  const { protocol, host, pathname, searchParams } = new URL(url);
  const lowered: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) lowered[name.toLowerCase()] = value;
  return {
    method,
    scheme: protocol,
    host,
    path: pathname,
    query: searchParams,
    headers: lowered,
    body: body ?? '',
    remoteAddress: null,
  };
}

function responseOf(reply: SimReply, request: HttpRequest, host: string): HttpResponse {
  if (reply.kind === 'reset')
    throw new NetworkError('reset', host, `expected an answer from ${host}, found a connection reset; try again`);
  if (reply.kind === 'unresolvable') {
    throw new NetworkError('dns', host, `expected an address for ${host}, found none; a block list may hold it back`);
  }
  const body = request.method === 'HEAD' ? '' : request.answerAs === 'bytes' ? bytesOf(reply) : textOf(reply);
  if (body.length > request.maxBytes) {
    throw new NetworkError(
      'tooLarge',
      host,
      `expected at most ${request.maxBytes} bytes from ${host}, found ${body.length}; raise maxBytes`,
    );
  }
  const headers = { 'content-type': reply.contentType, ...reply.headers };
  const head = { status: reply.status, headers, setCookies: reply.setCookies ?? [] };
  return typeof body === 'string' ? { ...head, body } : { ...head, body: '', bytes: body };
}

function bytesOf({ body }: SimAnswer): Uint8Array {
  return typeof body === 'string' ? Buffer.from(body) : body;
}

function textOf({ body }: SimAnswer): string {
  return typeof body === 'string' ? body : Buffer.from(body).toString('utf8');
}

/** Until the answer is due, the caller's patience ends or the caller stops. */
function wait(
  clock: Clock,
  delayMs: number,
  timeoutMs: number,
  host: string,
  signal: StopSignal | undefined,
): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason);
    const settle = (run: () => void) => () => {
      due.cancel();
      patience.cancel();
      signal?.removeEventListener('abort', onAbort);
      run();
    };
    const due = clock.deadline(delayMs, settle(resolve));
    const patience = clock.deadline(
      timeoutMs,
      settle(() =>
        reject(
          new NetworkError(
            'timeout',
            host,
            `expected an answer from ${host} within ${timeoutMs} ms, found none; try again`,
          ),
        ),
      ),
    );
    const onAbort = settle(() => reject(signal?.reason));
    signal?.addEventListener('abort', onAbort, { once: true });
  });
}
