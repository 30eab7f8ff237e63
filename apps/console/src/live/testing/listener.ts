import assert from 'node:assert/strict';
import {
  type AudienceLive,
  applyLiveEvent,
  audienceLiveEvent,
  fromWire,
  initialStateEvent,
  type LiveEvent,
  type LiveResume,
  type LiveState,
  resumedEvent,
} from '@dropwise/contract';
import { io, type Socket } from 'socket.io-client';
import { livePath } from './live-world.ts';

export interface ListenerOptions {
  readonly port: number;
  readonly name?: string;
  readonly resume?: LiveResume;
  readonly transports?: readonly ('polling' | 'websocket')[];
  /** What it holds from before; needed with `resume`. */
  readonly state?: LiveState;
}

const patienceMs = 30_000;

/** A real client that follows the stream as the dashboard does: an event out of sequence is a failure. */
export class Listener implements Disposable {
  readonly socket: Socket;
  readonly events: LiveEvent[] = [];
  /** What came beside the sequence. */
  readonly audience: AudienceLive[] = [];
  /** `initial_state`, `resumed` and why it was disconnected or not let in, in order. */
  readonly happened: string[] = [];
  state: LiveState | null;
  readonly #watchers = new Set<() => void>();

  constructor({ port, name = 'somebody', resume, transports = ['websocket'], state }: ListenerOptions) {
    this.state = state ?? null;
    this.socket = io(`http://127.0.0.1:${port}`, {
      path: livePath,
      transports: [...transports],
      auth: resume === undefined ? {} : { ...resume },
      extraHeaders: { 'x-name': name },
      forceNew: true,
      reconnection: false,
    });
    this.socket.onAny((event: string, payload: unknown) => this.#take(event, payload));
    this.socket.on('connect_error', (error) => this.#note(`refused: ${error.message}`));
    this.socket.on('disconnect', (reason) => this.#note(`disconnected: ${reason}`));
  }

  /** Waits until `holds`, which is asked after everything that happens here. */
  async until(holds: (listener: Listener) => boolean, what: string): Promise<void> {
    if (holds(this)) return;
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    const timer = setTimeout(
      () => reject(new Error(`expected ${what} within ${patienceMs / 1_000} s; happened: ${this.happened.join(', ')}`)),
      patienceMs,
    );
    const watch = (): void => {
      if (holds(this)) resolve();
    };
    this.#watchers.add(watch);
    try {
      await promise;
    } finally {
      clearTimeout(timer);
      this.#watchers.delete(watch);
    }
  }

  greeted(): Promise<void> {
    return this.until(({ happened }) => happened.length > 0, 'a greeting');
  }

  caughtUp(state: LiveState): Promise<void> {
    return this.until((listener) => listener.state?.seq === state.seq, `event ${state.seq}`);
  }

  [Symbol.dispose](): void {
    this.socket.disconnect();
  }

  #take(name: string, payload: unknown): void {
    if (name === initialStateEvent) this.state = payload as LiveState;
    if (name === initialStateEvent || name === resumedEvent) {
      this.#note(name);
      return;
    }
    if (name === audienceLiveEvent) {
      this.audience.push(payload as AudienceLive);
      this.#look();
      return;
    }
    const event = fromWire(name, payload);
    assert.ok(event !== null, `${name} is no live event`);
    assert.ok(this.state !== null, `${name} came before a state`);
    const applied = applyLiveEvent(this.state, event);
    assert.ok(applied.ok, `${name} ${event.seq} after ${this.state.seq}`);
    this.state = applied.value;
    this.events.push(event);
    this.#look();
  }

  #note(what: string): void {
    this.happened.push(what);
    this.#look();
  }

  #look(): void {
    for (const watch of [...this.#watchers]) watch();
  }
}
