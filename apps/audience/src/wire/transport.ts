import type { Failure } from './failure.ts';

/** Where a request goes: checked, resolved and pinned before anything is sent. */
export interface Authority {
  readonly scheme: 'http' | 'https';
  /** As in the address; what `Host` and SNI say. IPv6 without brackets. */
  readonly host: string;
  readonly port: number;
}

/** A way to an authority for one viewer: direct, or through its egress proxy. Made by the consent gate and the egress. */
export interface Route {
  readonly authority: Authority;
  /** Pinned IP addresses, as consented to; the connector takes them in turn. */
  readonly addresses: readonly string[];
  readonly proxy: ProxyEndpoint | null;
  /** True: the connected peer must be in 127.0.0.0/8 or ::1, looked at on the socket before the first byte. */
  readonly loopbackOnly: boolean;
}

export interface ProxyEndpoint {
  readonly scheme: 'http' | 'https' | 'socks5';
  readonly host: string;
  readonly port: number;
  readonly credentials: { readonly user: string; readonly password: string } | null;
}

export interface OutgoingRequest {
  /** Path and query, ASCII. */
  readonly path: string;
  /** `bytes=0-99`; null = whole. */
  readonly range: { readonly offset: number; readonly lengthBytes: number } | null;
  /** True: gzip may be answered (playlists); false: identity. */
  readonly mayCompress: boolean;
  /** More header lines, `Name: value\r\n` each; '' = none. CMCD uses it. */
  readonly extraHeaders: string;
  readonly limits: RequestLimits;
}

export interface RequestLimits {
  readonly connectMs: number;
  /** From the request's last byte to the answer's first. */
  readonly firstByteMs: number;
  readonly totalMs: number;
  /** Body bytes on the wire; more is `too_large`. */
  readonly maxBytes: number;
}

/** The answer's head. Header values that nobody needs are not kept. */
export interface ResponseHead {
  readonly status: number;
  /** Null = chunked, or until the connection closes. */
  readonly contentLength: number | null;
  readonly contentType: string | null;
  readonly contentEncoding: string | null;
  readonly contentRange: string | null;
  readonly location: string | null;
  readonly ageSeconds: number | null;
  /** Epoch ms. */
  readonly dateMs: number | null;
  readonly retryAfterSeconds: number | null;
}

/** Monotonic milliseconds of one exchange. */
export interface ExchangeTimes {
  /** The request's last byte was handed to the socket. */
  readonly sentMs: number;
  readonly firstByteMs: number;
  readonly lastByteMs: number;
  readonly bodyBytes: number;
  /** Time of DNS-free connecting, proxy and TLS handshakes that this request waited for; 0 = the connection was there. */
  readonly connectMs: number;
}

/** Hears one exchange: head, chunks, then exactly one of end and failure. */
export interface ResponseSink {
  onHead(head: ResponseHead): void;
  /** Bytes `start` to `end` of a buffer that is everybody's: valid until the call returns. */
  onBody(buffer: Uint8Array, start: number, end: number): void;
  onEnd(times: ExchangeTimes): void;
  onFailure(failure: Failure): void;
}

/** One keep-alive connection of one viewer; one exchange at a time. */
export interface Connection {
  readonly isBusy: boolean;
  /** False: the next request must open another. */
  readonly isUsable: boolean;
  /** Sends at once or when connected. Throws when busy. The sink is told everything, failures too. */
  send(request: OutgoingRequest, sink: ResponseSink): void;
  /** Ends the exchange as `cancelled`, and the connection with it. */
  close(): void;
}

/** What a run has open. `raw` and `undici` are its two makes. */
export interface Transport {
  connect(route: Route, meter: ByteMeter): Connection;
  close(): Promise<void>;
}

/** Counts wire bytes of one proxy (or of the direct way): heads, TLS records and proxy handshakes included. */
export interface ByteMeter {
  read(bytes: number): void;
  written(bytes: number): void;
}
