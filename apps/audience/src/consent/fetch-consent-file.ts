import type { Failure } from '../wire/failure.ts';
import type {
  Authority,
  ByteMeter,
  OutgoingRequest,
  ResponseHead,
  ResponseSink,
  Transport,
} from '../wire/transport.ts';
import { addressKindOf } from './address-kind.ts';
import { consentFilePath, maxConsentFileBytes } from './consent-file.ts';
import { authorityKey } from './target.ts';

/** What one address answers to the question for its consent. */
export type ConsentFileAnswer =
  | { readonly kind: 'served'; readonly text: string }
  /** It is not there as it must be. `answered`: an HTTP answer came, over https one with a certificate for the name. */
  | { readonly kind: 'absent'; readonly answered: boolean; readonly sentence: string };

/** How the question is sent: always directly, to one address, with nothing that a redirect or an encoding could change. */
export interface ConsentDoor {
  readonly transport: Transport;
  readonly meter: ByteMeter;
}

const request: OutgoingRequest = {
  path: consentFilePath,
  range: null,
  mayCompress: false,
  extraHeaders: '',
  limits: { connectMs: 5_000, firstByteMs: 5_000, totalMs: 10_000, maxBytes: maxConsentFileBytes },
};

/** Asks one address for the file of one authority. Never rejects. */
export function fetchConsentFile(door: ConsentDoor, authority: Authority, address: string): Promise<ConsentFileAnswer> {
  const route = { authority, addresses: [address], proxy: null, loopbackOnly: addressKindOf(address) === 'loopback' };
  return new Promise((resolve) => {
    const connection = door.transport.connect(route, door.meter);
    const where = `${authorityKey(authority)}${consentFilePath} at ${address}`;
    connection.send(
      request,
      new ConsentFileSink(where, (answer) => {
        connection.close();
        resolve(answer);
      }),
    );
  });
}

class ConsentFileSink implements ResponseSink {
  readonly #where: string;
  readonly #done: (answer: ConsentFileAnswer) => void;
  readonly #chunks: Buffer[] = [];
  #head: ResponseHead | null = null;
  #sizeBytes = 0;
  #isDone = false;

  constructor(where: string, done: (answer: ConsentFileAnswer) => void) {
    this.#where = where;
    this.#done = done;
  }

  onHead(head: ResponseHead): void {
    this.#head = head;
    const misfit = misfitOfHead(head);
    if (misfit !== null) this.#absent(`${this.#where} must answer ${misfit}.`);
  }

  onBody(buffer: Uint8Array, start: number, end: number): void {
    if (this.#isDone) return;
    this.#sizeBytes += end - start;
    if (this.#sizeBytes > maxConsentFileBytes) this.#absent(tooLarge(this.#where));
    // Copied: the buffer is everybody's.
    else this.#chunks.push(Buffer.from(buffer.subarray(start, end)));
  }

  onEnd(): void {
    // Every byte is kept as it came, so that a changed one is seen, and none that is not ASCII reads as one that is.
    this.#settle({ kind: 'served', text: Buffer.concat(this.#chunks).toString('latin1') });
  }

  onFailure(failure: Failure): void {
    const tooMuch = failure.class === 'too_large';
    this.#absent(tooMuch ? tooLarge(this.#where) : `${this.#where} could not be fetched: ${describe(failure)}`);
  }

  #absent(sentence: string): void {
    this.#settle({ kind: 'absent', answered: this.#head !== null, sentence });
  }

  #settle(answer: ConsentFileAnswer): void {
    if (this.#isDone) return;
    this.#isDone = true;
    this.#done(answer);
  }
}

function misfitOfHead(head: ResponseHead): string | null {
  const { status, contentType, contentEncoding, contentLength } = head;
  if (status >= 300 && status < 400) return `200 itself, found status ${status}: redirects are not followed`;
  if (status !== 200) return `200, found status ${status}`;
  if (contentEncoding !== null && contentEncoding.trim().toLowerCase() !== 'identity') {
    return `in plain, found Content-Encoding "${contentEncoding.slice(0, 40)}"`;
  }
  const type = contentType?.split(';')[0]?.trim().toLowerCase();
  if (type !== 'text/plain') return `with Content-Type text/plain, found "${contentType?.slice(0, 60) ?? 'none'}"`;
  if ((contentLength ?? 0) > maxConsentFileBytes) return `at most ${maxConsentFileBytes} bytes, found ${contentLength}`;
  return null;
}

function tooLarge(where: string): string {
  return `${where} must have at most ${maxConsentFileBytes} bytes, found more.`;
}

function describe(failure: Failure): string {
  return `${failure.class}, ${failure.message}`;
}
