import { assertNever } from '@dropwise/kit';
import type { ConsentGate } from '../consent/gate.ts';
import type { Failure, FailureClass } from '../wire/failure.ts';
import type { ExchangeTimes, ResponseHead, ResponseSink } from '../wire/transport.ts';
import type { Lane, Lanes } from './lanes.ts';
import { type Resource, redirectedResource } from './resource.ts';
import type { Vantage } from './vantage.ts';

/** Hears of one fetch: body, then exactly one of end and failure. */
export interface FetchOwner {
  /** The head of the answer that counts; a failure here ends the fetch with it. */
  onFetchHead(head: ResponseHead): Failure | null;
  /** Bytes are valid until the call returns. A failure ends the fetch with it. */
  onFetchBody(buffer: Uint8Array, start: number, end: number): Failure | null;
  onFetchEnd(times: ExchangeTimes): void;
  onFetchFailure(failure: Failure, retryAfterSeconds: number | null): void;
  /** At the very instant before something is sent. */
  onFetchSend(): void;
  /** It will be sent once more, as the server had closed the connection. */
  onFetchResend(): void;
}

const maxRedirects = 5;
/** A server keeps what it keeps for longer than this; what is reset sooner was reset for the request. */
const shortestKeepAliveMs = 1000;
/** Of an answer that is not wanted; a longer one costs the connection. */
const maxDrainedBytes = 65_536;

/**
 * One thing fetched at a time for one viewer: consent, redirects, status and range are its matter.
 *
 *   idle ──start──▶ asking ──granted──▶ exchanging ──end/failure──▶ idle
 *    ▲                │ refused             │ 3xx: asking again
 *    └────────────────┴──────cancel─────────┘
 */
export class Fetch {
  readonly #gate: ConsentGate;
  readonly #lanes: Lanes;
  readonly #vantage: Vantage;
  readonly #owner: FetchOwner;
  readonly #now: () => number;
  #exchange: Exchange | null = null;
  #lane: Lane | null = null;
  #resource: Resource | null = null;
  #redirects = 0;
  #visited: string[] | null = null;
  #generation = 0;
  #status: StatusReading = wanted;
  #retryAfterSeconds: number | null = null;
  #mayResend = false;
  isBusy = false;

  constructor(gate: ConsentGate, lanes: Lanes, vantage: Vantage, owner: FetchOwner, now: () => number) {
    this.#gate = gate;
    this.#lanes = lanes;
    this.#vantage = vantage;
    this.#owner = owner;
    this.#now = now;
  }

  /** Where the answer came from, after redirects. */
  get finalUri(): string {
    return this.#resource?.uri ?? '';
  }

  get redirects(): number {
    return this.#redirects;
  }

  start(resource: Resource): void {
    if (this.isBusy) throw new Error('A fetch was started while another is under way.');
    this.isBusy = true;
    this.#redirects = 0;
    this.#visited = null;
    this.#go(resource);
  }

  /** Nothing more is heard of it. Its connection, in the middle of an answer, is of no more use. */
  cancel(): void {
    if (!this.isBusy) return;
    this.#settle();
    this.#abandon();
  }

  #go(resource: Resource): void {
    this.#resource = resource;
    this.#retryAfterSeconds = null;
    const throughProxy = this.#vantage.proxy !== null;
    const answer = this.#gate.lookUp(resource.url, throughProxy);
    switch (answer.kind) {
      case 'granted':
        this.#send(resource, this.#lanes.take(answer.grant));
        return;
      case 'refused':
        this.#fail({ class: 'unverified_host', message: answer.sentence, status: null });
        return;
      case 'unknown':
        this.#ask(resource, throughProxy);
        return;
      default:
        assertNever(answer);
    }
  }

  /** By itself, so that a request that needs no question makes no closure. */
  #ask(resource: Resource, throughProxy: boolean): void {
    const generation = this.#generation;
    this.#gate.ask(resource.url, throughProxy, () => {
      if (this.isBusy && generation === this.#generation) this.#go(resource);
    });
  }

  #send(resource: Resource, lane: Lane): void {
    this.#lane = lane;
    this.#mayResend = lane.idleSinceMs !== null && this.#now() - lane.idleSinceMs > shortestKeepAliveMs;
    this.#exchange ??= new Exchange(this);
    this.#owner.onFetchSend();
    lane.connection.send(resource.request, this.#exchange);
  }

  head(head: ResponseHead): void {
    this.#mayResend = false;
    this.#status = readStatus(head, this.#resource as Resource);
    if (this.#status.kind === 'wanted') this.#stopIf(this.#owner.onFetchHead(head));
    else if (this.#status.kind === 'unwanted') {
      this.#retryAfterSeconds = head.retryAfterSeconds;
      if (this.#status.stop || (head.contentLength ?? 0) > maxDrainedBytes) this.#stopIf(this.#status.failure);
    } else if ((head.contentLength ?? 0) > maxDrainedBytes) this.#stopIf(tooLongRedirect);
  }

  body(buffer: Uint8Array, start: number, end: number): void {
    if (this.#status.kind === 'wanted') this.#stopIf(this.#owner.onFetchBody(buffer, start, end));
  }

  end(times: ExchangeTimes): void {
    this.#vantage.worked(times.lastByteMs);
    if (this.#lane !== null) this.#lane.idleSinceMs = times.lastByteMs;
    const status = this.#status;
    switch (status.kind) {
      case 'wanted':
        this.#settle();
        this.#owner.onFetchEnd(times);
        return;
      case 'redirect':
        this.#follow(status.location);
        return;
      case 'unwanted':
        this.#fail(status.failure);
        return;
      default:
        assertNever(status);
    }
  }

  fail(failure: Failure): void {
    const lane = this.#lane;
    const resource = this.#resource;
    // That a server closed a connection which was kept for long is no failure: it is asked again (RFC 9112, 9.3.1).
    if (failure.class === 'reset' && this.#mayResend && lane !== null && resource !== null) {
      this.#lanes.drop(lane);
      this.#owner.onFetchResend();
      this.#go(resource);
      return;
    }
    this.#vantage.failed(failure.class, this.#now());
    this.#fail(failure);
  }

  #follow(location: string | null): void {
    const from = this.#resource as Resource;
    const to = location === null ? null : redirectedResource(from, location);
    if (to === null) return this.#refuseRedirect('an address to go to', 'none that is http');
    if (from.url.protocol === 'https:' && to.url.protocol !== 'https:') {
      return this.#refuseRedirect('https after https', 'http');
    }
    this.#visited ??= [];
    this.#visited.push(from.uri);
    if (this.#visited.includes(to.uri)) return this.#refuseRedirect('a way forward', 'a loop');
    if (++this.#redirects > maxRedirects) return this.#refuseRedirect(`at most ${maxRedirects} redirects`, 'more');
    this.#go(to);
  }

  #refuseRedirect(expected: string, found: string): void {
    this.#fail(failureOf('redirect_limit', `Expected ${expected}, found ${found}.`));
  }

  /** Ends in the middle of an answer. */
  #stopIf(failure: Failure | null): void {
    if (failure === null) return;
    this.#abandon();
    this.#fail(failure);
  }

  #abandon(): void {
    if (this.#exchange !== null) this.#exchange.fetch = null;
    this.#exchange = null;
    const lane = this.#lane;
    this.#lane = null;
    if (lane?.connection.isBusy === true) this.#lanes.drop(lane);
  }

  #fail(failure: Failure): void {
    const retryAfterSeconds = this.#retryAfterSeconds;
    this.#settle();
    this.#owner.onFetchFailure(failure, retryAfterSeconds);
  }

  #settle(): void {
    this.isBusy = false;
    this.#generation++;
  }
}

/** The transport's ear for one fetch; a cancelled one is let go of, so that late words reach nobody. */
class Exchange implements ResponseSink {
  fetch: Fetch | null;

  constructor(fetch: Fetch) {
    this.fetch = fetch;
  }

  onHead(head: ResponseHead): void {
    this.fetch?.head(head);
  }

  onBody(buffer: Uint8Array, start: number, end: number): void {
    this.fetch?.body(buffer, start, end);
  }

  onEnd(times: ExchangeTimes): void {
    this.fetch?.end(times);
  }

  onFailure(failure: Failure): void {
    this.fetch?.fail(failure);
  }
}

type StatusReading =
  | { readonly kind: 'wanted' }
  | { readonly kind: 'redirect'; readonly location: string | null }
  /** `stop`: its body is not worth waiting for. */
  | { readonly kind: 'unwanted'; readonly failure: Failure; readonly stop: boolean };

const wanted: StatusReading = { kind: 'wanted' };
const redirects = new Set([301, 302, 303, 307, 308]);
const tooLongRedirect = failureOf('redirect_limit', `Expected a redirect of at most ${maxDrainedBytes} bytes.`);

function readStatus(head: ResponseHead, resource: Resource): StatusReading {
  const { status } = head;
  const { range } = resource.request;
  if (status === 200 || status === 206) {
    if ((status === 206) !== (range !== null)) return mismatch(`status ${range === null ? 200 : 206}`, `${status}`);
    if (range === null) return wanted;
    const expected = `bytes ${range.offset}-${range.offset + range.lengthBytes - 1}/`;
    if (head.contentRange?.startsWith(expected) === true) return wanted;
    return mismatch(`Content-Range ${expected}…`, head.contentRange?.slice(0, 60) ?? 'none');
  }
  if (redirects.has(status)) return { kind: 'redirect', location: head.location };
  return { kind: 'unwanted', failure: statusFailure(status), stop: false };
}

function mismatch(expected: string, found: string): StatusReading {
  return {
    kind: 'unwanted',
    failure: failureOf('range_mismatch', `Expected ${expected}, found ${found}.`),
    stop: true,
  };
}

function statusFailure(status: number): Failure {
  const message = `Expected status 200, found ${status}.`;
  if (status >= 500) return { class: 'http_5xx', message, status };
  if (status >= 400) return { class: 'http_4xx', message, status };
  return { class: 'semantic', message, status };
}

export function failureOf(failureClass: FailureClass, message: string): Failure {
  return { class: failureClass, message, status: null };
}
