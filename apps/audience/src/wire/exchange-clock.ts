import type { Failure } from './failure.ts';
import { failure } from './socket-failure.ts';
import type { RequestLimits } from './transport.ts';
import type { SlowestBody } from './transport-options.ts';
import type { TimerTarget, WireTimers } from './wire-timers.ts';

/** Whose exchange takes too long. */
export interface ExchangeClockOwner {
  /** Of the body that is being read. */
  readonly bodyBytes: number;
  onDialOverdue(limitMs: number): void;
  onOverdue(cause: Failure): void;
}

const noTimer = -1;

/**
 * Holds one connection to the limits of its exchange.
 *
 * idle ─▶ [dialing] ─▶ waiting ─▶ reading ─▶ idle …
 *
 * A single timer stands per connection. It is not moved with each request: when it wakes too early it is set
 * again, so that in steady state a request costs no timer at all.
 */
export class ExchangeClock implements TimerTarget {
  readonly #timers: WireTimers;
  readonly #slowestBody: SlowestBody;
  readonly #owner: ExchangeClockOwner;
  #stage: 'idle' | 'dialing' | 'waiting' | 'reading' = 'idle';
  #limits: RequestLimits | null = null;
  /** When the stage began; the request was sent with `waiting`. */
  #sinceMs = 0;
  #windowStartMs = 0;
  #windowBytes = 0;
  #timer = noTimer;
  #wakesAtMs = 0;

  constructor(timers: WireTimers, slowestBody: SlowestBody, owner: ExchangeClockOwner) {
    this.#timers = timers;
    this.#slowestBody = slowestBody;
    this.#owner = owner;
  }

  dialing(limits: RequestLimits, nowMs: number): void {
    this.#begin('dialing', limits, nowMs);
  }

  waiting(limits: RequestLimits, nowMs: number): void {
    this.#begin('waiting', limits, nowMs);
  }

  reading(nowMs: number): void {
    this.#stage = 'reading';
    this.#windowStartMs = nowMs;
    this.#windowBytes = 0;
    this.#arm();
  }

  idle(): void {
    this.#stage = 'idle';
  }

  stop(): void {
    this.#stage = 'idle';
    if (this.#timer !== noTimer) this.#timers.cancel(this.#timer);
    this.#timer = noTimer;
  }

  wake(nowMs: number): void {
    this.#timer = noTimer;
    if (this.#limits === null || this.#stage === 'idle') return;
    if (nowMs >= this.#limitMs(this.#limits)) this.#expire(this.#limits);
    else if (this.#stage === 'reading' && nowMs >= this.#windowEndMs()) this.#closeWindow(nowMs);
    else this.#arm();
  }

  #begin(stage: 'dialing' | 'waiting', limits: RequestLimits, nowMs: number): void {
    this.#stage = stage;
    this.#limits = limits;
    this.#sinceMs = nowMs;
    this.#arm();
  }

  #limitMs(limits: RequestLimits): number {
    if (this.#stage === 'dialing') return this.#sinceMs + limits.connectMs;
    if (this.#stage === 'waiting') return this.#sinceMs + Math.min(limits.firstByteMs, limits.totalMs);
    return this.#sinceMs + limits.totalMs;
  }

  #windowEndMs(): number {
    return this.#windowStartMs + this.#slowestBody.windowMs;
  }

  #arm(): void {
    if (this.#limits === null) return;
    const limitMs = this.#limitMs(this.#limits);
    const dueMs = this.#stage === 'reading' ? Math.min(limitMs, this.#windowEndMs()) : limitMs;
    if (this.#timer !== noTimer) {
      if (this.#wakesAtMs <= dueMs) return;
      this.#timers.cancel(this.#timer);
    }
    this.#wakesAtMs = dueMs;
    this.#timer = this.#timers.at(dueMs, this);
  }

  #closeWindow(nowMs: number): void {
    const { bytes, windowMs } = this.#slowestBody;
    const { bodyBytes } = this.#owner;
    if (bodyBytes - this.#windowBytes < bytes) {
      const message = `fewer than ${bytes} bytes of the body came within ${windowMs} ms`;
      this.#owner.onOverdue(failure('body_timeout', message));
      return;
    }
    this.#windowStartMs = nowMs;
    this.#windowBytes = bodyBytes;
    this.#arm();
  }

  #expire(limits: RequestLimits): void {
    if (this.#stage === 'dialing') this.#owner.onDialOverdue(limits.connectMs);
    else if (this.#stage === 'waiting') {
      this.#owner.onOverdue(failure('ttfb_timeout', `no answer began within ${limits.firstByteMs} ms`));
    } else {
      this.#owner.onOverdue(failure('body_timeout', `the answer was not whole within ${limits.totalMs} ms`));
    }
  }
}
