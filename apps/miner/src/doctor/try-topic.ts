import { formatTopic, type SocketEvent, type Twitch } from '@dropwise/twitch';
import type { TopicTrial } from './check.ts';

/** What the wire says while the trial runs. */
export interface Wire {
  onEvent(listener: (event: SocketEvent) => void): Disposable;
  /** Every frame that came in, before it is understood. */
  onFrame(listener: (text: string) => void): Disposable;
}

/** Twitch's answers to a LISTEN or subscribe. Protocol 4.3, 4.6. */
const answerForm = /"type":\s*"(?:RESPONSE|subscribeResponse)"/;

/** Opens a socket with the account's topic alone; the first answer decides. The socket is closed afterwards. */
export async function tryTopic(twitch: Twitch, wire: Wire, signal: AbortSignal): Promise<TopicTrial> {
  const { session } = twitch.account;
  if (session === null) return { kind: 'notConnected', reason: 'there is no signed-in account' };
  const topic = formatTopic('user-drop-events', session.userId);
  const { promise, resolve, reject } = Promise.withResolvers<TopicTrial>();
  using _events = wire.onEvent((event) => {
    if (event.kind === 'topicRefused') resolve({ kind: 'refused', topic, code: event.code });
    if (event.kind === 'socketChanged' && event.status.kind === 'waiting') {
      resolve({ kind: 'notConnected', reason: event.status.reason });
    }
  });
  // A refusal is told while its frame is read, so silence right after an answer means that the topic is served.
  using _frames = wire.onFrame((text) => {
    if (answerForm.test(text)) setImmediate(() => resolve({ kind: 'accepted', topic }));
  });
  const onAbort = (): void => reject(signal.reason);
  signal.addEventListener('abort', onAbort, { once: true });
  try {
    twitch.pool.setTopics([topic]);
    return await promise;
  } finally {
    signal.removeEventListener('abort', onAbort);
    twitch.pool.setTopics([]);
  }
}

export interface Subscription<Message> {
  subscribe(listener: (message: Message) => void): Disposable;
  callAll(message: Message): void;
}

export function createSubscription<Message>(): Subscription<Message> {
  const listeners = new Set<(message: Message) => void>();
  return {
    subscribe(listener) {
      listeners.add(listener);
      return { [Symbol.dispose]: () => void listeners.delete(listener) };
    },
    callAll(message) {
      for (const listener of listeners) listener(message);
    },
  };
}
