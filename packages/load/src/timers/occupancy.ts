/** Which of a ring's 256 slots have timers, one bit each, so that the next one is found in a few steps. */
export class Occupancy {
  readonly #words = new Int32Array(8);

  set(slot: number): void {
    const word = slot >>> 5;
    this.#words[word] = (this.#words[word] as number) | (1 << (slot & 31));
  }

  clear(slot: number): void {
    const word = slot >>> 5;
    this.#words[word] = (this.#words[word] as number) & ~(1 << (slot & 31));
  }

  /** The first slot at or after `slot`, without going round; -1 = none. */
  firstFrom(slot: number): number {
    if (slot > 255) return -1;
    let word = slot >>> 5;
    let bits = (this.#words[word] as number) & (-1 << (slot & 31));
    while (bits === 0) {
      if (++word === 8) return -1;
      bits = this.#words[word] as number;
    }
    return word * 32 + (31 - Math.clz32(bits & -bits));
  }
}
