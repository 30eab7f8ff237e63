import {
  fail,
  type HttpDoor,
  type HttpRequest,
  type HttpResponse,
  NetworkError,
  type Result,
  type StopSignal,
  succeed,
} from '@dropwise/kit';
import type { CookieJar } from '../cookies/cookie-jar.ts';
import type { RequestCounters, RequestPurpose } from '../request-counters.ts';
import type { Trace } from '../trace.ts';

export interface ExchangeRequest {
  readonly purpose: RequestPurpose;
  readonly method: HttpRequest['method'];
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly timeoutMs?: number;
  readonly maxBytes?: number;
  /** False for hosts that are no part of Twitch's site: they are not told the cookies. */
  readonly cookies?: boolean;
  readonly redirects?: HttpRequest['redirects'];
  readonly answerAs?: HttpRequest['answerAs'];
}

/** Sends a request with the jar's cookies and the client's user agent, and keeps what the answer sets. */
export type Exchange = (request: ExchangeRequest, signal?: StopSignal) => Promise<Result<HttpResponse, NetworkError>>;

export interface ExchangeParts {
  readonly http: HttpDoor;
  readonly jar: CookieJar;
  readonly counters: RequestCounters;
  readonly userAgent: () => string;
  readonly trace: Trace | null;
  /** The whole of one exchange; 10 s by protocol 1.4. */
  readonly timeoutMs: number;
}

const defaultMaxBytes = 8 * 1024 * 1024;

/** Rejects only when stopped (with the signal's reason). */
export function createExchange(parts: ExchangeParts): Exchange {
  const { http, jar, counters, trace } = parts;
  return async (request, signal) => {
    counters.countRequest(request.purpose);
    const cookie = request.cookies === false ? null : jar.headerFor(request.url);
    const { origin, pathname } = new URL(request.url);
    const name = `${request.method} ${origin}${pathname}`;
    try {
      const response = await http.send(
        {
          method: request.method,
          url: request.url,
          headers: { 'user-agent': parts.userAgent(), ...request.headers, ...(cookie === null ? {} : { cookie }) },
          ...(request.body === undefined ? {} : { body: request.body }),
          timeoutMs: request.timeoutMs ?? parts.timeoutMs,
          maxBytes: request.maxBytes ?? defaultMaxBytes,
          ...(request.redirects === undefined ? {} : { redirects: request.redirects }),
          ...(request.answerAs === undefined ? {} : { answerAs: request.answerAs }),
        },
        signal,
      );
      if (request.cookies !== false) jar.storeResponse(request.url, response.setCookies);
      const size =
        response.bytes === undefined ? `${response.body.length} characters` : `${response.bytes.length} bytes`;
      trace?.('http', `${name} ${response.status} ${size}`);
      return succeed(response);
    } catch (error) {
      if (!(error instanceof NetworkError)) throw error;
      trace?.('http', `${name} ${error.kind}: ${error.message}`);
      return fail(error);
    }
  };
}
