import type { EgressSample } from '@dropwise/contract/audience';
import { assertNever } from '@dropwise/kit';
import type { Vantage } from '../viewer/vantage.ts';
import type { ByteMeter, ProxyEndpoint } from '../wire/transport.ts';
import { CircuitBreaker } from './circuit-breaker.ts';

export interface EgressOptions {
  readonly name: string;
  /** Null = direct, which is never taken out. */
  readonly proxy: ProxyEndpoint | null;
  /** Wire bytes both ways that may go through it; null = no budget. */
  readonly budgetBytes: number | null;
  /** Told of every byte as well. */
  readonly meter: ByteMeter;
  /** Monotonic ms. */
  readonly now: () => number;
}

/** One way out, with all its viewers: what it let through, and whether it may be used. */
export class Egress implements Vantage {
  readonly name: string;
  readonly proxy: ProxyEndpoint | null;
  readonly meter: ByteMeter;
  readonly #budgetBytes: number;
  readonly #now: () => number;
  readonly #breaker = new CircuitBreaker();
  #isRefused = false;
  #readBytes = 0;
  #writtenBytes = 0;

  constructor({ name, proxy, budgetBytes, meter, now }: EgressOptions) {
    this.name = name;
    this.proxy = proxy;
    this.#budgetBytes = budgetBytes ?? Number.POSITIVE_INFINITY;
    this.#now = now;
    this.meter = {
      read: (bytes) => {
        this.#readBytes += bytes;
        meter.read(bytes);
      },
      written: (bytes) => {
        this.#writtenBytes += bytes;
        meter.written(bytes);
      },
    };
  }

  /** Of a proxy that is being tried again, whoever asks first becomes the probe. */
  get isOpen(): boolean {
    if (this.proxy === null) return true;
    return !this.#isRefused && !this.#isSpent && this.#breaker.admits(this.#now());
  }

  get wireBytes(): number {
    return this.#readBytes + this.#writtenBytes;
  }

  /** Looking changes nothing. */
  get state(): EgressSample['state'] {
    if (this.proxy === null) return 'closed';
    if (this.#isRefused) return 'refused';
    return this.#isSpent ? 'spent' : this.#breaker.state(this.#now());
  }

  /** Why it is not in use; null = it is. */
  get note(): string | null {
    return noteOf(this.state, this.wireBytes, this.#budgetBytes);
  }

  worked(nowMs: number): void {
    this.#breaker.worked(nowMs);
  }

  /** Only what the proxy itself does wrong counts against it, not what the origin answers through it. */
  failed(failureClass: string, nowMs: number): void {
    if (this.proxy === null) return;
    if (failureClass === 'proxy_auth') this.#isRefused = true;
    else if (failureClass === 'proxy_refused' || failureClass === 'proxy_timeout') this.#breaker.failed(nowMs);
  }

  get #isSpent(): boolean {
    return this.wireBytes >= this.#budgetBytes;
  }
}

function noteOf(state: EgressSample['state'], wireBytes: number, budgetBytes: number): string | null {
  switch (state) {
    case 'closed':
      return null;
    case 'open':
      return 'Five attempts in a row failed at the proxy; one is tried again every ten seconds.';
    case 'half-open':
      return 'One attempt is let through to see whether the proxy is back.';
    case 'spent':
      return `The budget of ${budgetBytes} bytes is spent; ${wireBytes} went through.`;
    case 'refused':
      return 'The proxy does not accept the credentials; it was not asked again.';
    default:
      return assertNever(state);
  }
}
