import { connect, isIP, type LookupFunction, type OnReadOpts, type Socket } from 'node:net';
import {
  type ConnectionOptions,
  checkServerIdentity,
  type SecureContext,
  connect as secure,
  type TLSSocket,
} from 'node:tls';
import type { Failure } from './failure.ts';
import { formatIdentity, type WireIdentity } from './format-request.ts';
import type { HeadScanner } from './head-scanner.ts';
import { findPeerProblem, findRouteProblem } from './peer-address.ts';
import { type DialStage, dialClosed, dialFailure, dialTimedOut, failure } from './socket-failure.ts';
import type { ByteMeter, ProxyEndpoint, Route } from './transport.ts';
import type { Tunnel } from './tunnel.ts';
import { createConnectTunnel } from './tunnel-connect.ts';
import { createSocks5Tunnel } from './tunnel-socks5.ts';
import { canCountUnderTls, countsUnderTls, type WireCounts } from './wire-counts.ts';

/** What every connection of a transport shares. */
export interface DialContext {
  readonly identity: WireIdentity;
  readonly secureContext: SecureContext;
  readonly scanner: HeadScanner;
  /** Of proxies' names; origins are never looked up here. */
  readonly lookupProxy: LookupFunction;
  /** Every plain socket reads into it, for the time of one call. Null: the socket is a stream for somebody else to read. */
  readonly readBuffer: Buffer | null;
  /** Those that are not down yet. */
  readonly sockets: Set<Socket>;
}

/** Hears of the connection from its first byte to its last. */
export interface DialOwner {
  /** The connection stands; `socket` is where HTTP is spoken. */
  onDialed(socket: Socket): void;
  onDialFailed(failure: Failure): void;
  /** With a `readBuffer` only: bytes for HTTP, in everybody's buffer. */
  onBytes(buffer: Buffer, start: number, end: number): void;
  onClosed(error: Error | null): void;
}

/**
 * One connection being made: to the origin's pinned address, or through a proxy's tunnel to it; TLS inside.
 *
 * connecting ─▶ [proxy-tls] ─▶ [tunnel] ─▶ [origin-tls] ─▶ open ─▶ closed
 *
 * The plain socket's counts are the bytes on the wire, whatever lies over it.
 */
export class Dial {
  readonly #context: DialContext;
  readonly #route: Route;
  readonly #meter: ByteMeter;
  readonly #owner: DialOwner;
  readonly #addresses: readonly string[];
  #stage: DialStage | 'open' | 'closed' = 'connecting';
  #attempt = 0;
  #wire: Socket | null = null;
  /** The uppermost layer so far. */
  #top: Socket | null = null;
  #error: Error | null = null;
  #counts: WireCounts | null = null;
  #tunnel: Tunnel | null = null;
  #metredRead = 0;
  #metredWritten = 0;

  /** `turn` chooses among several addresses: the next connection begins with the next. */
  constructor(context: DialContext, route: Route, meter: ByteMeter, turn: number, owner: DialOwner) {
    this.#context = context;
    this.#route = route;
    this.#meter = meter;
    this.#owner = owner;
    const first = route.addresses.length === 0 ? 0 : turn % route.addresses.length;
    this.#addresses = [...route.addresses.slice(first), ...route.addresses.slice(0, first)];
  }

  start(): void {
    const problem = findRouteProblem(this.#route);
    if (problem === null) this.#connect();
    else process.nextTick(() => this.#fail(failure('unverified_host', problem)));
  }

  timedOut(limitMs: number): void {
    if (this.#stage === 'open' || this.#stage === 'closed') return;
    this.#fail(dialTimedOut(this.#stage, this.#route.proxy !== null, limitMs));
  }

  /** Nothing more is heard of it. */
  close(): void {
    this.#stage = 'closed';
    this.meter();
    const wire = this.#wire;
    this.#top?.destroy();
    wire?.destroy();
    this.meter();
    this.#wire = null;
    this.#top = null;
    this.#counts = null;
    this.#tunnel = null;
  }

  /** Tells the meter what went over the wire since it was told last. */
  meter(): void {
    const counts = this.#counts;
    if (counts === null) return;
    const { bytesRead, bytesWritten } = counts;
    // Of a handle that is gone there are no counts any more.
    if (bytesRead > this.#metredRead) {
      this.#meter.read(bytesRead - this.#metredRead);
      this.#metredRead = bytesRead;
    }
    if (bytesWritten > this.#metredWritten) {
      this.#meter.written(bytesWritten - this.#metredWritten);
      this.#metredWritten = bytesWritten;
    }
  }

  #connect(): void {
    const { proxy, authority } = this.#route;
    const { readBuffer } = this.#context;
    this.#error = null;
    this.#metredRead = 0;
    this.#metredWritten = 0;
    if (proxy === null && authority.scheme === 'https' && readBuffer !== null && canCountUnderTls()) {
      this.#connectSecure(readBuffer);
    } else this.#connectPlain();
  }

  #connectPlain(): void {
    const { proxy, authority } = this.#route;
    const { readBuffer, lookupProxy } = this.#context;
    const host = proxy?.host ?? this.#addresses[this.#attempt] ?? '';
    const wire = connect({
      host,
      port: proxy?.port ?? authority.port,
      noDelay: true,
      ...(isIP(host) === 0 ? { lookup: lookupProxy, autoSelectFamily: false } : {}),
      ...(readBuffer === null ? {} : { onread: this.#onRead(readBuffer) }),
    });
    this.#begin(wire, wire);
    wire.once('connect', () => this.#connected(wire));
  }

  /** Direct and over TLS, all in one socket, so that it reads into the shared buffer; see `wire-counts.ts`. */
  #connectSecure(readBuffer: Buffer): void {
    const { authority } = this.#route;
    const host = this.#addresses[this.#attempt] ?? '';
    // Node's documentation of `tls.connect` has `onread`, its types do not.
    const options: ConnectionOptions & { readonly onread: OnReadOpts } = {
      ...this.#secureOptions(authority.host),
      host,
      port: authority.port,
      onread: this.#onRead(readBuffer),
    };
    const wire = secure(options);
    wire.setNoDelay(true);
    this.#begin(wire, countsUnderTls(wire));
    // Before Node's own listener, which greets the other side.
    wire.prependOnceListener('connect', () => {
      if (this.#isPeerAllowed(wire)) this.#stage = 'origin-tls';
    });
    // The counts go with the handle: the last of them are taken while it is there.
    wire.once('end', () => this.meter());
    wire.once('secureConnect', () => {
      if (this.#stage === 'origin-tls') this.#open(wire);
    });
  }

  #onRead(buffer: Buffer): OnReadOpts {
    return { buffer, callback: (bytes: number) => this.#received(buffer, bytes) };
  }

  #begin(wire: Socket, counts: WireCounts | null): void {
    this.#wire = wire;
    this.#top = wire;
    this.#counts = counts;
    this.#context.sockets.add(wire);
    wire.once('close', () => this.#context.sockets.delete(wire));
    this.#watch(wire);
  }

  /** The uppermost layer closes last, and the first error of any layer is why. */
  #watch(socket: Socket): void {
    socket.on('error', (error) => {
      this.#error ??= error;
    });
    socket.on('close', () => {
      if (this.#top === socket) this.#broke();
    });
  }

  #broke(): void {
    const { proxy } = this.#route;
    const stage = this.#stage;
    const error = this.#error;
    if (stage === 'closed') return;
    if (stage === 'open') {
      this.close();
      this.#owner.onClosed(error);
    } else if (stage === 'connecting' && proxy === null && this.#attempt + 1 < this.#addresses.length) {
      this.#attempt++;
      this.#connect();
    } else {
      this.#fail(error === null ? dialClosed(stage) : dialFailure(error, stage, proxy !== null));
    }
  }

  #fail(cause: Failure): void {
    if (this.#stage === 'closed') return;
    this.close();
    this.#owner.onDialFailed(cause);
  }

  #connected(wire: Socket): void {
    if (this.#stage === 'closed') return;
    const { proxy } = this.#route;
    if (proxy !== null) {
      if (proxy.scheme === 'https')
        this.#secure('proxy-tls', wire, proxy.host, (over) => this.#beginTunnel(over, proxy));
      else this.#beginTunnel(wire, proxy);
      return;
    }
    if (this.#isPeerAllowed(wire)) this.#reachOrigin(wire);
  }

  #isPeerAllowed(wire: Socket): boolean {
    const problem = findPeerProblem(this.#route, wire.remoteAddress);
    if (problem !== null) this.#fail(failure('unverified_host', problem));
    return problem === null;
  }

  #beginTunnel(socket: Socket, proxy: ProxyEndpoint): void {
    const target = { address: this.#addresses[0] ?? '', port: this.#route.authority.port };
    const { identity, scanner } = this.#context;
    this.#stage = 'tunnel';
    this.#top = socket;
    this.#tunnel =
      proxy.scheme === 'socks5'
        ? createSocks5Tunnel(proxy, target)
        : createConnectTunnel(proxy, target, formatIdentity(identity), scanner);
    if (socket !== this.#wire || this.#context.readBuffer === null) this.#readTunnel(socket);
    socket.write(this.#tunnel.begin());
  }

  /** Of a stream: nothing is taken that comes behind the tunnel's handshake. */
  #readTunnel(socket: Socket): void {
    const onReadable = (): void => {
      while (this.#stage === 'tunnel') {
        const bytes: unknown = socket.read();
        if (!Buffer.isBuffer(bytes)) return;
        this.#feedTunnel(bytes);
      }
      socket.off('readable', onReadable);
    };
    socket.on('readable', onReadable);
  }

  #feedTunnel(bytes: Buffer): void {
    const socket = this.#top;
    const step = this.#tunnel?.feed(bytes);
    if (socket === null || step === undefined) return;
    if (step.kind === 'write') socket.write(step.bytes);
    else if (step.kind === 'failed') this.#fail(step.failure);
    else if (step.kind === 'open') {
      this.#tunnel = null;
      this.#reachOrigin(socket);
    }
  }

  #reachOrigin(socket: Socket): void {
    const { authority } = this.#route;
    if (authority.scheme === 'http') this.#open(socket);
    else this.#secure('origin-tls', socket, authority.host, (over) => this.#open(over));
  }

  /** Certificates are always checked, against the name that was asked for. */
  #secure(stage: 'proxy-tls' | 'origin-tls', under: Socket, name: string, ready: (over: TLSSocket) => void): void {
    this.#stage = stage;
    const over = secure({ ...this.#secureOptions(name), socket: under, host: name });
    this.#top = over;
    this.#watch(over);
    over.once('secureConnect', () => {
      if (this.#stage === stage) ready(over);
    });
  }

  #secureOptions(name: string): ConnectionOptions {
    const { secureContext } = this.#context;
    const options: ConnectionOptions = {
      secureContext,
      ALPNProtocols: ['http/1.1'],
      rejectUnauthorized: true,
      checkServerIdentity: (_host, certificate) => checkServerIdentity(name, certificate),
    };
    // RFC 6066 3: an address is no server name; what is checked then is the address.
    return isIP(name) === 0 ? { ...options, servername: name } : options;
  }

  #open(socket: Socket): void {
    this.#stage = 'open';
    this.#top = socket;
    const isStream = socket !== this.#wire || this.#context.readBuffer === null;
    if (isStream && this.#context.readBuffer !== null) {
      socket.on('data', (bytes: Buffer) => this.#received(bytes, bytes.length));
    }
    this.#owner.onDialed(socket);
  }

  #received(buffer: Buffer, bytes: number): boolean {
    if (this.#stage === 'open') this.#owner.onBytes(buffer, 0, bytes);
    else if (this.#stage === 'tunnel') this.#feedTunnel(buffer.subarray(0, bytes));
    return true;
  }
}
