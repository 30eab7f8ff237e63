import { createRandom, Secret } from '@dropwise/kit';
import { resolveClient } from '../client-profile.ts';
import { defaultProtocolData, formatTopic, type SocketDialectName, type Topic } from '../definitions/index.ts';
import { createDialect } from '../socket/create-dialect.ts';
import type { SocketEvent } from '../socket/socket-event.ts';
import { createSocketPool } from '../socket/socket-pool.ts';
import { type FakeConnection, FakeSockets } from './fake-sockets.ts';
import { plantedToken } from './fixtures.ts';
import { createTestClock } from './virtual-time.ts';

/** A pool over fake sockets that open by themselves. */
export function createPoolWorld(socketDialect: SocketDialectName, serve: (connection: FakeConnection) => void) {
  const clock = createTestClock();
  const sockets = new FakeSockets();
  const events: SocketEvent[] = [];
  const held = { token: plantedToken as string | null };
  sockets.onConnect = (connection) => {
    serve(connection);
    connection.open();
  };
  const protocol = { ...defaultProtocolData, socketDialect };
  const pool = createSocketPool({
    sockets,
    clock,
    random: createRandom(7),
    dialect: () => createDialect(() => protocol, resolveClient({ kind: 'named', name: 'tv' }, protocol)),
    token: () => (held.token === null ? null : new Secret(held.token)),
    onEvent: (event) => events.push(event),
  });
  const refusals = () => events.filter((event) => event.kind === 'topicRefused');
  return { clock, sockets, events, pool, held, refusals };
}

/** `count` channel topics. */
export function channelTopics(count: number, from = 0): Topic[] {
  return Array.from({ length: count }, (_, index) => formatTopic('video-playback-by-id', String(from + index)));
}

export const accountTopics: readonly Topic[] = ['user-drop-events.12345678', 'onsite-notifications.12345678'];
