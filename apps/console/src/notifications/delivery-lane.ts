import type { NotificationMessage } from '@dropwise/core/notifications';
import { assertNever, type BackoffPolicy, backoffDelayMs, type Clock, type Random, type Timer } from '@dropwise/kit';
import type { Delivery } from '@dropwise/notify';
import type { DeliveryLog } from './delivery-log.ts';

/** A message on its way to one channel. */
export interface LaneItem {
  /** Its number in the log; null = it has none. */
  readonly id: number | null;
  /** When it was to be sent first. */
  readonly at: number;
  readonly attempts: number;
  readonly dueAt: number;
  readonly message: NotificationMessage;
}

export interface LaneOptions {
  readonly clock: Clock;
  readonly random: Random;
  readonly log: DeliveryLog;
  /** One try. Never throws. */
  send(message: NotificationMessage, signal: AbortSignal): Promise<Delivery>;
}

/** Half a minute, doubling up to an hour: a message that is a day old is given up. */
export const retryPolicy: BackoffPolicy = { firstMs: 30_000, capMs: 3_600_000, jitter: 0.2 };
export const giveUpAfterMs = 24 * 3_600_000;
/** Beyond it the oldest that waits is given up. */
export const maxWaiting = 100;

/**
 * The queue of one channel: one message at a time, those that failed again later, each by its own count. When the other side
 * says when to come again, the whole lane waits. Disposing ends the try that is under way; what waits stays so in the log.
 */
export class DeliveryLane implements AsyncDisposable {
  readonly #options: LaneOptions;
  readonly #stop = new AbortController();
  #items: LaneItem[] = [];
  #sending: Promise<void> | null = null;
  #timer: Timer | null = null;
  /** The other side wants nothing before. */
  #quietUntil = 0;

  constructor(options: LaneOptions) {
    this.#options = options;
  }

  get waitingCount(): number {
    return this.#items.length;
  }

  add(item: LaneItem): void {
    if (this.#stop.signal.aborted) return;
    this.#items.push(item);
    const [oldest] = this.#items;
    if (this.#items.length > maxWaiting && oldest !== undefined) {
      this.#end(oldest, 'failed', `More than ${maxWaiting} messages waited; the oldest was given up.`);
    }
    this.#proceed();
  }

  /** Nothing is sent here any more, and what waits is given up. */
  async abandon(why: string): Promise<void> {
    await this.#halt();
    for (const item of this.#items) this.#end(item, 'failed', why);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#halt();
    this.#items = [];
  }

  async #halt(): Promise<void> {
    this.#stop.abort();
    this.#timer?.cancel();
    await this.#sending;
  }

  #proceed(): void {
    this.#timer?.cancel();
    this.#timer = null;
    if (this.#sending !== null || this.#stop.signal.aborted) return;
    const next = this.#items.reduce<LaneItem | null>((a, b) => (a === null || b.dueAt < a.dueAt ? b : a), null);
    if (next === null) return;
    const { clock } = this.#options;
    const delayMs = Math.max(next.dueAt, this.#quietUntil) - clock.now();
    if (delayMs > 0) {
      this.#timer = clock.after(delayMs, () => this.#proceed());
      return;
    }
    this.#sending = this.#send(next).finally(() => {
      this.#sending = null;
      this.#proceed();
    });
  }

  async #send(item: LaneItem): Promise<void> {
    const delivery = await this.#options.send(item.message, this.#stop.signal);
    // What was stopped on the way stays waiting in the log, whatever it says.
    if (this.#stop.signal.aborted && delivery.kind !== 'delivered') return;
    switch (delivery.kind) {
      case 'delivered':
        this.#end(item, 'delivered', delivery.detail);
        return;
      case 'failed':
        this.#end(item, 'failed', delivery.why);
        return;
      case 'retry':
        this.#retry(item, delivery.why, delivery.afterMs);
        return;
      default:
        assertNever(delivery);
    }
  }

  #retry(item: LaneItem, why: string, afterMs: number | null): void {
    const { clock, random } = this.#options;
    const now = clock.now();
    const dueAt = now + Math.max(afterMs ?? 0, backoffDelayMs(retryPolicy, item.attempts, random));
    if (afterMs !== null) this.#quietUntil = Math.max(this.#quietUntil, now + afterMs);
    if (dueAt > item.at + giveUpAfterMs) {
      this.#end(item, 'failed', `Given up after a day: ${why}`);
      return;
    }
    // It may have had to make room meanwhile.
    if (!this.#items.includes(item)) return;
    this.#items = this.#items.map((each) => (each === item ? { ...item, attempts: item.attempts + 1, dueAt } : each));
    this.#note(item, 'waiting', why);
  }

  #end(item: LaneItem, state: 'delivered' | 'failed', detail: string): void {
    this.#items = this.#items.filter((each) => each !== item);
    this.#note(item, state, detail);
  }

  #note({ id }: LaneItem, state: 'delivered' | 'failed' | 'waiting', detail: string): void {
    this.#options.log.note(id, { at: this.#options.clock.now(), state, detail });
  }
}
