import { type BackoffPolicy, backoffDelayMs, type Clock, type Random, type Timer } from '@dropwise/kit';
import { io, type Socket } from 'socket.io-client';
import { cleanName } from '../lines/clean-text.ts';

export interface LinkOptions {
  readonly url: string;
  readonly clock: Clock;
  readonly random: Random;
  readonly backoff: BackoffPolicy;
  readonly onUp: () => void;
  readonly onEvent: (event: string, payload: unknown) => void;
  /** After every failed try and every lost connection; `failures` since it was last up. The next try is already planned. */
  readonly onDown: (why: string, failures: number) => void;
}

/** A connection that is made again for as long as it is not disposed. */
export interface RangermixLink extends Disposable {
  readonly isUp: boolean;
}

/** Time that one try has. */
const connectTimeoutMs = 10_000;

/** Socket.IO on the address's own path, as peers 2.4 has it. Tries go by our clock and not by the client's. */
export function openRangermixLink(options: LinkOptions): RangermixLink {
  const url = new URL(options.url);
  const socket: Socket = io(url.origin, {
    path: `${url.pathname.replace(/\/+$/, '')}/socket.io/`,
    transports: ['websocket', 'polling'],
    reconnection: false,
    forceNew: true,
    timeout: connectTimeoutMs,
  });
  let failures = 0;
  let retry: Timer | null = null;
  let isDisposed = false;

  const down = (why: string): void => {
    if (isDisposed) return;
    failures += 1;
    const delayMs = backoffDelayMs(options.backoff, failures - 1, options.random);
    retry?.cancel();
    retry = options.clock.after(delayMs, () => socket.connect());
    options.onDown(why, failures);
  };
  socket.on('connect', () => {
    failures = 0;
    options.onUp();
  });
  socket.on('connect_error', (error) => down(cleanName(error.message)));
  socket.on('disconnect', (reason) => down(cleanName(reason)));
  socket.onAny((event: unknown, payload: unknown) => {
    if (!isDisposed && typeof event === 'string') options.onEvent(event, payload);
  });
  return {
    get isUp() {
      return socket.connected;
    },
    [Symbol.dispose]: () => {
      isDisposed = true;
      retry?.cancel();
      socket.removeAllListeners();
      socket.offAny();
      socket.disconnect();
    },
  };
}
