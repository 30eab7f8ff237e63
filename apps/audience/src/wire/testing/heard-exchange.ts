import type { Failure } from '../failure.ts';
import type { Connection, ExchangeTimes, OutgoingRequest, ResponseHead, ResponseSink } from '../transport.ts';

export interface Heard {
  readonly head: ResponseHead | null;
  readonly body: Buffer;
  readonly times: ExchangeTimes | null;
  readonly failure: Failure | null;
}

/** A sink that keeps what it hears, and fails the test when it hears an end twice. */
export class HeardExchange implements ResponseSink {
  readonly done: Promise<Heard>;
  head: ResponseHead | null = null;
  bodyBytes = 0;
  readonly #body: Buffer[] = [];
  #ends = 0;
  #resolve: (heard: Heard) => void = () => {};

  constructor() {
    this.done = new Promise((resolve) => {
      this.#resolve = resolve;
    });
  }

  onHead(head: ResponseHead): void {
    if (this.head !== null) throw new Error('a second head was heard');
    this.head = head;
  }

  onBody(buffer: Uint8Array, start: number, end: number): void {
    if (this.head === null) throw new Error('a body was heard before its head');
    this.bodyBytes += end - start;
    this.#body.push(Buffer.from(buffer.subarray(start, end)));
  }

  onEnd(times: ExchangeTimes): void {
    this.#end({ head: this.head, body: Buffer.concat(this.#body), times, failure: null });
  }

  onFailure(failure: Failure): void {
    this.#end({ head: this.head, body: Buffer.concat(this.#body), times: null, failure });
  }

  #end(heard: Heard): void {
    this.#ends++;
    if (this.#ends > 1) throw new Error('an exchange ended twice');
    this.#resolve(heard);
  }
}

export function requestFor(path: string, changes: Partial<OutgoingRequest> = {}): OutgoingRequest {
  return {
    path,
    range: null,
    mayCompress: false,
    extraHeaders: '',
    limits: { connectMs: 5_000, firstByteMs: 10_000, totalMs: 60_000, maxBytes: 50_000_000 },
    ...changes,
  };
}

export function exchange(connection: Connection, request: OutgoingRequest): Promise<Heard> {
  const sink = new HeardExchange();
  connection.send(request, sink);
  return sink.done;
}
