import type { IncomingHttpHeaders } from 'node:http';
import type { Socket } from 'node:net';
import { Client, type Dispatcher } from 'undici';
import { Dial, type DialOwner } from './dial.ts';
import { ExchangeClock, type ExchangeClockOwner } from './exchange-clock.ts';
import type { Failure } from './failure.ts';
import { formatAuthority, formatRange, type WireIdentity } from './format-request.ts';
import type { Dialing } from './open-dialing.ts';
import { failure } from './socket-failure.ts';
import type { ByteMeter, Connection, OutgoingRequest, ResponseSink, Route } from './transport.ts';
import type { SlowestBody } from './transport-options.ts';
import { undiciFailure, WireError } from './undici-failure.ts';
import { headOf } from './undici-head.ts';
import type { WireTimers } from './wire-timers.ts';

export interface UndiciContext extends Dialing {
  readonly now: () => number;
  readonly timers: WireTimers;
  readonly slowestBody: SlowestBody;
  ended(connection: UndiciConnection): void;
}

/** Longer than any pause of a player; undici would close a connection that rests by itself. */
const restMs = 3_600_000;

/**
 * The same connection with undici's reader of HTTP over the same dialing: a second opinion on what `RawConnection`
 * counts. Sockets, proxies, limits and meters are shared; times are taken where undici tells of them.
 */
export class UndiciConnection implements Connection, DialOwner, ExchangeClockOwner, Dispatcher.DispatchHandler {
  readonly #context: UndiciContext;
  readonly #client: Client;
  readonly #origin: string;
  readonly #clock: ExchangeClock;
  readonly #dial: Dial;
  #connected: ((error: Error | null, socket: Socket | null) => void) | null = null;
  #sink: ResponseSink | null = null;
  #request: OutgoingRequest | null = null;
  #isClosed = false;
  #askedMs = 0;
  #sentMs = 0;
  #firstByteMs = 0;
  #connectMs = 0;
  #hasHead = false;
  #closes = false;
  bodyBytes = 0;

  constructor(context: UndiciContext, route: Route, meter: ByteMeter) {
    this.#context = context;
    this.#origin = `${route.authority.scheme}://${formatAuthority(route.authority)}`;
    this.#clock = new ExchangeClock(context.timers, context.slowestBody, this);
    this.#dial = new Dial(context, route, meter, context.nextTurn(), this);
    this.#client = new Client(this.#origin, {
      connect: (_options, connected) => this.#connect(connected),
      pipelining: 1,
      allowH2: false,
      headersTimeout: 0,
      bodyTimeout: 0,
      keepAliveTimeout: restMs,
      keepAliveMaxTimeout: restMs,
      maxHeaderSize: 32 * 1024,
    });
    this.#client.on('disconnect', () => this.#rest());
  }

  get isBusy(): boolean {
    return this.#sink !== null;
  }

  get isUsable(): boolean {
    return !this.#isClosed;
  }

  send(request: OutgoingRequest, sink: ResponseSink): void {
    if (this.#sink !== null) throw new Error('A connection was given a request while it carries another.');
    if (this.#isClosed) throw new Error('A connection was given a request after it closed.');
    this.#request = request;
    this.#sink = sink;
    this.#askedMs = this.#context.now();
    this.#connectMs = 0;
    this.#hasHead = false;
    this.bodyBytes = 0;
    const headers = headersOf(request, this.#context.identity);
    this.#client.dispatch({ origin: this.#origin, path: request.path, method: 'GET', headers }, this);
  }

  close(): void {
    if (!this.#isClosed) this.#fail(failure('cancelled', 'the exchange was given up'));
  }

  onDialed(socket: Socket): void {
    this.#connectMs = this.#context.now() - this.#askedMs;
    this.#connected?.(null, socket);
    this.#connected = null;
  }

  onDialFailed(cause: Failure): void {
    this.#fail(cause);
  }

  onBytes(): void {
    throw new Error('A socket that undici reads was read by somebody else.');
  }

  /** What undici read is told by undici, after this. */
  onClosed(): void {}

  onDialOverdue(limitMs: number): void {
    this.#dial.timedOut(limitMs);
  }

  onOverdue(cause: Failure): void {
    this.#fail(cause);
  }

  onRequestStart(): void {
    const request = this.#request;
    if (this.#sink === null || request === null) return;
    this.#sentMs = this.#context.now();
    this.#clock.waiting(request.limits, this.#sentMs);
  }

  onResponseStart(_controller: Dispatcher.DispatchController, status: number, headers: IncomingHttpHeaders): void {
    if (status < 200 || this.#sink === null) return;
    this.#firstByteMs = this.#context.now();
    this.#hasHead = true;
    this.#clock.reading(this.#firstByteMs);
    const head = headOf(status, headers);
    this.#closes = closesAfter(headers);
    this.#sink.onHead(head);
    const limit = this.#request?.limits.maxBytes ?? 0;
    const hasBody = status !== 204 && status !== 304;
    if (hasBody && head.contentLength !== null && head.contentLength > limit) this.#failSize(limit);
  }

  onResponseData(_controller: Dispatcher.DispatchController, chunk: Buffer): void {
    if (this.#sink === null) return;
    this.bodyBytes += chunk.length;
    const limit = this.#request?.limits.maxBytes ?? 0;
    if (this.bodyBytes > limit) this.#failSize(limit);
    else this.#sink.onBody(chunk, 0, chunk.length);
  }

  onResponseEnd(): void {
    const sink = this.#sink;
    this.#sink = null;
    if (sink === null) return;
    const times = {
      sentMs: this.#sentMs,
      firstByteMs: this.#firstByteMs,
      lastByteMs: this.#context.now(),
      bodyBytes: this.bodyBytes,
      connectMs: this.#connectMs,
    };
    this.#clock.idle();
    this.#dial.meter();
    if (this.#closes) this.#shut();
    sink.onEnd(times);
  }

  onResponseError(_controller: Dispatcher.DispatchController, error: Error): void {
    this.#fail(undiciFailure(error, this.#hasHead));
  }

  /** undici asks again after a connection was lost; here a lost connection stays lost. */
  #connect(connected: (...args: [null, Socket] | [Error, null]) => void): void {
    const request = this.#request;
    if (this.#connected !== null || this.#isClosed || request === null || this.#connectMs > 0) {
      connected(new WireError(failure('reset', 'the connection closed')), null);
      return;
    }
    this.#connected = (error, socket) => {
      if (socket !== null) connected(null, socket);
      else connected(error ?? new WireError(failure('reset', 'the connection closed')), null);
    };
    this.#clock.dialing(request.limits, this.#askedMs);
    this.#dial.start();
  }

  #rest(): void {
    if (this.#sink === null) this.#shut();
  }

  #failSize(limit: number): void {
    this.#fail(failure('too_large', `the body is longer than the ${limit} bytes that are allowed for it`));
  }

  #fail(cause: Failure): void {
    const sink = this.#sink;
    this.#sink = null;
    this.#shut();
    sink?.onFailure(cause);
  }

  #shut(): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    this.#clock.stop();
    this.#dial.close();
    const error = new WireError(failure('cancelled', 'the connection was closed'));
    this.#connected?.(error, null);
    this.#connected = null;
    this.#client.destroy(error).catch(() => {});
    this.#context.ended(this);
  }
}

function headersOf(request: OutgoingRequest, identity: WireIdentity): string[] {
  const headers = ['user-agent', identity.userAgent, 'x-audience-run', identity.runId, 'accept', '*/*'];
  headers.push('accept-encoding', request.mayCompress ? 'gzip' : 'identity');
  if (request.range !== null) headers.push('range', formatRange(request.range));
  for (const line of request.extraHeaders.split('\r\n')) {
    const colon = line.indexOf(': ');
    if (colon > 0) headers.push(line.slice(0, colon), line.slice(colon + 2));
  }
  return headers;
}

function closesAfter(headers: IncomingHttpHeaders): boolean {
  return /(?:^|,)\s*close\s*(?:,|$)/i.test(headers.connection ?? '');
}
