import { ChunkExtension } from './chunk-extension.ts';
import { cr, hexDigitOf, isTokenOctet, isValueOctet, lf, semicolon } from './octets.ts';

/** Extensions and trailers together, over a whole body: as much as a head may have. */
const maxExtraBytes = 16 * 1024;
/** 2^53 has 14 hexadecimal digits. */
const maxSizeDigits = 13;

type Stage = 'size' | 'extension' | 'size-lf' | 'data-cr' | 'data-lf' | 'trailer' | 'end-lf';

/**
 * The framing of a chunked body (RFC 9112 7.1), byte by byte; the bytes between are the caller's to pass on.
 *
 * size ─ ';' ─▶ extension ─ CR ─▶ size-lf ─▶ data ─▶ data-cr ─▶ data-lf ─▶ size …
 * size 0 ─▶ trailer lines ─▶ end-lf ─▶ done
 */
export class ChunkedBody {
  /** Body bytes that come next, before more framing. */
  dataBytes = 0;
  isDone = false;
  /** What was wrong; '' = nothing. */
  problem = '';
  #stage: Stage = 'size';
  #size = 0;
  #digits = 0;
  #extraBytes = 0;
  #line = '';
  #extension: ChunkExtension | null = null;

  took(bytes: number): void {
    this.dataBytes -= bytes;
  }

  /** Reads framing until body bytes come, the body ends, or the buffer does; the index behind it, or -1 and `problem`. */
  read(buffer: Uint8Array, start: number, end: number): number {
    let at = start;
    while (at < end) {
      const octet = buffer[at] ?? 0;
      at++;
      if (!this.#take(octet)) return -1;
      if (this.dataBytes > 0 || this.isDone) return at;
    }
    return at;
  }

  #take(octet: number): boolean {
    switch (this.#stage) {
      case 'size':
        return this.#takeSize(octet);
      case 'extension':
        return this.#takeExtension(octet);
      case 'size-lf':
        return octet === lf ? this.#beginData() : this.#refuse('a chunk size does not end in CR LF');
      case 'data-cr':
        return octet === cr ? this.#go('data-lf') : this.#refuse('a chunk is longer than its size said');
      case 'data-lf':
        return octet === lf ? this.#beginSize() : this.#refuse('a chunk does not end in CR LF');
      case 'trailer':
        return this.#takeTrailer(octet);
      case 'end-lf':
        return octet === lf ? this.#endTrailerLine() : this.#refuse('a trailer does not end in CR LF');
    }
  }

  #takeSize(octet: number): boolean {
    const digit = hexDigitOf(octet);
    if (digit >= 0) {
      this.#size = this.#size * 16 + digit;
      this.#digits++;
      return this.#digits <= maxSizeDigits || this.#refuse('a chunk size has more than 13 digits');
    }
    if (this.#digits === 0) return this.#refuse('a chunk size is not a hexadecimal number');
    if (octet === cr) return this.#go('size-lf');
    if (octet === semicolon) return this.#beginExtension();
    return this.#refuse('a chunk size is followed by something else than an extension');
  }

  #takeExtension(octet: number): boolean {
    const extension = this.#extension;
    if (octet === cr && extension?.isWhole === true) return this.#go('size-lf');
    if (extension?.take(octet) !== true) return this.#refuse('a chunk extension is not ;name or ;name=value');
    return this.#countExtra();
  }

  #beginExtension(): boolean {
    this.#extension = new ChunkExtension();
    return this.#go('extension');
  }

  #beginData(): boolean {
    if (this.#size === 0) return this.#go('trailer');
    this.dataBytes = this.#size;
    return this.#go('data-cr');
  }

  #beginSize(): boolean {
    this.#size = 0;
    this.#digits = 0;
    return this.#go('size');
  }

  #takeTrailer(octet: number): boolean {
    if (octet === cr) return this.#go('end-lf');
    if (!isValueOctet(octet)) return this.#refuse('a trailer holds a control character');
    this.#line += String.fromCharCode(octet);
    return this.#countExtra();
  }

  #endTrailerLine(): boolean {
    if (this.#line === '') {
      this.isDone = true;
      return true;
    }
    const problem = trailerProblem(this.#line);
    this.#line = '';
    return problem === null ? this.#go('trailer') : this.#refuse(problem);
  }

  #countExtra(): boolean {
    this.#extraBytes++;
    return this.#extraBytes <= maxExtraBytes || this.#refuse('chunk extensions and trailers are longer than 16 KB');
  }

  #go(stage: Stage): true {
    this.#stage = stage;
    return true;
  }

  #refuse(problem: string): false {
    this.problem = problem;
    return false;
  }
}

/** Trailers are not kept, but one that speaks of length is an attempt to be read twice. */
function trailerProblem(line: string): string | null {
  const nameEnd = line.indexOf(':');
  const name = line.slice(0, Math.max(0, nameEnd)).toLowerCase();
  if (name === '' || !Array.from(name).every((letter) => isTokenOctet(letter.charCodeAt(0)))) {
    return 'a trailer has no plain name before its colon';
  }
  return name === 'content-length' || name === 'transfer-encoding' ? `a trailer is named ${name}` : null;
}
