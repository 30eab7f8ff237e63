import { type HttpDoor, type HttpRequest, type HttpResponse, NetworkError, type StopSignal } from '@dropwise/kit';

/** What a fake answers: an answer's parts, or a network failure. */
export type FakeAnswer = { status?: number; body?: string; json?: unknown; setCookies?: string[] } | NetworkError;
export type FakeHandler = (request: HttpRequest) => FakeAnswer | Promise<FakeAnswer>;

/** Answers by path (`POST /gql`); an unknown path fails the test through its own message. */
export class FakeHttp implements HttpDoor {
  readonly requests: HttpRequest[] = [];
  readonly #handlers = new Map<string, FakeHandler>();

  on(route: string, handler: FakeHandler | FakeAnswer): this {
    this.#handlers.set(route, typeof handler === 'function' ? handler : () => handler);
    return this;
  }

  sent(path: string): HttpRequest[] {
    return this.requests.filter(({ url }) => new URL(url).pathname === path);
  }

  async send(request: HttpRequest, signal?: StopSignal): Promise<HttpResponse> {
    if (signal?.aborted) throw signal.reason;
    this.requests.push(request);
    const route = `${request.method} ${new URL(request.url).pathname}`;
    const handler = this.#handlers.get(route);
    if (handler === undefined)
      throw new Error(`the fake expected one of ${[...this.#handlers.keys()]}, found ${route}`);
    const answer = await handler(request);
    if (answer instanceof NetworkError) throw answer;
    const { status = 200, body, json, setCookies = [] } = answer;
    return { status, headers: {}, setCookies, body: body ?? (json === undefined ? '' : JSON.stringify(json)) };
  }
}

/** Answers for the same route, one after another; the last one stays. */
export function inTurn(...answers: FakeAnswer[]): FakeHandler {
  let index = 0;
  return () => answers[Math.min(index++, answers.length - 1)] ?? { status: 500 };
}
