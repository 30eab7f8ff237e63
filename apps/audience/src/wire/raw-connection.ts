import type { Socket } from 'node:net';
import { Dial, type DialOwner } from './dial.ts';
import { ExchangeClock, type ExchangeClockOwner } from './exchange-clock.ts';
import type { Failure } from './failure.ts';
import { formatFixedHeaders } from './format-request.ts';
import type { Dialing } from './open-dialing.ts';
import type { RequestTexts } from './request-texts.ts';
import { ResponseReader } from './response-reader.ts';
import { exchangeFailure, failure } from './socket-failure.ts';
import type { ByteMeter, Connection, OutgoingRequest, ResponseSink, Route } from './transport.ts';
import type { SlowestBody } from './transport-options.ts';
import type { WireTimers } from './wire-timers.ts';

export interface RawContext extends Dialing {
  readonly now: () => number;
  readonly timers: WireTimers;
  readonly texts: RequestTexts;
  readonly slowestBody: SlowestBody;
  ended(connection: RawConnection): void;
}

/**
 * One keep-alive connection over `net` or `tls`, and its one exchange at a time.
 *
 * new ─ send ─▶ dialing ─▶ waiting ─ head ─▶ reading ─▶ idle ─ send ─▶ waiting …
 * any ─ failure, limit, close, the other side's end ─▶ closed
 */
type Stage = 'new' | 'dialing' | 'waiting' | 'reading' | 'idle' | 'closed';

export class RawConnection implements Connection, DialOwner, ExchangeClockOwner {
  readonly #context: RawContext;
  readonly #fixedHeaders: string;
  readonly #dial: Dial;
  readonly #reader: ResponseReader;
  readonly #clock: ExchangeClock;
  #stage: Stage = 'new';
  #socket: Socket | null = null;
  #request: OutgoingRequest | null = null;
  #text = '';
  #sink: ResponseSink | null = null;
  #askedMs = 0;
  #sentMs = 0;
  #firstByteMs = 0;
  #connectMs = 0;

  constructor(context: RawContext, route: Route, meter: ByteMeter) {
    this.#context = context;
    this.#fixedHeaders = formatFixedHeaders(route.authority, context.identity);
    this.#reader = new ResponseReader(context.scanner);
    this.#clock = new ExchangeClock(context.timers, context.slowestBody, this);
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
    this.#text = this.#context.texts.textOf(request, this.#fixedHeaders);
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

  get bodyBytes(): number {
    return this.#reader.bodyBytes;
  }

  onDialOverdue(limitMs: number): void {
    this.#dial.timedOut(limitMs);
  }

  onOverdue(cause: Failure): void {
    this.#fail(cause);
  }

  #beginDial(request: OutgoingRequest): void {
    this.#stage = 'dialing';
    this.#clock.dialing(request.limits, this.#askedMs);
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
    this.#clock.waiting(request.limits, this.#sentMs);
  }

  #beginReading(nowMs: number): void {
    this.#stage = 'reading';
    this.#clock.reading(nowMs);
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
      this.#clock.idle();
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
    this.#clock.stop();
    this.#context.ended(this);
  }
}
