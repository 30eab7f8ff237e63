import type { HttpResponse, SocketConnection } from '@dropwise/kit';
import { type ClientName, defaultProtocolData, type OperationName } from '@dropwise/twitch/definitions';
import type { Sim } from '../sim.ts';

/** A signed-in viewer made of raw requests, so that no client's bug can hide in these tests. */
export interface TestClient {
  readonly token: string;
  gql(operation: OperationName, variables: unknown, more?: { hash?: string }): Promise<GqlItem>;
  post(url: string, body: string, headers?: Readonly<Record<string, string>>): Promise<HttpResponse>;
  get(url: string, headers?: Readonly<Record<string, string>>): Promise<HttpResponse>;
  headers(): Readonly<Record<string, string>>;
  /** Sends one minute-watched event by spade for the channel as it is now. */
  watch(login: string, changes?: Readonly<Record<string, unknown>>): Promise<HttpResponse>;
  /** Opens a PubSub socket and collects its frames. */
  listen(topics: readonly string[]): TestSocket;
}

export interface GqlItem {
  readonly data?: unknown;
  readonly errors?: readonly { readonly message: string; readonly path?: readonly (string | number)[] }[];
  readonly extensions: { readonly operationName: string };
}

export interface TestSocket {
  readonly frames: Record<string, unknown>[];
  readonly connection: SocketConnection;
  closeCode: number | null;
  /** Inner messages of a topic kind, parsed. */
  messages(kind: string): Record<string, unknown>[];
}

const gqlUrl = 'https://gql.twitch.tv/gql';

export function createTestClient(sim: Sim, clientName: ClientName = 'android'): TestClient {
  const token = sim.issueToken(clientName);
  const { clientId, userAgent } = defaultProtocolData.clients[clientName];
  const headers = () => ({
    'Client-Id': clientId,
    'User-Agent': userAgent,
    'X-Device-Id': 'devicedevicedevicedevicedevice12',
    Authorization: `OAuth ${token}`,
    'Content-Type': 'application/json',
  });
  const post: TestClient['post'] = (url, body, own) =>
    sim.http.send({ method: 'POST', url, body, headers: own ?? headers(), timeoutMs: 10_000, maxBytes: 10_000_000 });
  const gql: TestClient['gql'] = async (operationName, variables, { hash } = {}) => {
    const persistedQuery = { version: 1, sha256Hash: hash ?? defaultProtocolData.hashes[operationName] };
    const { body } = await post(gqlUrl, JSON.stringify({ operationName, variables, extensions: { persistedQuery } }));
    return JSON.parse(body) as GqlItem;
  };
  return {
    token,
    headers,
    post,
    gql,
    get: (url, own) =>
      sim.http.send({ method: 'GET', url, headers: own ?? {}, timeoutMs: 10_000, maxBytes: 10_000_000 }),
    watch: (login, changes) => post('https://spade.twitch.tv/track', spadeBody(sim, login, changes), {}),
    listen: (topics) => listen(sim, topics, token),
  };
}

export function spadeEvents(sim: Sim, login: string, changes: Readonly<Record<string, unknown>> = {}): string {
  const channel = sim.world.channels.findByLogin(login);
  const id = channel?.definition.id ?? '';
  const stream = sim.world.channels.streamOf(id);
  const properties = {
    broadcast_id: stream?.broadcastId ?? '1',
    channel_id: id,
    channel: login,
    client_time: new Date(sim.clock.now()).toISOString(),
    game: stream?.game?.name ?? '',
    game_id: stream?.game?.id ?? '',
    hidden: false,
    is_live: true,
    live: true,
    logged_in: true,
    minutes_logged: 1,
    muted: false,
    user_id: Number(sim.world.userId),
    ...changes,
  };
  return JSON.stringify([{ event: 'minute-watched', properties }]);
}

export function spadeBody(sim: Sim, login: string, changes: Readonly<Record<string, unknown>> = {}): string {
  return new URLSearchParams({ data: Buffer.from(spadeEvents(sim, login, changes)).toString('base64') }).toString();
}

function listen(sim: Sim, topics: readonly string[], token: string): TestSocket {
  const frames: Record<string, unknown>[] = [];
  const connection = sim.sockets.connect(
    'wss://pubsub-edge.twitch.tv/v1',
    {},
    {
      onOpen: () =>
        connection.send(JSON.stringify({ type: 'LISTEN', nonce: 'nonce', data: { topics, auth_token: token } })),
      onText: (text) => frames.push(JSON.parse(text)),
      onClose: (code) => {
        socket.closeCode = code;
      },
    },
  );
  const socket: TestSocket = { frames, connection, closeCode: null, messages: (kind) => innerMessages(frames, kind) };
  return socket;
}

function innerMessages(frames: readonly Record<string, unknown>[], kind: string): Record<string, unknown>[] {
  return frames.flatMap((frame) => {
    const data = frame.data as { topic?: string; message?: string } | undefined;
    return frame.type === 'MESSAGE' && data?.topic?.startsWith(`${kind}.`) ? [JSON.parse(data.message ?? 'null')] : [];
  });
}
