/** Numbers of rows by what is in them. At its maximum it is emptied: what is asked for again is read again. */
export class IdCache {
  readonly #ids = new Map<string, number>();
  readonly #max: number;

  constructor(max: number) {
    this.#max = max;
  }

  find(parts: readonly string[], read: () => number): number {
    const key = JSON.stringify(parts);
    const known = this.#ids.get(key);
    if (known !== undefined) return known;
    const id = read();
    if (this.#ids.size >= this.#max) this.#ids.clear();
    this.#ids.set(key, id);
    return id;
  }

  /** After a transaction that was undone, or rows that were removed. */
  clear(): void {
    this.#ids.clear();
  }
}
