import type { SocketConnection, SocketDoor, SocketHandlers } from '@dropwise/kit';

/** One connection that the test drives from the server's side. */
export class FakeConnection implements SocketConnection {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly sent: string[] = [];
  /** Called with every frame from the client. */
  onFrame: (frame: Record<string, unknown>) => void = () => {};
  isDown = false;
  readonly #handlers: SocketHandlers;

  constructor(url: string, headers: Readonly<Record<string, string>>, handlers: SocketHandlers) {
    this.url = url;
    this.headers = headers;
    this.#handlers = handlers;
  }

  frames(type: string): Record<string, unknown>[] {
    return this.sent.map((text) => JSON.parse(text)).filter((frame) => frame.type === type);
  }

  open(): void {
    this.#handlers.onOpen();
  }

  say(frame: unknown): void {
    this.#handlers.onText(typeof frame === 'string' ? frame : JSON.stringify(frame));
  }

  drop(code = 1006, reason = ''): void {
    if (this.isDown) return;
    this.isDown = true;
    this.#handlers.onClose(code, reason);
  }

  send(text: string): void {
    if (this.isDown) return;
    this.sent.push(text);
    this.onFrame(JSON.parse(text));
  }

  close(code = 1000): void {
    queueMicrotask(() => this.drop(code));
  }
}

/** Collects connections; `onConnect` may open them at once. */
export class FakeSockets implements SocketDoor {
  readonly connections: FakeConnection[] = [];
  onConnect: (connection: FakeConnection) => void = () => {};

  /** Connections that stand now. */
  get live(): FakeConnection[] {
    return this.connections.filter(({ isDown }) => !isDown);
  }

  connect(url: string, headers: Readonly<Record<string, string>>, handlers: SocketHandlers): SocketConnection {
    const connection = new FakeConnection(url, headers, handlers);
    this.connections.push(connection);
    queueMicrotask(() => this.onConnect(connection));
    return connection;
  }
}
