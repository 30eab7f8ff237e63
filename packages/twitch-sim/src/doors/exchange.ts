/** A request as every door hands it in. */
export interface SimRequest {
  readonly method: string;
  /** `http:` or `https:`. */
  readonly scheme: string;
  /** With the port, if there is one. */
  readonly host: string;
  readonly path: string;
  readonly query: URLSearchParams;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** Null in process. */
  readonly remoteAddress: string | null;
}

export interface SimAnswer {
  readonly kind: 'answer';
  readonly status: number;
  readonly contentType: string;
  readonly body: string | Uint8Array;
  readonly setCookies?: readonly string[];
  readonly headers?: Readonly<Record<string, string>>;
}

/** What comes back: an answer, or none. */
export type SimReply = SimAnswer | { readonly kind: 'reset' } | { readonly kind: 'unresolvable' };

export interface TimedReply {
  readonly reply: SimReply;
  /** How late it comes, on the simulator's clock. */
  readonly delayMs: number;
}

export function jsonAnswer(status: number, body: unknown): SimAnswer {
  return { kind: 'answer', status, contentType: 'application/json', body: JSON.stringify(body) };
}

export function htmlAnswer(status: number, body: string): SimAnswer {
  return { kind: 'answer', status, contentType: 'text/html; charset=utf-8', body };
}

export function emptyAnswer(status: number): SimAnswer {
  return { kind: 'answer', status, contentType: 'text/plain', body: '' };
}

/** Twitch's own form of a refusal outside GraphQL. */
export function refusal(status: number, message: string): SimAnswer {
  return jsonAnswer(status, { error: statusText(status), status, message });
}

function statusText(status: number): string {
  const texts: Readonly<Record<number, string>> = {
    400: 'Bad Request',
    401: 'Unauthorized',
    403: 'Forbidden',
    404: 'Not Found',
    405: 'Method Not Allowed',
  };
  return texts[status] ?? 'Error';
}
