import { randomText, type Timer } from '@dropwise/kit';
import * as v from 'valibot';
import { parseTopic, type Topic } from '../../definitions/index.ts';
import type { Conversation, ConversationPort, SocketDialect } from '../dialect.ts';

/** Protocol 4.3. */
const topicsPerFrame = 20;
const pingIntervalMs = 180_000;
const pingJitter = 0.05;
const pongDeadlineMs = 10_000;
/** Frames whose RESPONSE is still out; the oldest is forgotten. */
const maxOpenFrames = 200;

const frameSchema = v.object({
  type: v.string(),
  error: v.optional(v.string()),
  nonce: v.optional(v.string()),
  data: v.optional(
    v.object({
      topic: v.optional(v.string()),
      message: v.optional(v.string()),
      topics: v.optional(v.array(v.string())),
    }),
  ),
});
type Frame = v.InferOutput<typeof frameSchema>;

/** `wss://pubsub-edge.twitch.tv/v1`. Protocol 4.1-4.3. */
export function createPubsubDialect(parts: { url: () => string; userAgent: string }): SocketDialect {
  return {
    name: 'pubsub',
    url: parts.url,
    headers: { 'user-agent': parts.userAgent },
    converse: createPubsubConversation,
  };
}

function createPubsubConversation(port: ConversationPort): Conversation {
  const { clock, random } = port;
  const openFrames = new Map<string, readonly Topic[]>();
  let pingTimer: Timer | null = null;
  let pongTimer: Timer | null = null;

  function ping(): void {
    pongTimer = clock.deadline(pongDeadlineMs, () => port.lost('no PONG within 10 s'));
    const delayMs = Math.round(pingIntervalMs * (1 + pingJitter * (2 * random() - 1)));
    pingTimer = clock.after(delayMs, ping);
    // Last, because a server in this very process may answer before `send` returns.
    port.send('{"type":"PING"}');
  }

  function sendTopics(type: 'LISTEN' | 'UNLISTEN', topics: readonly Topic[]): void {
    const nonce = randomText(random, 30, 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789');
    if (type === 'LISTEN') openFrames.set(nonce, topics);
    for (const oldest of openFrames.keys()) {
      if (openFrames.size <= maxOpenFrames) break;
      openFrames.delete(oldest);
    }
    const token = port.token();
    port.send(JSON.stringify({ type, data: { topics, ...(token ? { auth_token: token.reveal() } : {}) }, nonce }));
  }

  function received(text: string): void {
    const frame = parseFrame(text);
    if (frame === null) return port.reject(`expected a PubSub frame, found ${JSON.stringify(text.slice(0, 80))}`);
    switch (frame.type) {
      case 'PONG':
        pongTimer?.cancel();
        return;
      case 'RECONNECT':
        return port.lost('Twitch asked to reconnect');
      case 'RESPONSE':
        return onResponse(frame);
      case 'MESSAGE':
        return onMessage(frame);
      case 'AUTH_REVOKED':
        for (const topic of frame.data?.topics ?? []) if (isOurs(topic)) port.refuse(topic, 'AUTH_REVOKED');
        return;
      default:
        return port.reject(`expected a known frame type, found ${frame.type.slice(0, 80)}`);
    }
  }

  /** One error stands for a whole frame: its topics are asked for one by one to find those that Twitch means. */
  function onResponse({ nonce = '', error = '' }: Frame): void {
    const topics = openFrames.get(nonce) ?? [];
    openFrames.delete(nonce);
    if (error === '') return;
    const held = topics.filter((topic) => port.holds(topic));
    if (topics.length > 1) for (const topic of held) sendTopics('LISTEN', [topic]);
    else for (const topic of held) port.refuse(topic, error);
  }

  function onMessage({ data }: Frame): void {
    if (data?.topic === undefined || data.message === undefined) return port.reject('a MESSAGE without topic or text');
    port.deliver(data.topic, data.message);
  }

  function listen(topics: readonly Topic[]): void {
    for (const group of groupsOf(topics)) sendTopics('LISTEN', group);
  }

  return {
    opened() {
      ping();
      listen(port.topics());
    },
    received,
    listen,
    unlisten(topics) {
      for (const group of groupsOf(topics)) sendTopics('UNLISTEN', group);
    },
    end() {
      pingTimer?.cancel();
      pongTimer?.cancel();
      openFrames.clear();
    },
  };

  function isOurs(topic: string): topic is Topic {
    return port.holds(topic);
  }
}

/** The account's topics first and apart, because only they are refused for the token's sake; twenty a frame. */
function groupsOf(topics: readonly Topic[]): readonly (readonly Topic[])[] {
  const isAccount = (topic: Topic): boolean => {
    const kind = parseTopic(topic)?.kind;
    return kind === 'user-drop-events' || kind === 'onsite-notifications';
  };
  const groups: Topic[][] = [];
  for (const list of [topics.filter(isAccount), topics.filter((topic) => !isAccount(topic))]) {
    for (let start = 0; start < list.length; start += topicsPerFrame) {
      groups.push(list.slice(start, start + topicsPerFrame));
    }
  }
  return groups;
}

function parseFrame(text: string): Frame | null {
  try {
    const parsed = v.safeParse(frameSchema, JSON.parse(text));
    return parsed.success ? parsed.output : null;
  } catch {
    return null;
  }
}
