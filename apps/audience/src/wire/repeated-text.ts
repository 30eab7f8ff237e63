const longestKept = 256;

/** A text that mostly comes again as it was (`Date`, `Content-Type`): decoded once, then compared as bytes. */
export class RepeatedText {
  readonly #bytes = Buffer.alloc(longestKept);
  #length = -1;
  #text = '';

  read(buffer: Buffer, start: number, end: number): string {
    if (this.#isSame(buffer, start, end)) return this.#text;
    const text = buffer.toString('latin1', start, end);
    if (end - start <= longestKept) {
      this.#length = buffer.copy(this.#bytes, 0, start, end);
      this.#text = text;
    }
    return text;
  }

  #isSame(buffer: Buffer, start: number, end: number): boolean {
    if (end - start !== this.#length) return false;
    for (let i = 0; i < this.#length; i++) if (buffer[start + i] !== this.#bytes[i]) return false;
    return true;
  }
}
