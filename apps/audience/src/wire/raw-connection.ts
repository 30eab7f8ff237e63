import type { Socket } from 'node:net';
import { Dial, type DialOwner } from './dial.ts';
import type { Failure } from './failure.ts';
import { formatFixedHeaders, formatRequest } from './format-request.ts';
import type { Dialing } from './open-dialing.ts';
import { ResponseReader } from './response-reader.ts';
import { exchangeFailure, failure } from './socket-failure.ts';
import type { ByteMeter, Connection, OutgoingRequest, ResponseSink, Route } from './transport.ts';
import type { SlowestBody } from './transport-options.ts';
import type { TimerTarget, WireTimers } from './wire-timers.ts';

export interface RawContext extends Dialing {
  readonly now: () => number;
  readonly timers: WireTimers;
  readonly slowestBody: SlowestBody;
  ended(connection: RawConnection): void;
}

const noTimer = -1;

/**
 * One keep-alive connection over `net` or `tls`, and its one exchange at a time.
 *
 * new ─ send ─▶ dialing ─▶ waiting ─ head ─▶ reading ─▶ idle ─ send ─▶ waiting …
 * any ─ failure, limit, close, the other side's end ─▶ closed
 *
 * A single timer stands per connection. It is not moved with each request: when it wakes too early it is set
 * again, so that in steady state a request costs no timer at all.
 */
type Stage = 'new' | 'dialing' | 'waiting' | 'reading' | 'idle' | 'closed';

export class RawConnection implements Connection, DialOwner, TimerTarget {
  readonly #context: RawContext;
  readonly #fixedHeaders: string;
  readonly #dial: Dial;
  readonly #reader: ResponseReader;
  #stage: Stage = 'new';
  #socket: Socket | null = null;
  #request: OutgoingRequest | null = null;
  #text = '';
  #sink: ResponseSink | null = null;
  #askedMs = 0;
  #sentMs = 0;
  #firstByteMs = 0;
  #connectMs = 0;
  #windowStartMs = 0;
  #windowBytes = 0;
  #timer = noTimer;
  #wakesAtMs = 0;

  constructor(context: RawContext, route: Route, meter: ByteMeter) {
    this.#context = context;
    this.#fixedHeaders = formatFixedHeaders(route.authority, context.identity);
    this.#reader = new ResponseReader(context.scanner);
    this.#dial = new Dial(context, route, meter, context.nextTurn(), this);
  }

  get isBusy(): boolean {
    return this.#sink !== null;
  }

  get isUsable(): boolean {
    return this.#stage !== 'closed';
  }

  send(request: OutgoingRequest, sink: ResponseSink): void {
    if (this.#sink !== null) throw new Error('A connection was given a request while it carries another.');
    if (this.#stage === 'closed') throw new Error('A connection was given a request after it closed.');
    if (request !== this.#request) this.#text = formatRequest(request, this.#fixedHeaders);
    this.#request = request;
    this.#sink = sink;
    this.#askedMs = this.#context.now();
    if (this.#stage === 'idle') this.#write(0);
    else this.#beginDial(request);
  }

  close(): void {
    if (this.#stage === 'closed') return;
    this.#fail(failure('cancelled', 'the exchange was given up'));
  }

  onDialed(socket: Socket): void {
    this.#socket = socket;
    this.#write(this.#context.now() - this.#askedMs);
  }

  onDialFailed(cause: Failure): void {
    this.#fail(cause);
  }

  onBytes(buffer: Buffer, start: number, end: number): void {
    // Bytes that answer nothing leave no trust in those that follow.
    if (this.#stage !== 'waiting' && this.#stage !== 'reading') return this.#shut();
    const nowMs = this.#context.now();
    if (this.#reader.awaitsFirstByte) this.#firstByteMs = nowMs;
    const at = this.#reader.feed(buffer, start, end);
    if (this.#stage === 'waiting' && !this.#reader.awaitsHead) this.#beginReading(nowMs);
    if (this.#reader.isDone) this.#finish(nowMs, at < end);
    else if (this.#reader.failure !== null) this.#fail(this.#reader.failure);
  }

  onClosed(error: Error | null): void {
    if (this.#sink === null) return this.#shut();
    if (error !== null) return this.#fail(exchangeFailure(error));
    this.#reader.close();
    if (this.#reader.isDone) this.#finish(this.#context.now(), false);
    else this.#fail(this.#reader.failure ?? failure('reset', 'the connection closed'));
  }

  wake(nowMs: number): void {
    this.#timer = noTimer;
    const request = this.#request;
    if (this.#sink === null || request === null) return;
    if (this.#stage === 'reading') this.#moveWindow(nowMs);
    if (this.#sink === null) return;
    const dueMs = this.#dueMs(request);
    if (nowMs < dueMs) this.#arm(dueMs);
    else this.#expire(request);
  }

  #beginDial(request: OutgoingRequest): void {
    this.#stage = 'dialing';
    this.#arm(this.#askedMs + request.limits.connectMs);
    this.#dial.start();
  }

  #write(connectMs: number): void {
    const request = this.#request;
    const sink = this.#sink;
    if (request === null || sink === null) return;
    this.#connectMs = connectMs;
    this.#stage = 'waiting';
    this.#reader.begin(sink, request.limits.maxBytes);
    this.#socket?.write(this.#text, 'latin1');
    this.#sentMs = this.#context.now();
    this.#arm(this.#dueMs(request));
  }

  #beginReading(nowMs: number): void {
    this.#stage = 'reading';
    this.#windowStartMs = nowMs;
    this.#windowBytes = 0;
  }

  #finish(nowMs: number, hasMore: boolean): void {
    const sink = this.#sink;
    const reader = this.#reader;
    const times = {
      sentMs: this.#sentMs,
      firstByteMs: this.#firstByteMs,
      lastByteMs: nowMs,
      bodyBytes: reader.bodyBytes,
      connectMs: this.#connectMs,
    };
    this.#sink = null;
    if (reader.mustClose || hasMore) this.#shut();
    else {
      reader.abandon();
      this.#stage = 'idle';
      this.#dial.meter();
    }
    sink?.onEnd(times);
  }

  #fail(cause: Failure): void {
    const sink = this.#sink;
    this.#sink = null;
    this.#shut();
    sink?.onFailure(cause);
  }

  #shut(): void {
    if (this.#stage === 'closed') return;
    this.#stage = 'closed';
    this.#reader.abandon();
    this.#dial.close();
    this.#socket = null;
    if (this.#timer !== noTimer) this.#context.timers.cancel(this.#timer);
    this.#timer = noTimer;
    this.#context.ended(this);
  }

  /** When the exchange, as far as it is, must have come on. */
  #dueMs({ limits }: OutgoingRequest): number {
    switch (this.#stage) {
      case 'dialing':
        return this.#askedMs + limits.connectMs;
      case 'waiting':
        return this.#sentMs + Math.min(limits.firstByteMs, limits.totalMs);
      default:
        return Math.min(this.#sentMs + limits.totalMs, this.#windowStartMs + this.#context.slowestBody.windowMs);
    }
  }

  #arm(dueMs: number): void {
    if (this.#timer !== noTimer) {
      if (this.#wakesAtMs <= dueMs) return;
      this.#context.timers.cancel(this.#timer);
    }
    this.#wakesAtMs = dueMs;
    this.#timer = this.#context.timers.at(dueMs, this);
  }

  #moveWindow(nowMs: number): void {
    const { bytes, windowMs } = this.#context.slowestBody;
    if (nowMs < this.#windowStartMs + windowMs) return;
    const { bodyBytes } = this.#reader;
    if (bodyBytes - this.#windowBytes < bytes) {
      return this.#fail(failure('body_timeout', `fewer than ${bytes} bytes of the body came within ${windowMs} ms`));
    }
    this.#windowStartMs = nowMs;
    this.#windowBytes = bodyBytes;
    this.#dial.meter();
  }

  #expire({ limits }: OutgoingRequest): void {
    if (this.#stage === 'dialing') this.#dial.timedOut(limits.connectMs);
    else if (this.#stage === 'waiting')
      this.#fail(failure('ttfb_timeout', `no answer began within ${limits.firstByteMs} ms`));
    else this.#fail(failure('body_timeout', `the answer was not whole within ${limits.totalMs} ms`));
  }
}
