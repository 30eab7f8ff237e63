import type { Failure } from '../wire/failure.ts';
import type { ByteMeter, OutgoingRequest, ResponseHead, ResponseSink, Route, Transport } from '../wire/transport.ts';

export type FetchedText =
  | { readonly kind: 'text'; readonly head: ResponseHead; readonly body: Buffer }
  | { readonly kind: 'failed'; readonly failure: Failure };

/** One request on a connection of its own; what is longer than the request's limit is a failure. Never rejects. */
export function fetchText(
  transport: Transport,
  meter: ByteMeter,
  route: Route,
  request: OutgoingRequest,
): Promise<FetchedText> {
  return new Promise((resolve) => {
    const connection = transport.connect(route, meter);
    const sink = new TextSink((fetched) => {
      resolve(fetched);
      connection.close();
    });
    connection.send(request, sink);
  });
}

class TextSink implements ResponseSink {
  readonly #done: (fetched: FetchedText) => void;
  readonly #chunks: Buffer[] = [];
  #head: ResponseHead | null = null;
  #isDone = false;

  constructor(done: (fetched: FetchedText) => void) {
    this.#done = done;
  }

  onHead(head: ResponseHead): void {
    this.#head = head;
  }

  onBody(buffer: Uint8Array, start: number, end: number): void {
    // Copied: the buffer is everybody's.
    this.#chunks.push(Buffer.from(buffer.subarray(start, end)));
  }

  onEnd(): void {
    const head = this.#head;
    if (head !== null) this.#settle({ kind: 'text', head, body: Buffer.concat(this.#chunks) });
  }

  onFailure(failure: Failure): void {
    this.#settle({ kind: 'failed', failure });
  }

  #settle(fetched: FetchedText): void {
    if (this.#isDone) return;
    this.#isDone = true;
    this.#done(fetched);
  }
}
