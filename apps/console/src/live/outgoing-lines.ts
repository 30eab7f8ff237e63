import type { LiveChange, StoredLine } from '@dropwise/contract';
import type { Clock } from '@dropwise/kit';
import { cutLine } from './live-content.ts';
import { TokenBucket } from './token-bucket.ts';

/** Lines that wait to go live: the newest of a flood, and how many it left out. */
export class OutgoingLines {
  readonly #bucket: TokenBucket;
  readonly #maxWaiting: number;
  #waiting: StoredLine[] = [];
  #skippedCount = 0;

  constructor(clock: Pick<Clock, 'now'>, linesPerSecond: number) {
    this.#bucket = new TokenBucket(clock, linesPerSecond, linesPerSecond);
    this.#maxWaiting = linesPerSecond;
  }

  add(lines: readonly StoredLine[], skippedCount: number): void {
    this.#skippedCount += skippedCount;
    const newest = lines.slice(-this.#maxWaiting);
    this.#skippedCount += lines.length - newest.length;
    this.#waiting.push(...newest.map(cutLine));
    this.#keep(this.#maxWaiting);
  }

  /** Null = there is nothing to say. */
  take(): LiveChange | null {
    if (this.#waiting.length === 0 && this.#skippedCount === 0) return null;
    this.#keep(this.#bucket.take(this.#waiting.length));
    const change: LiveChange = { name: 'console_output', lines: this.#waiting, skippedCount: this.#skippedCount };
    this.#waiting = [];
    this.#skippedCount = 0;
    return change;
  }

  #keep(count: number): void {
    const leftOut = this.#waiting.length - count;
    if (leftOut <= 0) return;
    this.#waiting = this.#waiting.slice(leftOut);
    this.#skippedCount += leftOut;
  }
}
