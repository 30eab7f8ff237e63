import type { LiveEvent } from '@dropwise/contract';

export interface MissedEventsLimits {
  readonly maxEvents: number;
  /** Of their JSON. */
  readonly maxBytes: number;
  /** Whoever missed more gets a fresh state, which costs less. */
  readonly maxResumeBytes: number;
}

interface Kept {
  readonly event: LiveEvent;
  readonly sizeBytes: number;
}

/** The newest events, for clients that were away; the oldest make room. Their sequence has no gaps. */
export class MissedEvents {
  readonly #limits: MissedEventsLimits;
  /** Those before `#start` are forgotten; the array is shortened when they are the greater part. */
  #kept: Kept[] = [];
  #start = 0;
  #sizeBytes = 0;

  constructor(limits: MissedEventsLimits) {
    this.#limits = limits;
  }

  get sizeBytes(): number {
    return this.#sizeBytes;
  }

  add(event: LiveEvent): void {
    const sizeBytes = Buffer.byteLength(JSON.stringify(event));
    this.#kept.push({ event, sizeBytes });
    this.#sizeBytes += sizeBytes;
    while (this.#kept.length - this.#start > this.#limits.maxEvents || this.#sizeBytes > this.#limits.maxBytes) {
      this.#sizeBytes -= this.#kept[this.#start]?.sizeBytes ?? 0;
      this.#start += 1;
    }
    if (this.#start * 2 > this.#kept.length) {
      this.#kept = this.#kept.slice(this.#start);
      this.#start = 0;
    }
  }

  /** Everything after `seq`, whose newest is `lastSeq`; null = not all of it is known, or it is too much. */
  after(seq: number, lastSeq: number): readonly LiveEvent[] | null {
    if (!Number.isSafeInteger(seq) || seq > lastSeq) return null;
    const count = lastSeq - seq;
    if (count > this.#kept.length - this.#start) return null;
    const missed = this.#kept.slice(this.#kept.length - count);
    if (missed.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0) > this.#limits.maxResumeBytes) return null;
    return missed.map(({ event }) => event);
  }
}
