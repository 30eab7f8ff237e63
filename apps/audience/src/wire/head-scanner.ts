import { type HeadField, headFieldAt } from './head-fields.ts';
import { parseHttpDate, parseRetryAfter } from './head-values.ts';
import { colon, comma, cr, isTokenOctet, isValueOctet, lf, parseDigits, space, tab } from './octets.ts';
import { RepeatedText } from './repeated-text.ts';
import type { ResponseHead } from './transport.ts';

/** `scan` gives the index behind the head, or one of these. */
export const headIncomplete = -1;
export const headMalformed = -2;

/**
 * Reads response heads (RFC 9112 2 to 6), strictly: CRLF alone ends a line, names are tokens, no folding, one
 * length. What was read last stands in its fields until the next `scan`; one scanner serves every connection.
 */
export class HeadScanner {
  status = 0;
  /** -1 = none was sent. */
  contentLength = -1;
  isChunked = false;
  /** The connection ends with this answer. */
  closes = false;
  /** What was wrong, when `scan` gave `headMalformed`. */
  problem = '';
  #isHttp10 = false;
  #contentType: string | null = null;
  #contentEncoding: string | null = null;
  #contentRange: string | null = null;
  #location: string | null = null;
  #ageSeconds: number | null = null;
  #dateMs: number | null = null;
  #retryAfter: string | null = null;
  readonly #types = new RepeatedText();
  readonly #dates = new RepeatedText();
  #lastDate = '';
  #lastDateMs: number | null = null;

  scan(buffer: Buffer, start: number, end: number): number {
    this.#reset();
    let at = this.#scanStatusLine(buffer, start, end);
    while (at >= 0) {
      if (at >= end) return headIncomplete;
      if (buffer[at] === cr) return this.#scanEnd(buffer, at, end);
      at = this.#scanField(buffer, at, end);
    }
    return at;
  }

  /** The head read last, for whoever asked. */
  toHead(): ResponseHead {
    return {
      status: this.status,
      contentLength: this.contentLength < 0 ? null : this.contentLength,
      contentType: this.#contentType,
      contentEncoding: this.#contentEncoding,
      contentRange: this.#contentRange,
      location: this.#location,
      ageSeconds: this.#ageSeconds,
      dateMs: this.#dateMs,
      retryAfterSeconds: this.#retryAfter === null ? null : parseRetryAfter(this.#retryAfter, this.#dateMs),
    };
  }

  #reset(): void {
    this.status = 0;
    this.contentLength = -1;
    this.isChunked = false;
    this.#contentType = null;
    this.#contentEncoding = null;
    this.#contentRange = null;
    this.#location = null;
    this.#ageSeconds = null;
    this.#dateMs = null;
    this.#retryAfter = null;
  }

  /** `HTTP/1.1 200 OK`; the reason, and the space before it, may be missing. */
  #scanStatusLine(buffer: Buffer, start: number, end: number): number {
    for (let i = 0; i < versionPrefix.length; i++) {
      if (start + i >= end) return headIncomplete;
      if (buffer[start + i] !== versionPrefix[i]) return this.#malformed('the answer does not begin with HTTP/1.');
    }
    if (start + 12 >= end) return headIncomplete;
    const minor = (buffer[start + 7] ?? 0) - 0x30;
    if ((minor !== 0 && minor !== 1) || buffer[start + 8] !== space) {
      return this.#malformed('the answer is neither HTTP/1.1 nor HTTP/1.0');
    }
    this.status = parseDigits(buffer, start + 9, start + 12);
    if (this.status < 100 || this.status > 599)
      return this.#malformed('the status is not three digits from 100 to 599');
    this.#isHttp10 = minor === 0;
    this.closes = this.#isHttp10;
    const after = buffer[start + 12];
    if (after !== space && after !== cr) return this.#malformed('the status is not followed by a space');
    return this.#scanLineEnd(buffer, start + 12, end);
  }

  #scanField(buffer: Buffer, start: number, end: number): number {
    let at = start;
    while (at < end && isTokenOctet(buffer[at] ?? 0)) at++;
    if (at >= end) return headIncomplete;
    if (at === start || buffer[at] !== colon)
      return this.#malformed('a header line has no plain name before its colon');
    const field = headFieldAt(buffer, start, at);
    at++;
    while (at < end && (buffer[at] === space || buffer[at] === tab)) at++;
    const lineEnd = this.#scanLineEnd(buffer, at, end);
    if (lineEnd < 0 || field === null) return lineEnd;
    let valueEnd = lineEnd - 2;
    while (valueEnd > at && (buffer[valueEnd - 1] === space || buffer[valueEnd - 1] === tab)) valueEnd--;
    return this.#keep(field, buffer, at, valueEnd) ? lineEnd : headMalformed;
  }

  /** The index behind the CRLF that ends the line. */
  #scanLineEnd(buffer: Buffer, start: number, end: number): number {
    let at = start;
    while (at < end && isValueOctet(buffer[at] ?? 0)) at++;
    if (at >= end) return headIncomplete;
    if (buffer[at] !== cr)
      return this.#malformed('a line of the head holds a control character, or ends without CR LF');
    if (at + 1 >= end) return headIncomplete;
    return buffer[at + 1] === lf ? at + 2 : this.#malformed('a CR in the head is not followed by LF');
  }

  #scanEnd(buffer: Buffer, at: number, end: number): number {
    if (at + 1 >= end) return headIncomplete;
    if (buffer[at + 1] !== lf) return this.#malformed('a CR in the head is not followed by LF');
    if (this.isChunked && this.contentLength >= 0) {
      return this.#malformed('the answer has both Content-Length and Transfer-Encoding');
    }
    if (this.isChunked && this.#isHttp10) return this.#malformed('an HTTP/1.0 answer has Transfer-Encoding');
    return at + 2;
  }

  /** False: what was found makes the answer's length doubtful. Of fields that do not, the first counts. */
  #keep(field: HeadField, buffer: Buffer, start: number, end: number): boolean {
    switch (field) {
      case 'content-length':
        return this.#keepContentLength(buffer, start, end);
      case 'transfer-encoding':
        return this.#keepTransferEncoding(buffer, start, end);
      case 'connection':
        return this.#keepConnection(buffer, start, end);
      case 'content-type':
        this.#contentType ??= this.#types.read(buffer, start, end);
        return true;
      case 'date':
        this.#dateMs ??= this.#readDate(buffer, start, end);
        return true;
      default:
        return this.#keepRare(field, buffer, start, end);
    }
  }

  #keepRare(
    field: 'age' | 'content-encoding' | 'content-range' | 'location' | 'retry-after',
    buffer: Buffer,
    start: number,
    end: number,
  ): boolean {
    const text = buffer.toString('latin1', start, end);
    if (field === 'age') this.#ageSeconds ??= /^\d{1,10}$/.test(text) ? Number(text) : null;
    else if (field === 'content-range') this.#contentRange ??= text;
    else if (field === 'retry-after') this.#retryAfter ??= text;
    else if (field === 'location') this.#location ??= buffer.toString('utf8', start, end);
    else this.#contentEncoding = this.#contentEncoding === null ? text : `${this.#contentEncoding}, ${text}`;
    return true;
  }

  #keepContentLength(buffer: Buffer, start: number, end: number): boolean {
    if (this.contentLength >= 0) return this.#refuse('the answer has Content-Length twice');
    this.contentLength = parseDigits(buffer, start, end);
    return this.contentLength >= 0 || this.#refuse('Content-Length is not a whole number below 2^53');
  }

  #keepTransferEncoding(buffer: Buffer, start: number, end: number): boolean {
    if (this.isChunked) return this.#refuse('the answer has Transfer-Encoding twice');
    this.isChunked = buffer.toString('latin1', start, end).toLowerCase() === 'chunked';
    return this.isChunked || this.#refuse('Transfer-Encoding is something else than chunked');
  }

  #keepConnection(buffer: Buffer, start: number, end: number): boolean {
    let from = start;
    for (let at = start; at <= end; at++) {
      if (at < end && buffer[at] !== comma) continue;
      const token = buffer.toString('latin1', from, at).trim().toLowerCase();
      if (token === 'close') this.closes = true;
      else if (token === 'keep-alive' && this.#isHttp10) this.closes = false;
      from = at + 1;
    }
    return true;
  }

  #readDate(buffer: Buffer, start: number, end: number): number | null {
    const text = this.#dates.read(buffer, start, end);
    if (text !== this.#lastDate) {
      this.#lastDate = text;
      this.#lastDateMs = parseHttpDate(text);
    }
    return this.#lastDateMs;
  }

  #refuse(problem: string): false {
    this.problem = problem;
    return false;
  }

  #malformed(problem: string): number {
    this.problem = problem;
    return headMalformed;
  }
}

const versionPrefix = Buffer.from('HTTP/1.', 'latin1');
