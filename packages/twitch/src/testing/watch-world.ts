import { broadcastId, channelId, createRandom, gameId } from '@dropwise/kit';
import { CookieJar } from '../cookies/cookie-jar.ts';
import { defaultProtocolData } from '../definitions/index.ts';
import { createGqlClient } from '../gql/gql-client.ts';
import { createExchange } from '../http/exchange.ts';
import { createRequestCounters } from '../request-counters.ts';
import type { Session } from '../session.ts';
import type { WatchTarget } from '../watch/watch-transport.ts';
import { FakeHttp } from './fake-http.ts';
import { testSession } from './fixtures.ts';
import { createTestClock } from './virtual-time.ts';

export const target: WatchTarget = {
  channelId: channelId('70001'),
  login: 'sample_channel',
  broadcastId: broadcastId('310000000001'),
  game: { id: gameId('900001'), name: 'Sample Game' },
};

/** What the watch transports need, over a fake network. */
export function createWatchWorld() {
  const clock = createTestClock();
  const http = new FakeHttp();
  const counters = createRequestCounters();
  const held: { session: Session | null } = { session: testSession };
  const session = () => held.session;
  const exchange = createExchange({
    http,
    counters,
    jar: new CookieJar(clock),
    userAgent: () => 'tests',
    trace: null,
    timeoutMs: 10_000,
  });
  const gql = createGqlClient({
    exchange,
    clock,
    counters,
    random: createRandom(1),
    protocol: () => defaultProtocolData,
    session,
    baseUrl: () => 'https://android.tv.twitch.tv',
    trace: null,
  });
  return { clock, http, held, session, exchange, gql };
}
