import { ChunkedBody } from './chunked-body.ts';
import type { Failure, FailureClass } from './failure.ts';
import { type HeadScanner, headIncomplete, headMalformed } from './head-scanner.ts';
import type { ResponseSink } from './transport.ts';

/** Of all heads of one answer together, interim ones (1xx) too. */
const maxHeadBytes = 32 * 1024;
const maxInterimHeads = 16;

/**
 * What an answer's bytes are (RFC 9112), without a socket. Bodies are passed on where they lie; nothing is copied
 * but a head that came in pieces.
 *
 * idle ─ begin ─▶ head ─▶ counted | chunked | until-close ─▶ done
 *                  └─────────────── problem ───────────────▶ failed
 */
type Stage = 'idle' | 'head' | 'counted' | 'chunked' | 'until-close' | 'done' | 'failed';

export class ResponseReader {
  /** Set when `isFailed`. */
  failure: Failure | null = null;
  bodyBytes = 0;
  /** The connection cannot carry another exchange. */
  mustClose = false;
  readonly #scanner: HeadScanner;
  #stage: Stage = 'idle';
  #sink: ResponseSink | null = null;
  #maxBytes = 0;
  #left = 0;
  #headBytes = 0;
  #interimHeads = 0;
  #chunks: ChunkedBody | null = null;
  #partialHead: Buffer | null = null;
  #partialBytes = 0;

  constructor(scanner: HeadScanner) {
    this.#scanner = scanner;
  }

  get isDone(): boolean {
    return this.#stage === 'done';
  }

  get isFailed(): boolean {
    return this.#stage === 'failed';
  }

  /** No byte of the final head has come. */
  get awaitsFirstByte(): boolean {
    return this.#stage === 'head' && this.#partialBytes === 0;
  }

  get awaitsHead(): boolean {
    return this.#stage === 'head';
  }

  begin(sink: ResponseSink, maxBytes: number): void {
    this.#stage = 'head';
    this.#sink = sink;
    this.#maxBytes = maxBytes;
    this.failure = null;
    this.bodyBytes = 0;
    this.mustClose = false;
    this.#headBytes = 0;
    this.#interimHeads = 0;
  }

  /** Nobody listens any more. */
  abandon(): void {
    this.#stage = 'idle';
    this.#sink = null;
    this.#dropPartialHead();
  }

  /** Takes what belongs to the answer; the index of the first byte that does not. */
  feed(buffer: Buffer, start: number, end: number): number {
    let at = start;
    while (at < end && this.#stage === 'head') at = this.#feedHead(buffer, at, end);
    switch (this.#stage) {
      case 'counted':
        return this.#feedCounted(buffer, at, end);
      case 'chunked':
        return this.#feedChunked(buffer, at, end);
      case 'until-close':
        this.#pass(buffer, at, end);
        return end;
      default:
        return at;
    }
  }

  /** The other side closed: the end of the body, or of hope. */
  close(): void {
    if (this.#stage === 'until-close') this.#stage = 'done';
    else if (this.#stage === 'counted') this.#fail('truncated', `${this.#left} bytes of the body are missing`);
    else if (this.#stage === 'chunked') this.#fail('truncated', 'the connection closed before the last chunk');
    else if (this.#stage === 'head') this.#closeInHead();
  }

  #closeInHead(): void {
    const held = this.#partialHead;
    if (held === null) this.#fail('reset', 'the connection closed before an answer');
    else if (this.#scanner.scan(held, 0, this.#partialBytes) === headMalformed) this.#failHead(0);
    else this.#fail('truncated', 'the connection closed within the head');
  }

  #feedHead(buffer: Buffer, start: number, end: number): number {
    if (this.#partialHead !== null) return this.#feedPartialHead(this.#partialHead, buffer, start, end);
    const at = this.#scanner.scan(buffer, start, end);
    if (at === headMalformed) return this.#failHead(end);
    if (at === headIncomplete) return this.#keepPartialHead(buffer, start, end);
    return this.#countHead(at - start) ? this.#acceptHead(at) : end;
  }

  #keepPartialHead(buffer: Buffer, start: number, end: number): number {
    if (!this.#countHead(end - start)) return end;
    this.#partialHead = Buffer.allocUnsafeSlow(Math.max(1_024, end - start));
    this.#partialBytes = buffer.copy(this.#partialHead, 0, start, end);
    return end;
  }

  /** Looks for the head's end alone until it is there, so that a head in single bytes costs no more than its length. */
  #feedPartialHead(held: Buffer, buffer: Buffer, start: number, end: number): number {
    const taken = Math.min(end - start, maxHeadBytes - this.#headBytes + 1);
    const partial = this.#roomFor(held, taken);
    const before = this.#partialBytes;
    buffer.copy(partial, before, start, start + taken);
    this.#partialBytes = before + taken;
    const endAt = partial.subarray(0, this.#partialBytes).indexOf('\r\n\r\n', Math.max(0, before - 3), 'latin1');
    if (endAt < 0) {
      this.#countHead(taken);
      return start + taken;
    }
    const consumed = endAt + 4 - before;
    if (!this.#countHead(consumed)) return end;
    const at = this.#scanner.scan(partial, 0, endAt + 4);
    this.#dropPartialHead();
    return at < 0 ? this.#failHead(end) : this.#acceptHead(start + consumed);
  }

  #roomFor(held: Buffer, bytes: number): Buffer {
    if (this.#partialBytes + bytes <= held.length) return held;
    const larger = Buffer.allocUnsafeSlow(Math.max(held.length * 2, this.#partialBytes + bytes));
    held.copy(larger, 0, 0, this.#partialBytes);
    this.#partialHead = larger;
    return larger;
  }

  #dropPartialHead(): void {
    this.#partialHead = null;
    this.#partialBytes = 0;
  }

  #countHead(bytes: number): boolean {
    this.#headBytes += bytes;
    if (this.#headBytes <= maxHeadBytes) return true;
    this.#fail('too_large', 'the head of the answer is longer than 32 KB');
    return false;
  }

  #acceptHead(at: number): number {
    const { status } = this.#scanner;
    if (status < 200) {
      this.#interimHeads++;
      if (status === 101) this.#fail('parse', 'the answer switches protocols (101), which nobody asked for');
      else if (this.#interimHeads > maxInterimHeads) this.#fail('parse', 'more than 16 interim answers (1xx) came');
      return at;
    }
    this.mustClose = this.#scanner.closes;
    this.#chooseBody(status);
    this.#sink?.onHead(this.#scanner.toHead());
    if (this.#stage === 'counted' && this.#left > this.#maxBytes) this.#failSize(at);
    return at;
  }

  /** RFC 9112 6.3. */
  #chooseBody(status: number): void {
    const { contentLength, isChunked } = this.#scanner;
    if (status === 204 || status === 304) this.#stage = 'done';
    else if (isChunked) this.#beginChunked();
    else if (contentLength >= 0) this.#beginCounted(contentLength);
    else this.#beginUntilClose();
  }

  #beginChunked(): void {
    this.#chunks = new ChunkedBody();
    this.#stage = 'chunked';
  }

  #beginCounted(length: number): void {
    this.#left = length;
    this.#stage = length === 0 ? 'done' : 'counted';
  }

  #beginUntilClose(): void {
    this.mustClose = true;
    this.#stage = 'until-close';
  }

  #feedCounted(buffer: Buffer, start: number, end: number): number {
    const taken = Math.min(this.#left, end - start);
    this.#left -= taken;
    if (!this.#pass(buffer, start, start + taken)) return end;
    if (this.#left === 0) this.#stage = 'done';
    return start + taken;
  }

  #feedChunked(buffer: Buffer, start: number, end: number): number {
    const chunks = this.#chunks;
    let at = start;
    while (chunks !== null && at < end) {
      if (chunks.dataBytes > 0) {
        const taken = Math.min(chunks.dataBytes, end - at);
        chunks.took(taken);
        if (!this.#pass(buffer, at, at + taken)) return end;
        at += taken;
        continue;
      }
      at = chunks.read(buffer, at, end);
      if (at < 0) return this.#fail('parse', chunks.problem, end);
      if (!chunks.isDone) continue;
      this.#stage = 'done';
      return at;
    }
    return at;
  }

  /** False: the exchange ended meanwhile, by size or by whoever listens. */
  #pass(buffer: Buffer, start: number, end: number): boolean {
    if (start >= end) return true;
    this.bodyBytes += end - start;
    if (this.bodyBytes > this.#maxBytes) {
      this.#failSize(end);
      return false;
    }
    this.#sink?.onBody(buffer, start, end);
    return this.#sink !== null;
  }

  #failHead(end: number): number {
    return this.#fail('parse', this.#scanner.problem, end);
  }

  #failSize(end: number): number {
    return this.#fail('too_large', `the body is longer than the ${this.#maxBytes} bytes that are allowed for it`, end);
  }

  #fail(failureClass: FailureClass, message: string, end = 0): number {
    this.failure = { class: failureClass, message, status: null };
    this.#stage = 'failed';
    this.#dropPartialHead();
    return end;
  }
}
