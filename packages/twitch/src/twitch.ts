import {
  type Clock,
  type HttpDoor,
  type Random,
  type Result,
  type Secret,
  type SocketDoor,
  type StopSignal,
  succeed,
} from '@dropwise/kit';
import type { Catalogue } from './catalogue/catalogue.ts';
import { type CatalogueFailure, fetchCatalogue } from './catalogue/fetch-catalogue.ts';
import { type ClientChoice, resolveClient } from './client-profile.ts';
import type { CookieJar } from './cookies/cookie-jar.ts';
import type { ProtocolData, WatchTransportName } from './definitions/index.ts';
import { createDropsApi, type DropsApi } from './drops-api.ts';
import { createGqlClient, type RetryPolicy } from './gql/gql-client.ts';
import { createExchange, type Exchange } from './http/exchange.ts';
import { type FetchedImage, fetchImage, type ImageFailure } from './images/fetch-image.ts';
import { type Account, createAccount } from './login/account.ts';
import type { DeviceCodeIssued } from './login/device-code.ts';
import { createRequestCounters, type RequestCounts } from './request-counters.ts';
import type { Session } from './session.ts';
import { createDialect } from './socket/create-dialect.ts';
import type { SocketEvent } from './socket/socket-event.ts';
import { createSocketPool, type SocketPool } from './socket/socket-pool.ts';
import { createMask, createMaskedTrace, type Trace } from './trace.ts';
import { type DiscoveryFailure, discoverWatchUrls, type WatchUrls } from './watch/discover-watch-urls.ts';
import { createGqlTransport } from './watch/transports/gql.ts';
import { createHlsTransport } from './watch/transports/hls.ts';
import { createSpadeTransport } from './watch/transports/spade.ts';
import type { WatchTransport } from './watch/watch-transport.ts';

export type TwitchEvent =
  | SocketEvent
  | DeviceCodeIssued
  | { readonly kind: 'sessionChanged'; readonly session: Session | null }
  /** `account.standing` may be another: Twitch was asked about the token, or it was forgotten. */
  | { readonly kind: 'standingChanged' }
  /** The jar differs from what was last told: write it down. */
  | { readonly kind: 'cookiesChanged' };

export interface TwitchOptions {
  readonly http: HttpDoor;
  readonly sockets: SocketDoor;
  readonly clock: Clock;
  readonly random: Random;
  /** Asked at every use, so that an edited protocol file counts at once. */
  readonly protocol: () => ProtocolData;
  readonly client: ClientChoice;
  readonly jar: CookieJar;
  readonly onEvent: (event: TwitchEvent) => void;
  /** Lines about the wire, tokens masked. Costs nothing when absent. */
  readonly trace?: Trace;
  /** The whole of one HTTP exchange; 10 000 by default. Protocol 1.4. */
  readonly requestTimeoutMs?: number;
  readonly retry?: RetryPolicy;
}

/** Twitch as the miner sees it: one account, one client. */
export interface Twitch extends DropsApi, AsyncDisposable {
  readonly account: Account;
  /** Listens with the account's token; starts anew by itself when the token changes. */
  readonly pool: SocketPool;
  /** The same object for the same name. */
  transport(name: WatchTransportName): WatchTransport;
  /** Where watch events go, as the page of this channel names it; sends none. Protocol 5.1. */
  watchUrls(login: string, signal?: StopSignal): Promise<Result<WatchUrls, DiscoveryFailure>>;
  /** The community's list of campaigns; knows nothing of the account and is told nothing of it. Protocol 5.7. */
  catalogue(url: string, signal?: StopSignal): Promise<Result<Catalogue, CatalogueFailure>>;
  /** A picture of Twitch's image host; that host is told nothing of the account. */
  image(url: string, signal?: StopSignal): Promise<Result<FetchedImage, ImageFailure>>;
  counts(): RequestCounts;
  /** Closes the sockets. The doors belong to whoever made them. */
  [Symbol.asyncDispose](): Promise<void>;
}

export function createTwitch(options: TwitchOptions): Twitch {
  const { http, sockets, clock, random, protocol, jar, onEvent } = options;
  const client = () => resolveClient(options.client, protocol());
  const counters = createRequestCounters();
  const mask = createMask();
  const trace = createMaskedTrace(options.trace, mask);
  const announceCookies = createCookieWatch(jar, onEvent);
  const timeoutMs = options.requestTimeoutMs ?? 10_000;
  const userAgent = () => client().userAgent;
  const bareExchange = createExchange({ http, jar, counters, userAgent, trace, timeoutMs });
  const exchange: Exchange = async (request, signal) => {
    const answer = await bareExchange(request, signal);
    announceCookies();
    if (!answer.ok || request.purpose === 'device' || request.purpose === 'token') return answer;
    // Should Twitch ever echo the token in an error, nobody further on gets to see it.
    return succeed({ ...answer.value, body: mask.hideKnown(answer.value.body) });
  };

  const token = (): Secret | null => account.session?.token ?? null;
  const pool = createSocketPool({
    sockets,
    clock,
    random,
    dialect: () => createDialect(protocol, client()),
    token,
    onEvent,
    onFrame: (direction, index, text) => trace?.('ws', `${index} ${direction} ${text}`),
  });
  let listeningToken: string | null = null;
  const account = createAccount({
    exchange,
    clock,
    random,
    jar,
    client,
    protocol,
    remember: (secret) => mask.remember(secret),
    onCode: onEvent,
    onStanding: () => onEvent({ kind: 'standingChanged' }),
    onSession(session) {
      announceCookies();
      const next = session?.token.reveal() ?? null;
      if (next !== null && next !== listeningToken) pool.restart();
      const isChange = next !== listeningToken;
      listeningToken = next;
      if (isChange) onEvent({ kind: 'sessionChanged', session });
    },
  });
  const session = () => account.session;
  const gql = createGqlClient({
    exchange,
    clock,
    random,
    protocol,
    session,
    baseUrl: () => client().baseUrl,
    counters,
    trace,
    ...(options.retry === undefined ? {} : { retry: options.retry }),
  });
  // Channel pages of the TV site do not name the watch address. Protocol 5.1.
  const siteUrl = () => protocol().endpoints.site ?? protocol().clients.web.baseUrl;
  const spade = createSpadeTransport({ exchange, clock, siteUrl, session });
  const transports: Readonly<Record<WatchTransportName, WatchTransport>> = {
    spade,
    gql: createGqlTransport({ gql, clock, session }),
    hls: createHlsTransport({ exchange, gql, clock, usherUrl: () => protocol().endpoints.usher, companion: spade }),
  };

  return {
    ...createDropsApi(gql, session),
    account,
    pool,
    transport: (name) => transports[name],
    watchUrls: (login, signal) => discoverWatchUrls(exchange, `${siteUrl()}/${encodeURIComponent(login)}`, signal),
    catalogue: (url, signal) => fetchCatalogue({ exchange, clock }, url, signal),
    image: (url, signal) => fetchImage(bareExchange, protocol().endpoints.images, url, signal),
    counts: () => counters.snapshot(),
    [Symbol.asyncDispose]: () => pool[Symbol.asyncDispose](),
  };
}

/** Tells of a changed jar once for each change. */
function createCookieWatch(jar: CookieJar, onEvent: (event: TwitchEvent) => void): () => void {
  let toldRevision = jar.revision;
  return () => {
    if (jar.revision === toldRevision) return;
    toldRevision = jar.revision;
    onEvent({ kind: 'cookiesChanged' });
  };
}
