import type { StopSignal } from './sleep.ts';

/**
 * The seam between a client and the network: what a request and a socket are, without saying who carries them.
 * `twitch` carries them over TCP; `twitch-sim` answers them in process. Neither knows the other.
 */

export interface HttpRequest {
  readonly method: 'GET' | 'HEAD' | 'POST';
  /** Absolute, `http:` or `https:`. */
  readonly url: string;
  /** Names in any case; a cookie header included. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  /** The whole exchange must be over by then. */
  readonly timeoutMs: number;
  /** An answer longer than this is refused with a `NetworkError` of kind `tooLarge`. */
  readonly maxBytes: number;
  /** Default `follow`, which is for GET alone. `refuse`: the redirect itself is the answer. */
  readonly redirects?: 'follow' | 'refuse';
  /** Default `text`. `bytes`: the answer comes in `bytes`, and its `body` is empty. */
  readonly answerAs?: 'text' | 'bytes';
}

export interface HttpResponse {
  readonly status: number;
  /** Names in lower case; repeated headers joined by `, ` but for `set-cookie`. */
  readonly headers: Readonly<Record<string, string>>;
  readonly setCookies: readonly string[];
  /** Decoded as UTF-8. */
  readonly body: string;
  /** As it came, where the request asked for that. */
  readonly bytes?: Uint8Array;
}

/** Sends one request. Rejects with a `NetworkError` when no answer came, with the signal's reason when stopped. */
export interface HttpDoor {
  send(request: HttpRequest, signal?: StopSignal): Promise<HttpResponse>;
}

export interface SocketHandlers {
  onOpen(): void;
  onText(text: string): void;
  /** Exactly once, also when the connection could not be made (code 1006). */
  onClose(code: number, reason: string): void;
}

export interface SocketConnection {
  /** Does nothing once the socket is closing. */
  send(text: string): void;
  /** Ends the connection; `onClose` follows. */
  close(code?: number): void;
}

export interface SocketDoor {
  connect(url: string, headers: Readonly<Record<string, string>>, handlers: SocketHandlers): SocketConnection;
}

export type NetworkErrorKind = 'dns' | 'refused' | 'reset' | 'timeout' | 'tls' | 'proxy' | 'tooLarge' | 'other';

/** No answer came. A retry can help with all of these but `tls` and `tooLarge`. */
export class NetworkError extends Error {
  override readonly name = 'NetworkError';
  readonly kind: NetworkErrorKind;
  readonly host: string;

  constructor(kind: NetworkErrorKind, host: string, message: string) {
    super(message);
    this.kind = kind;
    this.host = host;
  }

  get canRetry(): boolean {
    return this.kind !== 'tls' && this.kind !== 'tooLarge';
  }
}
