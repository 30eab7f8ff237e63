import type { Server as HttpServer, IncomingMessage } from 'node:http';
import {
  initialStateEvent,
  type LiveEvent,
  type LiveResume,
  type LiveState,
  resumedEvent,
  toWire,
} from '@dropwise/contract';
import type { Clock } from '@dropwise/kit';
import { Server, type Socket } from 'socket.io';
import type { Who } from '../auth/who.ts';
import { type Authorize, admit, handshakeOf } from './admission.ts';
import { PendingPolls } from './cut-connection.ts';
import { type Connection, LiveClient, readResume } from './live-client.ts';

export interface LiveServerOptions {
  readonly httpServer: HttpServer;
  readonly path: string;
  readonly clock: Clock;
  readonly authorize: Authorize;
  readonly maxClients: number;
  readonly maxBacklog: number;
  readonly log: (sentence: string) => void;
  /** The state for a newcomer. */
  readonly state: () => LiveState;
  /** Null = a fresh state is needed. */
  readonly missedSince: (resume: LiveResume) => readonly LiveEvent[] | null;
}

type Sent = Record<string, (payload: unknown) => void>;
type Nothing = Record<never, never>;

/** A listener sends a greeting of a hundred characters, and pongs. */
/** A page is to notice within five seconds that nothing comes any more: the sum of both is the longest that it waits. */
const heartbeatMs = 1_500;
const patienceMs = 3_000;
const maxMessageBytes = 10_000;
const listeners = 'listeners';

/** The Socket.IO side: lets in, greets, sends to all, drops who cannot keep up. Sends every event in one encoding to all. */
export class LiveServer {
  readonly #options: LiveServerOptions;
  readonly #io: Server<Nothing, Sent>;
  readonly #admitted = new WeakMap<IncomingMessage, Who>();
  readonly #clients = new Map<Connection, LiveClient>();
  readonly #polls = new PendingPolls();
  #newcomers: LiveClient[] = [];
  #closing = false;

  constructor(options: LiveServerOptions) {
    this.#options = options;
    this.#io = new Server(options.httpServer, {
      path: options.path,
      serveClient: false,
      transports: ['polling', 'websocket'],
      maxHttpBufferSize: maxMessageBytes,
      pingInterval: heartbeatMs,
      pingTimeout: patienceMs,
      connectTimeout: 10_000,
      allowRequest: (request, answer) => {
        void this.#letIn(request).then((problem) => answer(problem, problem === null));
      },
    });
    this.#io.engine.use(
      (request: IncomingMessage, answer: Parameters<PendingPolls['add']>[1], next: (error?: Error) => void) => {
        void this.#lookAgain(request, answer).then(next);
      },
    );
    this.#io.engine.on('connection', (connection: Connection) => this.#begin(connection));
    this.#io.on('connection', (socket) => this.#join(socket));
  }

  get clientCount(): number {
    return this.#io.of('/').adapter.rooms.get(listeners)?.size ?? 0;
  }

  /** In order, to everybody who has been greeted. */
  send(events: readonly LiveEvent[]): void {
    if (this.clientCount === 0) return;
    for (const event of events) this.#io.to(listeners).emit(...toWire(event));
    this.#cutLaggards();
  }

  /** Outside the sequence: whoever is not there misses it, and nothing follows from that. */
  sendBeside(name: string, payload: unknown): void {
    if (this.clientCount === 0) return;
    this.#io.to(listeners).emit(name, payload);
    this.#cutLaggards();
  }

  #cutLaggards(): void {
    for (const client of this.#clients.values()) {
      if (client.backlogSize <= this.#options.maxBacklog) continue;
      this.#options.log(`A live client of ${client.who.name} (${client.who.address}) did not keep up and was dropped.`);
      client.cut();
    }
  }

  sendAway(isMeant: (who: Who) => boolean): void {
    for (const client of this.#clients.values()) if (isMeant(client.who)) client.sendAway();
  }

  /** Looks at everybody again: whose sign-in or key has ended since is sent away. */
  async recheck(): Promise<void> {
    for (const client of [...this.#clients.values()]) {
      const admitted = await admit(this.#options.authorize, client.handshake);
      if (admitted.ok) client.who = admitted.value;
      else client.sendAway();
    }
  }

  async close(): Promise<void> {
    this.#closing = true;
    const clients = [...this.#clients.values()];
    for (const client of clients) client.cut();
    await Promise.all(clients.map(({ closed }) => closed));
    this.#io.engine.close();
  }

  /** Null = let in. */
  async #letIn(request: IncomingMessage): Promise<string | null> {
    if (this.#closing) return 'The console is ending. Come back when it runs again.';
    if (this.#clients.size >= this.#options.maxClients) {
      return `At most ${this.#options.maxClients} clients listen at once. Close a page that is not needed.`;
    }
    const admitted = await admit(this.#options.authorize, handshakeOf(request));
    if (!admitted.ok) return admitted.failure;
    this.#admitted.set(request, admitted.value);
    return null;
  }

  /** Every later request of a client (polls, and the change to a WebSocket) must be allowed as well. */
  async #lookAgain(request: IncomingMessage, answer: Parameters<PendingPolls['add']>[1]): Promise<Error | undefined> {
    const id = new URL(request.url ?? '/', 'http://localhost').searchParams.get('sid');
    if (id === null) return undefined;
    if (request.method === 'GET' && request.headers.upgrade === undefined) this.#polls.add(id, answer);
    const admitted = await admit(this.#options.authorize, handshakeOf(request));
    return admitted.ok ? undefined : new Error(admitted.failure);
  }

  #begin(connection: Connection): void {
    const who = this.#admitted.get(connection.request);
    if (who === undefined || this.#closing) {
      connection.close(true);
      return;
    }
    const client = new LiveClient({
      connection,
      who,
      handshake: handshakeOf(connection.request),
      clock: this.#options.clock,
      polls: this.#polls,
      onTooTalkative: ({ who: { name, address } }) => {
        this.#options.log(
          `A live client of ${name} (${address}) sent more than a listener has to say and was dropped.`,
        );
        client.cut();
      },
    });
    this.#clients.set(connection, client);
    void client.closed.then(() => this.#clients.delete(connection));
  }

  #join(socket: Socket<Nothing, Sent>): void {
    const client = this.#clients.get(socket.conn);
    if (client === undefined) {
      socket.disconnect(true);
      return;
    }
    client.socket = socket;
    this.#newcomers.push(client);
    if (this.#newcomers.length === 1) setImmediate(() => this.#greet());
  }

  /** Those who come together are greeted together: after an interruption everybody comes back at once. */
  #greet(): void {
    const newcomers = this.#newcomers.filter(({ socket }) => socket?.connected === true);
    this.#newcomers = [];
    if (this.#closing) return;
    const groups = new Map<string, { readonly resume: LiveResume | null; readonly clients: LiveClient[] }>();
    for (const client of newcomers) {
      const resume = readResume(client.socket?.handshake.auth);
      const key = resume === null ? '' : `${resume.seq} ${resume.epoch}`;
      const group = groups.get(key) ?? { resume, clients: [] };
      groups.set(key, group);
      group.clients.push(client);
    }
    for (const { resume, clients } of groups.values()) this.#greetGroup(resume, clients);
  }

  #greetGroup(resume: LiveResume | null, clients: readonly LiveClient[]): void {
    const ids = clients.flatMap(({ socket }) => (socket === null ? [] : [socket.id]));
    const missed = resume === null ? null : this.#options.missedSince(resume);
    if (missed === null) this.#io.to(ids).emit(initialStateEvent, this.#options.state());
    else {
      this.#io.to(ids).emit(resumedEvent, resume);
      for (const event of missed) this.#io.to(ids).emit(...toWire(event));
    }
    for (const client of clients) client.noteGreeting();
    this.#io.in(ids).socketsJoin(listeners);
  }
}
