import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { type Clock, VirtualClock } from '@dropwise/kit';
import type { FastifyRequest } from 'fastify';
import * as v from 'valibot';
import type { App } from '../../api/app.ts';
import { createApp } from '../../api/create-app.ts';
import { type GuardOptions, type Guards, registerGuards } from '../../api/guards/register-guards.ts';
import type { AccessDeps } from '../../api/routes/access-deps.ts';
import { registerKeysRoutes } from '../../api/routes/keys.ts';
import { registerPasswordRoutes } from '../../api/routes/password.ts';
import { registerSessionRoutes } from '../../api/routes/session.ts';
import { registerSessionsRoutes } from '../../api/routes/sessions.ts';
import { registerSetupRoutes } from '../../api/routes/setup.ts';
import { FakeAuditLog } from '../../api/testing/fake-audit-log.ts';
import { type Access, openAccess } from '../access.ts';
import { createPasswordCheck } from '../password-check.ts';
import { createPasswordHasher, type PasswordHasher } from '../password-hasher.ts';
import { type Answer, createClient, type Send, type SendOptions } from './http-client.ts';
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
  // Also when the start fails, as some tests want it to.
  await using starting = new AsyncDisposableStack();
  const folder = starting.use(await openTempFolder());
  const accessPath = join(folder.path, 'access.json');
  const clock = new VirtualClock(startMs, () => new Promise((resolve) => setImmediate(resolve)));
  const [unexpected, reached, undocumented]: [unknown[], string[], string[]] = [[], [], []];
  const onProblem = (problem: unknown): void => void unexpected.push(problem);
  const access = starting.use(await openTestAccess(accessPath, options, clock, onProblem));
  const audit = new FakeAuditLog();
  const app = createApp({
    trustedProxies: options.trustedProxies ?? [],
    tls: options.tls ?? null,
    onUnexpected: onProblem,
  });
  starting.defer(() => app.close());
  const guards = await registerGuards(app, { ...usualGuards, ...options, access, clock });
  app.addHook('onSend', async (request, reply, payload) => {
    const problem = documentationProblem(request.routeOptions, reply.statusCode, payload);
    if (problem !== null) undocumented.push(problem);
  });
  const passwords = createPasswordCheck(access, audit, clock);
  await addRoutes(app, { access, audit, passwords, cookie: guards.cookie }, options, reached);
  await app.listen({ host: '127.0.0.1', port: 0 });
  const { port } = app.server.address() as AddressInfo;
  const origin = `${options.tls === undefined ? 'http' : 'https'}://127.0.0.1:${port}`;
  const send = createClient(origin);
  const started = starting.move();
  return {
    ...{ app, access, audit, clock, guards, accessPath, port, origin, reached, unexpected, send },
    signIn: (password = testPassword) => signIn(send, `${options.basePath ?? ''}/api/session`, password),
    [Symbol.asyncDispose]: async () => {
      await started.disposeAsync();
      assert.deepEqual(undocumented, []);
    },
  };
}

const usualGuards: Omit<GuardOptions, 'access' | 'clock'> = {
  basePath: '',
  listenHost: '127.0.0.1',
  listenAddresses: ['127.0.0.1'],
  allowedHosts: () => [],
  trustedProxies: [],
};

async function openTestAccess(
  path: string,
  options: GuardedOptions,
  clock: Clock,
  onProblem: (sentence: string) => void,
): Promise<Access> {
  const { accessText, env = {}, hasher = quickHasher(), password, sessionDays = 30 } = options;
  if (accessText !== undefined) await writeFile(path, accessText, { mode: 0o600 });
  const opened = await openAccess({ path, env, clock, sessionDays: () => sessionDays, onProblem, hasher });
  if (!opened.ok) throw new Error(opened.failure);
  if (typeof password === 'string') await opened.value.setFirstPassword(password);
  return opened.value;
}

async function addRoutes(app: App, deps: AccessDeps, options: GuardedOptions, reached: string[]): Promise<void> {
  await app.register(
    async (inner) => {
      const part = inner as App;
      registerSessionRoutes(part, deps);
      registerSessionsRoutes(part, deps);
      registerPasswordRoutes(part, deps);
      registerSetupRoutes(part, deps);
      registerKeysRoutes(part, deps);
      addScopedRoutes(part, reached);
      options.addRoutes?.(part);
    },
    { prefix: options.basePath ?? '' },
  );
}

async function signIn(send: Send, path: string, password: string): Promise<string> {
  const answer = await send('POST', path, { json: { password } });
  const cookie = answer.setCookies[0]?.split(';')[0];
  if (cookie === undefined) throw new Error(`expected to be signed in, found ${answer.status} ${answer.text}`);
  return cookie;
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
