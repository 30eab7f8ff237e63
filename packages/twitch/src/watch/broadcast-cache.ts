import type { BroadcastId } from '@dropwise/kit';

const maxBroadcasts = 50;

/** What was found out for a broadcast. Holds the last fifty; the one unused for longest makes room. */
export class BroadcastCache<Value> {
  readonly #values = new Map<BroadcastId, Value>();

  get(id: BroadcastId): Value | undefined {
    const value = this.#values.get(id);
    if (value !== undefined) {
      this.#values.delete(id);
      this.#values.set(id, value);
    }
    return value;
  }

  set(id: BroadcastId, value: Value): void {
    this.#values.delete(id);
    this.#values.set(id, value);
    for (const oldest of this.#values.keys()) {
      if (this.#values.size <= maxBroadcasts) break;
      this.#values.delete(oldest);
    }
  }

  delete(id: BroadcastId): void {
    this.#values.delete(id);
  }
}
