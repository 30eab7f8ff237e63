import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { VirtualClock } from '@dropwise/kit';
import type { FastifyRequest } from 'fastify';
import * as v from 'valibot';
import type { App } from '../../api/app.ts';
import { createApp } from '../../api/create-app.ts';
import { type GuardOptions, type Guards, registerGuards } from '../../api/guards/register-guards.ts';
import { registerKeysRoutes } from '../../api/routes/keys.ts';
import { registerPasswordRoutes } from '../../api/routes/password.ts';
import { registerSessionRoutes } from '../../api/routes/session.ts';
import { registerSessionsRoutes } from '../../api/routes/sessions.ts';
import { registerSetupRoutes } from '../../api/routes/setup.ts';
import { FakeAuditLog } from '../../api/testing/fake-audit-log.ts';
import { type Access, openAccess } from '../access.ts';
import { createPasswordCheck } from '../password-check.ts';
import { createPasswordHasher, type PasswordHasher } from '../password-hasher.ts';
import { type Answer, createClient, type SendOptions } from './http-client.ts';
import { openTempFolder } from './temp-folder.ts';

export const testPassword = 'correct horse battery';
export const startMs = Date.UTC(2026, 2, 1);

export interface GuardedOptions extends Partial<Omit<GuardOptions, 'access' | 'clock'>> {
  /** Null = none is set. */
  readonly password?: string | null;
  readonly sessionDays?: number;
  readonly hasher?: PasswordHasher;
  readonly env?: Readonly<Record<string, string>>;
  /** What `access.json` holds at the start. */
  readonly accessText?: string;
  readonly tls?: { readonly cert: string; readonly key: string };
  readonly addRoutes?: (app: App) => void;
}

/** A console's server with all guards, the routes about access, and one route a scope, listening on loopback. */
export interface GuardedServer extends AsyncDisposable {
  readonly app: App;
  readonly access: Access;
  readonly audit: FakeAuditLog;
  readonly clock: VirtualClock;
  readonly guards: Guards;
  readonly accessPath: string;
  readonly port: number;
  /** `http://127.0.0.1:<port>` */
  readonly origin: string;
  /** Everything that handlers of the routes below were called for, as `POST /api/control`. */
  readonly reached: string[];
  /** What was told as unexpected; a test that expects none looks here. */
  readonly unexpected: unknown[];
  /** As a browser at the console's own page would: with Origin where it changes something. */
  send(method: string, path: string, options?: SendOptions): Promise<Answer>;
  /** Signs in and gives back the cookie as it is sent: `dropwise_session=…`. */
  signIn(password?: string): Promise<string>;
}

export const quickHasher = (): PasswordHasher =>
  createPasswordHasher({ cost: 2 ** 10, blockSize: 1, parallelization: 1 });

export async function startGuardedServer(options: GuardedOptions = {}): Promise<GuardedServer> {
  const folder = await openTempFolder();
  const accessPath = join(folder.path, 'access.json');
  if (options.accessText !== undefined) await writeFile(accessPath, options.accessText, { mode: 0o600 });
  const clock = new VirtualClock(startMs, () => new Promise((resolve) => setImmediate(resolve)));
  const opened = await openAccess({
    path: accessPath,
    env: options.env ?? {},
    clock,
    sessionDays: () => options.sessionDays ?? 30,
    onProblem: (sentence) => unexpected.push(sentence),
    hasher: options.hasher ?? quickHasher(),
  });
  if (!opened.ok) throw new Error(opened.failure);
  const access = opened.value;
  if (typeof options.password === 'string') await access.setFirstPassword(options.password);
  const unexpected: unknown[] = [];
  const reached: string[] = [];
  const audit = new FakeAuditLog();
  const app = createApp({
    trustedProxies: options.trustedProxies ?? [],
    tls: options.tls ?? null,
    onUnexpected: (error) => unexpected.push(error),
  });
  const guards = await registerGuards(app, {
    basePath: '',
    listenHost: '127.0.0.1',
    listenAddresses: ['127.0.0.1'],
    allowedHosts: () => [],
    trustedProxies: [],
    ...options,
    access,
    clock,
  });
  const undocumented: string[] = [];
  app.addHook('onSend', async (request, reply, payload) => {
    const problem = documentationProblem(request.routeOptions, reply.statusCode, payload);
    if (problem !== null) undocumented.push(problem);
  });
  const passwords = createPasswordCheck(access, audit, clock);
  await app.register(
    async (part) => {
      const deps = { access, audit, passwords, cookie: guards.cookie };
      registerSessionRoutes(part as App, deps);
      registerSessionsRoutes(part as App, deps);
      registerPasswordRoutes(part as App, deps);
      registerSetupRoutes(part as App, deps);
      registerKeysRoutes(part as App, deps);
      addScopedRoutes(part as App, reached);
      options.addRoutes?.(part as App);
    },
    { prefix: options.basePath ?? '' },
  );
  await app.listen({ host: '127.0.0.1', port: 0 });
  const { port } = app.server.address() as AddressInfo;
  const origin = `${options.tls === undefined ? 'http' : 'https'}://127.0.0.1:${port}`;
  const client = createClient(origin);
  return {
    app,
    access,
    audit,
    clock,
    guards,
    accessPath,
    port,
    origin,
    reached,
    unexpected,
    send: client,
    signIn: async (password = testPassword) => {
      const answer = await client('POST', `${options.basePath ?? ''}/api/session`, { json: { password } });
      const cookie = answer.setCookies[0]?.split(';')[0];
      if (cookie === undefined) throw new Error(`expected to be signed in, found ${answer.status} ${answer.text}`);
      return cookie;
    },
    [Symbol.asyncDispose]: async () => {
      await app.close();
      await access[Symbol.asyncDispose]();
      await folder[Symbol.asyncDispose]();
      assert.deepEqual(undocumented, []);
    },
  };
}

/** Null = the answer is as its route's document says. */
function documentationProblem(route: FastifyRequest['routeOptions'], status: number, payload: unknown): string | null {
  const documented = route.schema?.response as Readonly<Record<number, v.GenericSchema>> | undefined;
  if (documented === undefined || typeof payload !== 'string' || payload === '') return null;
  const where = `${route.method} ${route.url} ${status}`;
  const schema = documented[status];
  if (schema === undefined) return `${where} is not documented`;
  const body: unknown = JSON.parse(payload);
  const checked = v.safeParse(schema, body);
  return checked.success && isDeepStrictEqual(checked.output, body)
    ? null
    : `${where} is not as documented: ${payload}`;
}

const anyBody = v.nullish(v.record(v.string(), v.unknown()));

function addScopedRoutes(app: App, reached: string[]): void {
  const note = (method: string, path: string) => (): { done: true } => {
    reached.push(`${method} ${path}`);
    return { done: true };
  };
  for (const scope of ['public', 'read', 'control', 'owner'] as const) {
    const path = `/api/${scope}`;
    app.get(path, { config: { scope } }, note('GET', path));
    app.post(path, { config: { scope }, schema: { body: anyBody } }, note('POST', path));
    app.delete(path, { config: { scope } }, note('DELETE', path));
  }
}
