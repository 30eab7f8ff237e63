import { parseTopic } from '@dropwise/twitch/definitions';
import { topicMessageOf } from '../behaviors/topic-message.ts';
import type { Token } from '../world/sign-in.ts';
import { openHermes } from './hermes.ts';
import { openPubsub } from './pubsub.ts';
import type { Service } from './service.ts';
import type { ListenOutcome, SocketHost, SocketPeer, SocketSession } from './socket-session.ts';

const topicKindsOfUsers: readonly string[] = ['user-drop-events', 'onsite-notifications'];
/** Beyond this many connections one is refused. */
const maxSockets = 1_000;

interface Connection {
  readonly label: string;
  readonly dialect: 'pubsub' | 'hermes';
  readonly session: SocketSession;
  readonly peer: SocketPeer;
  readonly topics: Set<string>;
  drop: { cancel(): void } | null;
}

/** All open sockets, and who listens to what. */
export class SocketHub {
  readonly #service: Service;
  readonly #connections = new Set<Connection>();
  readonly #listeners = new Map<string, Set<Connection>>();
  #opened = 0;

  constructor(service: Service) {
    this.#service = service;
    service.world.events.on((event) => {
      const message = topicMessageOf(event, service.world);
      if (message !== null) this.#publish(message.topic, message.message);
    });
    service.faults.onChange((change) => {
      if (change.kind !== 'set') return;
      if (change.fault.kind === 'reconnectRequested') for (const each of this.#connections) this.#askForReconnect(each);
      if (change.fault.kind === 'socketDropped') for (const each of this.#connections) this.#armDrop(each);
    });
  }

  get openCount(): number {
    return this.#connections.size;
  }

  list(): { label: string; dialect: string; topics: number }[] {
    return [...this.#connections].map(({ label, dialect, topics }) => ({ label, dialect, topics: topics.size }));
  }

  /** Null when the connection is refused. `url` tells the dialect: Hermes names its client. Protocol 4.6. */
  open(url: URL, peer: SocketPeer): SocketSession | null {
    const isHermes = url.searchParams.has('clientId') || url.hostname.startsWith('hermes.');
    const dialect = isHermes ? 'hermes' : 'pubsub';
    const label = `socket-${++this.#opened}`;
    const { faults, tally } = this.#service;
    if (this.#connections.size >= maxSockets || faults.strike('socketRefused', dialect, label) !== null) {
      tally.count('refusals', `${dialect}: connection`);
      return null;
    }
    tally.count('socketFrames', `${dialect} opened`);
    const topics = new Set<string>();
    const host = this.#hostFor(label, dialect, topics, peer);
    const session = isHermes ? openHermes(host, url.searchParams.get('clientId')) : openPubsub(host);
    const connection: Connection = { label, dialect, session, peer, topics, drop: null };
    this.#connections.add(connection);
    this.#armDrop(connection);
    return {
      opened: () => {
        session.opened();
        this.#askForReconnect(connection);
      },
      received: (text) => session.received(text),
      tell: (topic, message) => session.tell(topic, message),
      askForReconnect: () => session.askForReconnect(),
      closed: () => this.#forget(connection),
    };
  }

  /** Ends every connection as a server that goes away does. */
  closeAll(): void {
    for (const connection of [...this.#connections]) {
      connection.peer.drop();
      this.#forget(connection);
    }
  }

  #hostFor(label: string, dialect: 'pubsub' | 'hermes', topics: Set<string>, peer: SocketPeer): SocketHost {
    const service = this.#service;
    return {
      service,
      label,
      topics,
      send: (frame) => peer.send(JSON.stringify(frame)),
      close: (code, reason) => peer.close(code, reason),
      isMute: () => service.faults.peek('pongMissing', dialect, label) !== null,
      strikesPong: () => service.faults.strike('pongMissing', dialect, label) !== null,
      listen: (topic, token) => this.#listen(label, topic, token),
      unlisten: (topic) => this.#unlisten(label, topic),
      note: (type, noted, error) => {
        service.tally.count('socketFrames', `${dialect} ${type}`);
        if (error !== '') service.tally.count('refusals', `${dialect}: ${error}`);
        service.requests.add({ kind: 'frame', dialect, socket: label, type, topics: noted, error });
      },
    };
  }

  #connectionOf(label: string): Connection | undefined {
    for (const connection of this.#connections) if (connection.label === label) return connection;
    return undefined;
  }

  /** Whether a topic may be listened to, without doing it. */
  #refusalOf(topic: string, token: Token | null): ListenOutcome {
    const { faults, world } = this.#service;
    const parsed = parseTopic(topic);
    if (parsed === null || parsed.id === '') return 'ERR_BADTOPIC';
    const client = token?.client.name;
    const fault = faults.strikeIf(
      'listenRefused',
      (each) =>
        (each.target === undefined || each.target === parsed.kind) &&
        (each.client === undefined || each.client === client),
    );
    if (fault !== null) return fault.error ?? 'ERR_BADAUTH';
    if (!topicKindsOfUsers.includes(parsed.kind)) return '';
    return token !== null && parsed.id === world.userId ? '' : 'ERR_BADAUTH';
  }

  #listen(label: string, topics: readonly string[], token: Token | null): ListenOutcome {
    const connection = this.#connectionOf(label);
    if (connection === undefined) return 'ERR_SERVER';
    for (const topic of topics) {
      const refused = this.#refusalOf(topic, token);
      if (refused !== '') return refused;
    }
    for (const topic of topics) this.#add(connection, topic);
    return '';
  }

  #add(connection: Connection, topic: string): void {
    if (connection.topics.has(topic)) return;
    connection.topics.add(topic);
    const listeners = this.#listeners.get(topic);
    if (listeners === undefined) this.#listeners.set(topic, new Set([connection]));
    else listeners.add(connection);
    const parsed = parseTopic(topic);
    if (parsed?.kind === 'video-playback-by-id') this.#service.world.channels.follow(parsed.id);
  }

  #unlisten(label: string, topics: readonly string[]): void {
    const connection = this.#connectionOf(label);
    if (connection !== undefined) for (const topic of topics) this.#removeTopic(connection, topic);
  }

  #removeTopic(connection: Connection, topic: string): void {
    if (!connection.topics.delete(topic)) return;
    const listeners = this.#listeners.get(topic);
    listeners?.delete(connection);
    if (listeners?.size === 0) this.#listeners.delete(topic);
    const parsed = parseTopic(topic);
    if (parsed?.kind === 'video-playback-by-id') this.#service.world.channels.unfollow(parsed.id);
  }

  #forget(connection: Connection): void {
    if (!this.#connections.delete(connection)) return;
    connection.drop?.cancel();
    connection.session.closed();
    for (const topic of [...connection.topics]) this.#removeTopic(connection, topic);
    this.#service.tally.count('socketFrames', `${connection.dialect} closed`);
  }

  #publish(topic: string, message: unknown): void {
    const listeners = this.#listeners.get(topic);
    if (listeners === undefined) return;
    const { faults, tally } = this.#service;
    const kind = topic.slice(0, topic.indexOf('.'));
    const json = JSON.stringify(message);
    for (const { session, dialect, label } of listeners) {
      if (faults.strike('socketSilent', dialect, label) !== null) continue;
      const isCut = faults.strike('malformedSocketMessage', kind) !== null;
      tally.count('socketMessages', kind);
      session.tell(topic, isCut ? json.slice(0, json.length / 2) : json);
    }
  }

  #askForReconnect(connection: Connection): void {
    const { faults } = this.#service;
    if (faults.strike('reconnectRequested', connection.dialect, connection.label) !== null)
      connection.session.askForReconnect();
  }

  #armDrop(connection: Connection): void {
    const { faults, clock } = this.#service;
    const fault = faults.peek('socketDropped', connection.dialect, connection.label);
    if (fault === null || connection.drop !== null) return;
    connection.drop = clock.after(fault.everyMs ?? 30_000, () => {
      connection.drop = null;
      if (faults.strike('socketDropped', connection.dialect, connection.label) === null) return;
      connection.peer.drop();
      this.#forget(connection);
    });
  }
}
