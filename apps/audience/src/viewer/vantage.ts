import type { ByteMeter, ProxyEndpoint } from '../wire/transport.ts';

/** The way a viewer's traffic takes: direct, or through one proxy. What a viewer needs of `egress`, and no more. */
export interface Vantage {
  /** `direct`, or the proxy's name. */
  readonly name: string;
  /** Null = direct. */
  readonly proxy: ProxyEndpoint | null;
  readonly meter: ByteMeter;
  /** False: nothing more may be sent this way (broken, refused, its budget spent). Looked at before every request. */
  readonly isOpen: boolean;
  /** An exchange over it came to its end, whatever its status. */
  worked(nowMs: number): void;
  /** An exchange failed with this class; the proxy's own classes open its breaker. */
  failed(failureClass: string, nowMs: number): void;
}

/** Straight to the origin, always open. */
export function createDirectVantage(meter: ByteMeter): Vantage {
  return { name: 'direct', proxy: null, meter, isOpen: true, worked() {}, failed() {} };
}
