import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import fastify, { type FastifyReply } from 'fastify';
import { Server } from 'socket.io';
import { type sampleChannel, sampleSettings } from './samples.ts';

/** A rangermix 1.2 as peers, part 2, describes it: its routes, its events, its shapes. What is in it, the test decides. */
export interface FakeRangermix extends AsyncDisposable {
  readonly url: string;
  /** What `initial_state` and the routes give out. */
  state: Record<string, unknown> & { settings: Record<string, unknown>; channels: unknown[] };
  /** `POST /api/…` in the order they came, with their bodies. */
  readonly posts: readonly { readonly path: string; readonly body: unknown }[];
  /** False: 503, as before its page is up. */
  isUp: boolean;
  emit(event: string, payload: unknown): void;
  /** Resolves when someone listens. */
  connected(): Promise<void>;
  /** Cuts every connection. */
  cut(): void;
}

export async function startFakeRangermix(port = 0): Promise<FakeRangermix> {
  const posts: { path: string; body: unknown }[] = [];
  const app = fastify({
    forceCloseConnections: true,
    serverFactory: (handler) => createServer(handler),
  });
  const io = new Server(app.server, { cors: { origin: true, credentials: true } });
  const fake = createFake(io, posts);

  const guard = (reply: FastifyReply): boolean => {
    if (!fake.isUp) void reply.code(503).send({ detail: 'GUI not initialized' });
    return fake.isUp;
  };
  const order = (path: string, answer: (body: unknown, reply: FastifyReply) => unknown): void => {
    app.post(path, (request, reply) => {
      posts.push({ path, body: request.body });
      return guard(reply) ? answer(request.body, reply) : reply;
    });
  };
  app.get('/api/status', (_request, reply) => (guard(reply) ? fake.state : reply));
  order('/api/reload', () => ({ success: true }));
  order('/api/close', () => ({ success: true }));
  order('/api/oauth/confirm', () => ({ success: true }));
  order('/api/mode/exit-manual', () =>
    (fake.state.manual_mode as { active: boolean }).active
      ? { success: true }
      : { success: false, message: 'Not in manual mode' },
  );
  order('/api/channels/select', (body, reply) => selectChannel(fake, body, reply));
  order('/api/settings', (body) => {
    const known = Object.entries(body as object).filter(
      ([name, value]) => value !== null && Object.hasOwn(fake.state.settings, name),
    );
    fake.state.settings = { ...fake.state.settings, ...Object.fromEntries(known) };
    io.emit('settings_updated', fake.state.settings);
    return { success: true, settings: fake.state.settings };
  });
  io.on('connection', (socket) => socket.emit('initial_state', fake.state));
  await app.listen({ host: '127.0.0.1', port });
  const address = app.server.address() as AddressInfo;
  return Object.assign(fake, {
    url: `http://127.0.0.1:${address.port}`,
    [Symbol.asyncDispose]: async () => {
      await io.close();
      await app.close();
    },
  });
}

function createFake(
  io: Server,
  posts: FakeRangermix['posts'],
): Omit<FakeRangermix, 'url' | typeof Symbol.asyncDispose> {
  return {
    posts,
    isUp: true,
    state: {
      status: 'Idle',
      channels: [],
      campaigns: [],
      console: ['[2026-08-03 14:02:33] | Watching: Someone_Else'],
      settings: { ...sampleSettings },
      login: { status: 'Logged in', user_id: 70_000_001 },
      manual_mode: { active: false },
      current_drop: null,
      wanted_items: [],
    },
    emit: (event, payload) => void io.emit(event, payload),
    connected: async () => {
      if (io.sockets.sockets.size === 0) await once(io, 'connection');
    },
    cut: () => io.disconnectSockets(true),
  };
}

function selectChannel(fake: Pick<FakeRangermix, 'state'>, body: unknown, reply: FastifyReply): unknown {
  const id = (body as { channel_id?: unknown }).channel_id;
  if (!Number.isInteger(id)) {
    return reply.code(422).send({ detail: [{ loc: ['body', 'channel_id'], msg: 'Input should be a valid integer' }] });
  }
  const channel = (fake.state.channels as (typeof sampleChannel)[]).find((each) => each.id === id);
  if (channel === undefined) return reply.code(404).send({ detail: 'Channel not found' });
  if (channel.game === null) return reply.code(400).send({ detail: 'Channel is not playing any game' });
  return { success: true };
}
