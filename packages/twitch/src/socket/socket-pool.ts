import type { Clock, Random, Secret, SocketDoor } from '@dropwise/kit';
import { socketLimits, type Topic } from '../definitions/index.ts';
import type { SocketDialect } from './dialect.ts';
import { PoolSocket } from './pool-socket.ts';
import type { SocketEvent, SocketStatus } from './socket-event.ts';

export interface SocketPoolParts {
  readonly sockets: SocketDoor;
  readonly clock: Clock;
  readonly random: Random;
  /** Asked whenever a socket is added, so that a change of dialect reaches new sockets. */
  readonly dialect: () => SocketDialect;
  readonly token: () => Secret | null;
  readonly onEvent: (event: SocketEvent) => void;
  readonly onFrame?: (direction: '>' | '<', index: number, text: string) => void;
}

export interface SocketView {
  readonly index: number;
  readonly status: SocketStatus;
  readonly topics: readonly Topic[];
}

export interface SocketPool extends AsyncDisposable {
  /**
   * Listens to exactly these topics, most wanted first: opens, fills, merges and closes sockets as needed. What
   * does not fit (400 topics) is told as `topicRefused` with code `NO_ROOM`. An empty list closes every socket.
   */
  setTopics(desired: readonly Topic[]): void;
  /** Closes every socket and opens new ones with the same topics: after a new token. */
  restart(): void;
  view(): readonly SocketView[];
  /** Messages of types that nobody reads, since the start. */
  readonly ignoredCount: number;
  [Symbol.asyncDispose](): Promise<void>;
}

/** Protocol 4.3. */
export function createSocketPool(parts: SocketPoolParts): SocketPool {
  const { topicsPerSocket } = socketLimits;
  const capacity = socketLimits.sockets * topicsPerSocket;
  const closing = new Set<Promise<void>>();
  let sockets: PoolSocket[] = [];
  let ignoredCount = 0;
  let disposed = false;

  function open(): PoolSocket {
    const { onFrame = () => {}, dialect, ...rest } = parts;
    const socket = new PoolSocket({
      ...rest,
      onFrame,
      dialect: dialect(),
      index: freeIndex(),
      onIgnored: () => {
        ignoredCount += 1;
      },
    });
    sockets.push(socket);
    return socket;
  }

  function freeIndex(): number {
    const used = new Set(sockets.map(({ index }) => index));
    let index = 0;
    while (used.has(index)) index += 1;
    return index;
  }

  function close(socket: PoolSocket): void {
    sockets = sockets.filter((other) => other !== socket);
    const down = socket.close().finally(() => closing.delete(down));
    closing.add(down);
  }

  /** Puts topics where there is room, in the order of the sockets; new sockets connect after they got theirs. */
  function place(topics: readonly Topic[]): void {
    let rest = topics;
    for (const socket of [...sockets]) {
      const taken = rest.slice(0, topicsPerSocket - socket.topics.size);
      rest = rest.slice(taken.length);
      if (taken.length > 0) socket.listen(taken);
    }
    while (rest.length > 0) {
      const socket = open();
      socket.listen(rest.slice(0, topicsPerSocket));
      rest = rest.slice(topicsPerSocket);
      socket.connect();
    }
  }

  /** Closes the last sockets while the others can hold their topics. */
  function merge(topicCount: number): void {
    const needed = Math.ceil(topicCount / topicsPerSocket);
    const moving: Topic[] = [];
    while (sockets.length > needed) {
      const last = sockets.at(-1);
      if (last === undefined) break;
      moving.push(...last.topics);
      close(last);
    }
    if (moving.length > 0) place(moving);
  }

  function setTopics(desired: readonly Topic[]): void {
    if (disposed) return;
    const unique = [...new Set(desired)];
    const wanted = new Set(unique.slice(0, capacity));
    for (const socket of sockets) socket.unlisten([...socket.topics].filter((topic) => !wanted.has(topic)));
    const held = new Set(sockets.flatMap((socket) => [...socket.topics]));
    merge(wanted.size);
    place([...wanted].filter((topic) => !held.has(topic)));
    for (const topic of unique.slice(capacity)) parts.onEvent({ kind: 'topicRefused', topic, code: 'NO_ROOM' });
  }

  function closeAll(): Topic[] {
    const topics = sockets.flatMap((socket) => [...socket.topics]);
    for (const socket of [...sockets]) close(socket);
    return topics;
  }

  return {
    setTopics,
    restart() {
      if (!disposed) place(closeAll());
    },
    view: () => sockets.map(({ index, status, topics }) => ({ index, status, topics: [...topics] })),
    get ignoredCount() {
      return ignoredCount;
    },
    async [Symbol.asyncDispose]() {
      disposed = true;
      closeAll();
      await Promise.all(closing);
    },
  };
}
