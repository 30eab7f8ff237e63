import { randomText, type Timer } from '@dropwise/kit';
import * as v from 'valibot';
import { parseTopic, type Topic } from '../../definitions/index.ts';
import type { Conversation, ConversationPort, SocketDialect } from '../dialect.ts';

const idAlphabet = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';
/** Where `welcome` names none. Protocol 4.6. */
const defaultKeepaliveSeconds = 10;
/** Keepalives are "about" that often: a socket counts as dead after twice the span and a little. */
const keepaliveGraceMs = 5_000;
const welcomeDeadlineMs = 10_000;
/** The dialect's word for "you hold this already". */
const alreadySubscribed = 'SUB004';

const resultSchema = v.object({
  result: v.string(),
  error: v.optional(v.string()),
  errorCode: v.optional(v.string()),
  'SUB004.existingSubscriptionId': v.optional(v.string()),
});
const frameSchema = v.object({
  type: v.string(),
  parentId: v.optional(v.string()),
  welcome: v.optional(v.object({ keepaliveSec: v.nullish(v.number()) })),
  authenticateResponse: v.optional(resultSchema),
  subscribeResponse: v.optional(resultSchema),
  notification: v.optional(v.object({ subscription: v.object({ id: v.string() }), pubsub: v.optional(v.string()) })),
  reconnect: v.optional(v.object({ url: v.nullish(v.string()) })),
});
type Frame = v.InferOutput<typeof frameSchema>;

/** `wss://hermes.twitch.tv/v1?clientId=…`. Protocol 4.6. */
export function createHermesDialect(parts: { url: () => string; clientId: string; userAgent: string }): SocketDialect {
  return {
    name: 'hermes',
    url() {
      const url = new URL(parts.url());
      url.searchParams.set('clientId', parts.clientId);
      return url.href;
    },
    headers: { 'user-agent': parts.userAgent, origin: 'https://www.twitch.tv' },
    converse: createHermesConversation,
  };
}

type Authentication = 'none' | 'asked' | 'accepted' | 'refused';

function createHermesConversation(port: ConversationPort): Conversation {
  const { clock, random } = port;
  /** Subscription id → topic, both ways; as many as the socket has topics. */
  const topicBySubscription = new Map<string, Topic>();
  const subscriptionByTopic = new Map<Topic, string>();
  /** Frame id of a subscribe → topic. */
  const asked = new Map<string, Topic>();
  let authentication: Authentication = 'none';
  let authenticationCode = 'ERR_BADAUTH';
  let silenceMs = welcomeDeadlineMs;
  let silenceTimer: Timer | null = null;

  function heard(): void {
    silenceTimer?.cancel();
    silenceTimer = clock.deadline(silenceMs, () => port.lost(`nothing heard for ${silenceMs / 1_000} s`));
  }

  /** A server in this very process may answer before this returns: whatever the answer needs is set before. */
  function send(type: string, content: Readonly<Record<string, unknown>>, id = newId()): void {
    const timestamp = new Date(clock.now()).toISOString();
    port.send(JSON.stringify({ id, type, timestamp, ...content }));
  }

  function newId(): string {
    return randomText(random, 21, idAlphabet);
  }

  function listen(topics: readonly Topic[]): void {
    const fresh = topics.filter((topic) => !subscriptionByTopic.has(topic));
    listenForAccount(fresh.filter(isAccountTopic));
    for (const topic of fresh.filter((candidate) => !isAccountTopic(candidate))) subscribe(topic);
  }

  /** The account's topics wait for the authentication, whose answer asks for all of them. */
  function listenForAccount(topics: readonly Topic[]): void {
    if (topics.length === 0) return;
    if (authentication === 'none') authenticate();
    else if (authentication === 'accepted') for (const topic of topics) subscribe(topic);
    else if (authentication === 'refused') for (const topic of topics) port.refuse(topic, authenticationCode);
  }

  function authenticate(): void {
    const token = port.token();
    if (token === null) return;
    authentication = 'asked';
    send('authenticate', { authenticate: { token: token.reveal() } });
  }

  function subscribe(topic: Topic): void {
    const subscription = newId();
    const frameId = newId();
    topicBySubscription.set(subscription, topic);
    subscriptionByTopic.set(topic, subscription);
    asked.set(frameId, topic);
    send('subscribe', { subscribe: { id: subscription, type: 'pubsub', pubsub: { topic } } }, frameId);
  }

  function forget(topic: Topic): string | undefined {
    const subscription = subscriptionByTopic.get(topic);
    if (subscription !== undefined) topicBySubscription.delete(subscription);
    subscriptionByTopic.delete(topic);
    return subscription;
  }

  function received(text: string): void {
    heard();
    const frame = parseFrame(text);
    if (frame === null) return port.reject(`expected a Hermes frame, found ${JSON.stringify(text.slice(0, 80))}`);
    switch (frame.type) {
      case 'welcome':
        return onWelcome(frame);
      case 'authenticateResponse':
        return onAuthenticated(frame);
      case 'subscribeResponse':
        return onSubscribed(frame);
      case 'notification':
        return onNotification(frame);
      case 'reconnect':
        return port.lost('Twitch asked to reconnect', frame.reconnect?.url ?? undefined);
      case 'keepalive':
      case 'unsubscribeResponse':
        return;
      default:
        return port.reject(`expected a known frame type, found ${frame.type.slice(0, 80)}`);
    }
  }

  function onWelcome({ welcome }: Frame): void {
    silenceMs = (welcome?.keepaliveSec ?? defaultKeepaliveSeconds) * 2_000 + keepaliveGraceMs;
    heard();
    listen(port.topics());
  }

  function onAuthenticated({ authenticateResponse: answer }: Frame): void {
    authentication = answer?.result === 'ok' ? 'accepted' : 'refused';
    if (authentication === 'refused') authenticationCode = answer?.errorCode ?? answer?.error ?? 'ERR_BADAUTH';
    listen(port.topics().filter(isAccountTopic));
  }

  function onSubscribed({ parentId = '', subscribeResponse: answer }: Frame): void {
    const topic = asked.get(parentId);
    asked.delete(parentId);
    if (topic === undefined || answer === undefined || answer.result === 'ok') return;
    const existing = answer['SUB004.existingSubscriptionId'];
    const code = answer.errorCode ?? answer.error ?? 'UNKNOWN';
    forget(topic);
    if (code === alreadySubscribed && existing !== undefined) {
      topicBySubscription.set(existing, topic);
      subscriptionByTopic.set(topic, existing);
    } else if (port.holds(topic)) port.refuse(topic, code);
  }

  function onNotification({ notification }: Frame): void {
    if (notification?.pubsub === undefined) return port.reject('a notification without a text');
    const topic = topicBySubscription.get(notification.subscription.id);
    if (topic !== undefined) port.deliver(topic, notification.pubsub);
  }

  return {
    opened: heard,
    received,
    listen,
    unlisten(topics) {
      for (const topic of topics) {
        const subscription = forget(topic);
        if (subscription !== undefined) send('unsubscribe', { unsubscribe: { id: subscription } });
      }
    },
    end() {
      silenceTimer?.cancel();
      asked.clear();
    },
  };
}

function isAccountTopic(topic: Topic): boolean {
  const kind = parseTopic(topic)?.kind;
  return kind === 'user-drop-events' || kind === 'onsite-notifications';
}

function parseFrame(text: string): Frame | null {
  try {
    const parsed = v.safeParse(frameSchema, JSON.parse(text));
    return parsed.success ? parsed.output : null;
  } catch {
    return null;
  }
}
