import { randomText, type Timer } from '@dropwise/kit';
import type { Token } from '../world/sign-in.ts';
import type { SocketHost, SocketSession } from './socket-session.ts';

const keepaliveSeconds = 15;
/** More than one client was seen to keep on a connection. Protocol 4.6. */
const maxSubscriptions = 100;

type Fields = Readonly<Record<string, unknown>>;

/** The newer dialect. Error codes but SUB004 are not recorded anywhere and are our own. Protocol 4.6. */
export function openHermes(host: SocketHost, clientId: string | null): SocketSession {
  const { clock, chance, world } = host.service;
  const topicBySubscription = new Map<string, string>();
  let token: Token | null = null;
  let keepalive: Timer | null = null;

  const id = () => randomText(chance, 21, 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789');
  const send = (type: string, rest: object, parentId?: string) => {
    const timestamp = new Date(clock.now()).toISOString().replace('Z', '000000Z');
    host.send({ id: id(), ...(parentId === undefined ? {} : { parentId }), type, timestamp, ...rest });
  };

  const beat = (): void => {
    keepalive = clock.after(keepaliveSeconds * 1000, () => {
      if (!host.isMute()) send('keepalive', {});
      beat();
    });
  };

  const authenticate = (frameId: string, body: Fields): void => {
    const found = world.signIn.findToken(String(body.token));
    const isFit = found !== undefined && (clientId === null || found.client.id === clientId);
    token = isFit ? found : null;
    host.note('authenticate', [], isFit ? '' : 'AUTH001');
    const refused = { result: 'error', error: 'invalid token', errorCode: 'AUTH001' };
    send('authenticateResponse', { authenticateResponse: isFit ? { result: 'ok' } : refused }, frameId);
  };

  const subscribe = (frameId: string, body: Fields): void => {
    const subscriptionId = String(body.id);
    const topic = String(fieldsOf(body.pubsub).topic);
    const respond = (response: Fields) =>
      send('subscribeResponse', { subscribeResponse: { ...response, subscription: { id: subscriptionId } } }, frameId);
    const refuse = (error: string, errorCode: string, more: Fields = {}) => {
      host.note('subscribe', [topic], errorCode);
      respond({ result: 'error', error, errorCode, ...more });
    };
    const existing = [...topicBySubscription].find(([, each]) => each === topic)?.[0];
    if (existing !== undefined)
      return refuse('already subscribed', 'SUB004', { 'SUB004.existingSubscriptionId': existing });
    if (topicBySubscription.size >= maxSubscriptions) return refuse('too many subscriptions', 'SUB005');
    const outcome = host.listen([topic], token);
    if (outcome === 'ERR_BADAUTH') return refuse('unauthorized', 'SUB002');
    if (outcome !== '') return refuse('subscription failed', outcome === 'ERR_BADTOPIC' ? 'SUB001' : 'SUB003');
    topicBySubscription.set(subscriptionId, topic);
    host.note('subscribe', [topic], '');
    respond({ result: 'ok' });
  };

  const unsubscribe = (frameId: string, body: Fields): void => {
    const subscriptionId = String(body.id);
    const topic = topicBySubscription.get(subscriptionId);
    topicBySubscription.delete(subscriptionId);
    if (topic !== undefined) host.unlisten([topic]);
    host.note('unsubscribe', topic === undefined ? [] : [topic], '');
    send(
      'unsubscribeResponse',
      { unsubscribeResponse: { result: 'ok', subscription: { id: subscriptionId } } },
      frameId,
    );
  };

  return {
    opened: () => {
      send('welcome', {
        welcome: {
          keepaliveSec: keepaliveSeconds,
          recoveryUrl: `wss://hermes.twitch.tv/v1?clientId=${clientId ?? ''}`,
          sessionId: id(),
        },
      });
      beat();
    },
    received: (text) => {
      const frame = parseFrame(text);
      const frameId = String(frame?.id ?? '');
      switch (frame?.type) {
        case 'authenticate':
          return authenticate(frameId, fieldsOf(frame.authenticate));
        case 'subscribe':
          return subscribe(frameId, fieldsOf(frame.subscribe));
        case 'unsubscribe':
          return unsubscribe(frameId, fieldsOf(frame.unsubscribe));
        default:
          return host.note('unknown', [], 'unknown frame');
      }
    },
    tell: (topic, message) => {
      for (const [subscriptionId, each] of topicBySubscription) {
        if (each === topic)
          send('notification', {
            notification: { subscription: { id: subscriptionId }, type: 'pubsub', pubsub: message },
          });
      }
    },
    askForReconnect: () => send('reconnect', { reconnect: {} }),
    closed: () => keepalive?.cancel(),
  };
}

function parseFrame(text: string): Fields | null {
  try {
    return fieldsOf(JSON.parse(text));
  } catch {
    return null;
  }
}

function fieldsOf(value: unknown): Fields {
  return typeof value === 'object' && value !== null ? (value as Fields) : {};
}
