import assert from 'node:assert/strict';
import {
  type AudienceLive,
  applyLiveEvent,
  audienceLiveEvent,
  fromWire,
  initialStateEvent,
  type LiveEvent,
  type LiveEventName,
  type LiveState,
  resumedEvent,
} from '@dropwise/contract';
import { io, type Socket } from 'socket.io-client';
import { patienceMs } from './processes.ts';

/** Who looks at a console as the dashboard does: holds the state, applies what comes, and asks for what it missed. */
export interface LiveClient extends Disposable {
  /** Null until it was greeted for the first time. */
  readonly state: LiveState | null;
  /** Events that were applied, by name. */
  readonly counts: ReadonlyMap<LiveEventName, number>;
  readonly eventCount: number;
  /** What came of an audience, beside the sequence. */
  readonly audience: readonly AudienceLive[];
  /** Greetings with a whole state, and with what was missed. */
  readonly freshCount: number;
  readonly resumedCount: number;
  /** How often the connection was cut or went silent, which a starved machine does to anybody; it came back at once. */
  readonly cutCount: number;
  /** What must not be: an event out of sequence, a refusal, being sent away. */
  readonly problems: readonly string[];
  leave(): void;
  comeBack(): void;
  /** Resolves when it `holds`, asked after everything that comes. */
  until(what: string, holds: (client: LiveClient) => boolean): Promise<void>;
}

/** `url` ends in a slash, as the console says it. */
export function startLiveClient(url: string): LiveClient {
  let state: LiveState | null = null;
  let freshCount = 0;
  let resumedCount = 0;
  let cutCount = 0;
  const counts = new Map<LiveEventName, number>();
  const problems: string[] = [];
  const audience: AudienceLive[] = [];
  const watchers = new Set<() => void>();
  const { origin, pathname } = new URL(url);
  let current: Socket | null = null;

  function apply(event: LiveEvent): void {
    if (state === null) return void problems.push(`${event.name} came before a state`);
    const applied = applyLiveEvent(state, event);
    if (!applied.ok) return void problems.push(`${event.name} ${event.seq} came after ${state.seq}`);
    state = applied.value;
    counts.set(event.name, (counts.get(event.name) ?? 0) + 1);
  }

  function look(): void {
    for (const watcher of [...watchers]) watcher();
  }

  /** A connection of its own for every return, as after a closed page: what the last one still says is nothing to this one. */
  function connect(): void {
    const socket = io(origin, {
      path: `${pathname}socket.io`,
      transports: ['websocket'],
      forceNew: true,
      reconnection: false,
      // What a browser on the console's own page sends.
      extraHeaders: { origin },
      auth: state === null ? {} : { epoch: state.epoch, seq: state.seq },
    });
    current = socket;
    const note = (problem: string): void => {
      if (current !== socket) return;
      problems.push(problem);
      look();
    };
    socket.onAny((name: string, payload: unknown) => {
      if (current === socket) take(name, payload);
    });
    socket.on('connect_error', (error) => note(`it was refused: ${error.message}`));
    socket.on('disconnect', (reason) => {
      if (reason === 'io server disconnect') note(`it was disconnected: ${reason}`);
      else if (current === socket) {
        cutCount += 1;
        connect();
      }
    });
  }

  function take(name: string, payload: unknown): void {
    const event = fromWire(name, payload);
    if (event !== null) apply(event);
    else if (name === audienceLiveEvent) audience.push(payload as AudienceLive);
    else if (name === resumedEvent) resumedCount += 1;
    else if (name === initialStateEvent) {
      freshCount += 1;
      state = payload as LiveState;
    } else problems.push(`${name} is no event of the console`);
    look();
  }

  function leave(): void {
    const socket = current;
    current = null;
    socket?.disconnect();
  }

  const client: LiveClient = {
    get state() {
      return state;
    },
    counts,
    get eventCount() {
      return [...counts.values()].reduce((sum, count) => sum + count, 0);
    },
    get freshCount() {
      return freshCount;
    },
    get resumedCount() {
      return resumedCount;
    },
    get cutCount() {
      return cutCount;
    },
    problems,
    audience,
    leave,
    comeBack: connect,
    async until(what, holds) {
      const late = Promise.withResolvers<void>();
      const error = new Error();
      Error.captureStackTrace(error, client.until);
      const timer = setTimeout(() => {
        error.message = `a live client never saw ${what}; it is at ${state?.seq}. ${problems.join(', ')}`;
        late.reject(error);
      }, patienceMs);
      const watcher = (): void => {
        if (holds(client)) late.resolve();
      };
      watchers.add(watcher);
      watcher();
      try {
        await late.promise;
      } finally {
        clearTimeout(timer);
        watchers.delete(watcher);
      }
    },
    [Symbol.dispose]: leave,
  };
  connect();
  return client;
}

/**
 * Fails unless everybody holds, part by part, what the console gives a newcomer. Nothing may move any more: the miner is
 * stopped. Gives back the state that all agree on.
 */
export async function assertSameState(clients: readonly LiveClient[], url: string): Promise<LiveState> {
  using newcomer = startLiveClient(url);
  await newcomer.until('a greeting', ({ state }) => state !== null);
  await becomeEven([newcomer, ...clients]);
  assert.ok(newcomer.state !== null);
  const expected = { ...newcomer.state, at: 0 };
  for (const { state, problems } of clients) {
    assert.deepEqual(problems, []);
    assert.deepEqual({ ...state, at: 0 }, expected);
  }
  return newcomer.state;
}

/** What is still on its way reaches everybody, the newcomer too. */
async function becomeEven(clients: readonly LiveClient[]): Promise<void> {
  const seqs = (): number[] => clients.map(({ state }) => state?.seq ?? -1);
  for (let round = 0; new Set(seqs()).size > 1; round++) {
    assert.ok(round < 100, `expected that nothing moves any more, found that it does: ${seqs().join(', ')}`);
    const newest = Math.max(...seqs());
    await Promise.all(
      clients.map((each) => each.until(`event ${newest}`, ({ state }) => (state?.seq ?? -1) >= newest)),
    );
  }
}
