import type { AudienceLive } from '@dropwise/contract';
import {
  applyLiveEvent,
  audienceLiveEvent,
  fromWire,
  initialStateEvent,
  type LiveEvent,
  type LiveState,
  liveEventNames,
  resumedEvent,
} from '@dropwise/contract/live';
import { io, type Socket } from 'socket.io-client';

/** How the page and the console stand to each other. Instants are the browser's. */
export type Connection =
  | { readonly kind: 'connecting'; readonly since: number }
  | { readonly kind: 'live'; readonly since: number }
  /** What is shown is as old as `since`. */
  | { readonly kind: 'lost'; readonly since: number }
  /** The console wants to know who it is. */
  | { readonly kind: 'refused'; readonly since: number };

export interface LiveHandlers {
  /** At most once a frame. */
  onState(state: LiveState): void;
  onConnection(connection: Connection): void;
  /** Facts that were stored, for who shows history. */
  onEvent(event: LiveEvent): void;
  /** Of the audience's run: outside of the sequence, so that a lost one is not asked for. */
  onAudience(news: AudienceLive): void;
}

/** Follows the console: holds the newest state, asks for what was missed, and tells at most once a frame. */
export class LiveConnection {
  readonly #socket: Socket;
  readonly #handlers: LiveHandlers;
  readonly #now: () => number;
  #state: LiveState | null = null;
  #isDrawing = false;

  constructor(base: URL, handlers: LiveHandlers, now: () => number = () => Date.now()) {
    this.#handlers = handlers;
    this.#now = now;
    this.#socket = io(base.origin, {
      path: `${base.pathname.replace(/\/$/, '')}/socket.io`,
      transports: ['websocket', 'polling'],
      autoConnect: false,
      reconnectionDelay: 500,
      reconnectionDelayMax: 5_000,
      timeout: 5_000,
      auth: (hand) => hand(this.#state === null ? {} : { epoch: this.#state.epoch, seq: this.#state.seq }),
    });
    this.#listen();
  }

  start(): void {
    this.#handlers.onConnection({ kind: 'connecting', since: this.#now() });
    this.#socket.connect();
  }

  stop(): void {
    this.#socket.disconnect();
  }

  /** After a sign-in, or when a person does not want to wait. */
  retry(): void {
    this.#socket.disconnect().connect();
  }

  #listen(): void {
    const socket = this.#socket;
    const tell = (kind: Connection['kind']): void => this.#handlers.onConnection({ kind, since: this.#now() });
    socket.on(initialStateEvent, (state: LiveState) => {
      this.#state = state;
      tell('live');
      this.#draw();
    });
    socket.on(resumedEvent, () => tell('live'));
    socket.on('connect_error', (error) => tell(isRefusal(error) ? 'refused' : 'lost'));
    socket.on('disconnect', (reason) => tell(reason === 'io server disconnect' ? 'refused' : 'lost'));
    socket.on(audienceLiveEvent, (news: AudienceLive) => this.#handlers.onAudience(news));
    for (const name of liveEventNames) {
      socket.on(name, (payload: unknown) => this.#take(fromWire(name, payload)));
    }
  }

  #take(event: LiveEvent | null): void {
    if (event === null || this.#state === null) return;
    const next = applyLiveEvent(this.#state, event);
    if (next.ok) {
      this.#state = next.value;
      this.#handlers.onEvent(event);
      this.#draw();
    } else if (next.failure.kind === 'missed') {
      // Something is missing in between: the console is asked for all of it.
      this.#state = null;
      this.retry();
    }
  }

  #draw(): void {
    if (this.#isDrawing) return;
    this.#isDrawing = true;
    requestAnimationFrame(() => {
      this.#isDrawing = false;
      if (this.#state !== null) this.#handlers.onState(this.#state);
    });
  }
}

/** The handshake was answered, and the answer was no. */
function isRefusal(error: Error): boolean {
  const context = 'context' in error ? (error.context as { readonly status?: number } | undefined) : undefined;
  return context?.status === 401 || context?.status === 403 || /sign in|password|key/i.test(error.message);
}
