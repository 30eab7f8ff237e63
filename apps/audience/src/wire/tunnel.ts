import type { Failure } from './failure.ts';

/** What a tunnel's handshake asks for next. */
export type TunnelStep =
  | { readonly kind: 'more' }
  | { readonly kind: 'write'; readonly bytes: Buffer }
  /** Stands; what follows is the origin's. */
  | { readonly kind: 'open' }
  | { readonly kind: 'failed'; readonly failure: Failure };

/** The handshake that makes a proxy's connection one to the pinned address, without a socket. */
export interface Tunnel {
  /** What the client says first. */
  begin(): Buffer;
  /** Any number of bytes; a proxy that sends more than its answer is refused. */
  feed(bytes: Buffer): TunnelStep;
}

/** Where a tunnel ends: an IP address, never a name that the proxy would look up by itself. */
export interface TunnelTarget {
  readonly address: string;
  readonly port: number;
}

export function proxyFailed(failureClass: 'proxy_auth' | 'proxy_refused', message: string): TunnelStep {
  return { kind: 'failed', failure: { class: failureClass, message, status: null } };
}
