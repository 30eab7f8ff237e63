import type { Agent } from 'node:http';
import type { SocketConnection, SocketDoor, SocketHandlers } from '@dropwise/kit';
import { WebSocket } from 'ws';
import { networkErrorOf } from './network-error-of.ts';
import { openProxyAgent } from './proxy.ts';
import type { TcpDoorOptions } from './tcp-http-door.ts';

export interface TcpSocketDoor extends SocketDoor, AsyncDisposable {
  /** Closes every connection; resolves when all are down. */
  [Symbol.asyncDispose](): Promise<void>;
}

const handshakeTimeoutMs = 10_000;
const maxPayloadBytes = 1024 * 1024;
/** For the other side's half of the farewell; then the connection is cut. */
const farewellMs = 1_000;

/** WebSockets over TCP, TLS and one optional proxy. */
export function createTcpSocketDoor(options: TcpDoorOptions = {}): TcpSocketDoor {
  const { proxy = null, ca } = options;
  const links = new Set<Link>();
  let agent: Promise<Agent> | null = null;

  /** Undefined without a proxy, so that nothing waits. */
  function loadAgent(): Promise<Agent> | undefined {
    if (proxy === null) return undefined;
    agent ??= openProxyAgent(proxy, { keepAlive: false, maxSockets: 16 });
    return agent;
  }

  return {
    connect(url, headers, handlers) {
      const label = proxy?.label ?? null;
      const link = new Link(url, handlers, label, () => links.delete(link));
      links.add(link);
      const loading = loadAgent();
      const start = (through?: Agent): void =>
        link.start(
          new WebSocket(url, {
            headers,
            handshakeTimeout: handshakeTimeoutMs,
            maxPayload: maxPayloadBytes,
            perMessageDeflate: false,
            ...(through === undefined ? {} : { agent: through }),
            ...(ca === undefined ? {} : { ca }),
          }),
        );
      // Even without a proxy the caller gets its connection before the first handler runs.
      if (loading === undefined) start();
      else loading.then(start, (error) => link.fail(error));
      return link;
    },
    async [Symbol.asyncDispose]() {
      await Promise.all([...links].map((link) => link.closeAndWait()));
      (await agent?.catch(() => null))?.destroy();
    },
  };
}

/** One connection, from the wish to the last `onClose`. */
class Link implements SocketConnection {
  readonly #host: string;
  readonly #handlers: SocketHandlers;
  readonly #proxyLabel: string | null;
  readonly #onDown: () => void;
  readonly #down: Promise<void>;
  #markDown: () => void = () => {};
  #socket: WebSocket | null = null;
  #failure = '';
  #isDown = false;
  #isOpen = false;
  #wantsClose = false;

  constructor(url: string, handlers: SocketHandlers, proxyLabel: string | null, onDown: () => void) {
    this.#host = new URL(url).hostname;
    this.#handlers = handlers;
    this.#proxyLabel = proxyLabel;
    this.#onDown = onDown;
    this.#down = new Promise((resolve) => {
      this.#markDown = resolve;
    });
  }

  start(socket: WebSocket): void {
    this.#socket = socket;
    socket.on('open', () => {
      this.#isOpen = true;
      if (!this.#wantsClose) this.#handlers.onOpen();
    });
    socket.on('message', (content, isBinary) => {
      if (!isBinary && !this.#wantsClose) this.#handlers.onText(content.toString());
    });
    socket.on('error', (error) => {
      this.#failure = this.#describe(error);
    });
    socket.on('close', (code, reason) => this.#finish(code, reason.toString() || this.#failure));
    if (this.#wantsClose) socket.terminate();
  }

  fail(error: unknown): void {
    this.#finish(1006, this.#describe(error));
  }

  send(text: string): void {
    if (this.#socket?.readyState === WebSocket.OPEN && !this.#wantsClose) this.#socket.send(text);
  }

  close(code = 1000): void {
    if (this.#wantsClose || this.#isDown) return;
    this.#wantsClose = true;
    const socket = this.#socket;
    if (socket === null) return;
    if (!this.#isOpen) return socket.terminate();
    socket.close(code);
    const cut = setTimeout(() => socket.terminate(), farewellMs);
    void this.#down.then(() => clearTimeout(cut));
  }

  closeAndWait(): Promise<void> {
    this.close();
    return this.#down;
  }

  #describe(error: unknown): string {
    const refusal = error instanceof Error ? /^Unexpected server response: (\d+)$/.exec(error.message) : null;
    if (refusal?.[1] === '407' && this.#proxyLabel !== null) {
      return networkErrorOf({ code: 'HTTP 407' }, this.#host, this.#proxyLabel).message;
    }
    if (refusal !== null) return `${this.#host} refused the socket with HTTP ${refusal[1]}`;
    return networkErrorOf(error, this.#host, this.#isOpen ? null : this.#proxyLabel).message;
  }

  #finish(code: number, reason: string): void {
    if (this.#isDown) return;
    this.#isDown = true;
    this.#onDown();
    this.#markDown();
    this.#handlers.onClose(code, reason);
  }
}
