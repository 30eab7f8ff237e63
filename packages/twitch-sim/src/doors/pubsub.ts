import { socketLimits } from '@dropwise/twitch/definitions';
import type { ListenOutcome, SocketHost, SocketSession } from './socket-session.ts';

interface Frame {
  readonly type: string;
  readonly nonce: string;
  readonly topics: readonly string[];
  readonly authToken: string | null;
}

/** The older dialect. Protocol 4.1 to 4.3. */
export function openPubsub(host: SocketHost): SocketSession {
  const respond = (nonce: string, error: ListenOutcome) => host.send({ type: 'RESPONSE', error, nonce });

  const listen = ({ topics, authToken }: Frame): ListenOutcome => {
    if (topics.length === 0) return 'ERR_BADMESSAGE';
    const added = topics.filter((topic) => !host.topics.has(topic));
    if (host.topics.size + added.length > socketLimits.topicsPerSocket) return 'ERR_BADTOPIC';
    const token = authToken === null ? null : (host.service.world.signIn.findToken(authToken) ?? null);
    if (authToken !== null && authToken !== '' && token === null) return 'ERR_BADAUTH';
    return host.listen(topics, token);
  };

  const received = (text: string): void => {
    const frame = parseFrame(text);
    switch (frame?.type) {
      case 'PING':
        host.note('PING', [], '');
        if (!host.strikesPong()) host.send({ type: 'PONG' });
        return;
      case 'LISTEN': {
        const error = listen(frame);
        host.note('LISTEN', frame.topics, error);
        respond(frame.nonce, error);
        return;
      }
      case 'UNLISTEN':
        host.unlisten(frame.topics);
        host.note('UNLISTEN', frame.topics, '');
        respond(frame.nonce, '');
        return;
      default:
        host.note('unknown', [], 'ERR_BADMESSAGE');
        respond(frame?.nonce ?? '', 'ERR_BADMESSAGE');
    }
  };

  return {
    opened: () => {},
    received,
    tell: (topic, message) => host.send({ type: 'MESSAGE', data: { topic, message } }),
    askForReconnect: () => host.send({ type: 'RECONNECT' }),
    closed: () => {},
  };
}

function parseFrame(text: string): Frame | null {
  try {
    const { type, nonce, data } = JSON.parse(text) as {
      type?: unknown;
      nonce?: unknown;
      data?: { topics?: unknown; auth_token?: unknown };
    };
    if (typeof type !== 'string') return null;
    const topics = Array.isArray(data?.topics) ? data.topics.filter((topic) => typeof topic === 'string') : [];
    const authToken = typeof data?.auth_token === 'string' ? data.auth_token : null;
    return { type, nonce: typeof nonce === 'string' ? nonce : '', topics, authToken };
  } catch {
    return null;
  }
}
