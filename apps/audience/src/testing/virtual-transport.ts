import type { TimerWheel } from '@dropwise/load';
import type { Failure, FailureClass } from '../wire/failure.ts';
import type {
  ByteMeter,
  Connection,
  OutgoingRequest,
  ResponseHead,
  ResponseSink,
  Route,
  Transport,
} from '../wire/transport.ts';
import type { OriginAnswer, OriginScript } from './origin/origin-script.ts';

/** A transport without sockets, over virtual time: what the origin's script answers arrives when the wheel says. */
export interface VirtualTransport extends Transport {
  readonly connections: number;
  readonly mostConnections: number;
}

export function createVirtualTransport(origin: OriginScript, wheel: TimerWheel, now: () => number): VirtualTransport {
  const open = new Set<VirtualConnection>();
  let most = 0;
  return {
    connect(route, meter) {
      const connection = new VirtualConnection(origin, wheel, now, route, meter, () => open.delete(connection));
      open.add(connection);
      most = Math.max(most, open.size);
      return connection;
    },
    get connections() {
      return open.size;
    },
    get mostConnections() {
      return most;
    },
    close: async () => {
      for (const connection of [...open]) connection.close();
    },
  };
}

const chunkBytes = 65_536;

class VirtualConnection implements Connection {
  isUsable = true;
  readonly #origin: OriginScript;
  readonly #wheel: TimerWheel;
  readonly #now: () => number;
  readonly #route: Route;
  readonly #meter: ByteMeter;
  readonly #closed: () => void;
  #sink: ResponseSink | null = null;
  #exchange = 0;

  constructor(
    origin: OriginScript,
    wheel: TimerWheel,
    now: () => number,
    route: Route,
    meter: ByteMeter,
    closed: () => void,
  ) {
    this.#origin = origin;
    this.#wheel = wheel;
    this.#now = now;
    this.#route = route;
    this.#meter = meter;
    this.#closed = closed;
  }

  get isBusy(): boolean {
    return this.#sink !== null;
  }

  send(request: OutgoingRequest, sink: ResponseSink): void {
    if (this.#sink !== null || !this.isUsable) throw new Error('A connection was used that cannot be.');
    this.#sink = sink;
    this.#meter.written(request.path.length);
    const exchange = ++this.#exchange;
    const sentMs = this.#now();
    const { host, port } = this.#route.authority;
    const answer = this.#origin.answer(`${host}:${port}`, request.path, formatRange(request));
    if (answer.delayMs > request.limits.firstByteMs) {
      return this.#later(exchange, sentMs + request.limits.firstByteMs, () => this.#fail('ttfb_timeout'));
    }
    this.#later(exchange, sentMs + answer.delayMs, () => this.#begin(exchange, request, answer, sentMs));
  }

  close(): void {
    if (this.isUsable) this.#fail('cancelled');
  }

  #begin(exchange: number, request: OutgoingRequest, answer: OriginAnswer, sentMs: number): void {
    const body = answer.body();
    const firstByteMs = this.#now();
    this.#sink?.onHead(headOf(answer, body));
    const durationMs = (body.length / answer.bytesPerSecond) * 1000;
    const lastByteMs = firstByteMs + durationMs;
    const limitMs = sentMs + request.limits.totalMs;
    if (lastByteMs > limitMs) return this.#later(exchange, limitMs, () => this.#fail('body_timeout'));
    this.#later(exchange, lastByteMs, () => {
      if (body.length > request.limits.maxBytes) return this.#fail('too_large');
      if (!this.#deliver(exchange, body.subarray(0, answer.closeAfterBytes ?? body.length))) return;
      if (answer.closeAfterBytes !== null) return this.#fail('truncated');
      const sink = this.#sink;
      this.#sink = null;
      sink?.onEnd({ sentMs, firstByteMs, lastByteMs: this.#now(), bodyBytes: body.length, connectMs: 0 });
    });
  }

  #deliver(exchange: number, body: Buffer): boolean {
    this.#meter.read(body.length);
    for (let from = 0; from < body.length; from += chunkBytes) {
      this.#sink?.onBody(body, from, Math.min(from + chunkBytes, body.length));
      if (exchange !== this.#exchange || !this.isUsable) return false;
    }
    return true;
  }

  #later(exchange: number, atMs: number, then: () => void): void {
    if (atMs === Infinity) return;
    const wake = (): void => {
      if (exchange === this.#exchange && this.isUsable && this.#sink !== null) then();
    };
    this.#wheel.at(atMs, { wake });
  }

  #fail(failureClass: FailureClass): void {
    const sink = this.#sink;
    this.#sink = null;
    this.isUsable = false;
    this.#closed();
    const failure: Failure = { class: failureClass, message: failureClass, status: null };
    sink?.onFailure(failure);
  }
}

function headOf(answer: OriginAnswer, body: Buffer): ResponseHead {
  const { headers } = answer;
  const seconds = (name: string): number | null => (headers[name] === undefined ? null : Number(headers[name]));
  return {
    status: answer.status,
    contentLength: body.length,
    contentType: headers['content-type'] ?? null,
    contentEncoding: headers['content-encoding'] ?? null,
    contentRange: headers['content-range'] ?? null,
    location: headers.location ?? null,
    ageSeconds: seconds('age'),
    dateMs: null,
    retryAfterSeconds: seconds('retry-after'),
  };
}

function formatRange({ range }: OutgoingRequest): string | null {
  return range === null ? null : `bytes=${range.offset}-${range.offset + range.lengthBytes - 1}`;
}
