import { type ChildDefinition, ownMinerId } from '@dropwise/contract';
import { inOtherWords } from '@dropwise/core';
import { fail, type Result, succeed, VirtualClock } from '@dropwise/kit';
import type { StoreReader } from '@dropwise/store';
import type { InjectOptions, LightMyRequestResponse } from 'fastify';
import type { Scope } from '../../auth/who.ts';
import type { App } from '../app.ts';
import { createApp } from '../create-app.ts';
import { openHealthWatch } from '../health/health-watch.ts';
import type { StoreCondition } from '../health/readiness.ts';
import { registerHealthRoutes } from '../health/register-health.ts';
import { createMetrics } from '../metrics/create-metrics.ts';
import { registerMetrics } from '../metrics/register-metrics.ts';
import { registerDocs } from '../openapi/register-docs.ts';
import { registerOpenApi } from '../openapi/register-openapi.ts';
import { registerAboutRoutes } from '../routes/about.ts';
import { registerAdaptersRoutes } from '../routes/adapters.ts';
import { registerArtRoutes } from '../routes/art.ts';
import { registerAudienceRoutes } from '../routes/audience.ts';
import { registerAuditRoutes } from '../routes/audit.ts';
import { registerCampaignsRoutes } from '../routes/campaigns.ts';
import { registerChannelsRoutes } from '../routes/channels.ts';
import { registerChildrenRoutes } from '../routes/children.ts';
import { createCommandLimit } from '../routes/command-limit.ts';
import { registerControlRoutes } from '../routes/control.ts';
import { registerHistoryRoutes } from '../routes/history.ts';
import { registerLoginRoutes } from '../routes/login.ts';
import { registerLogsRoutes } from '../routes/logs.ts';
import { registerPlanRoutes } from '../routes/plan.ts';
import { registerStatisticsRoutes } from '../routes/statistics.ts';
import { registerStatusRoutes } from '../routes/status.ts';
import { buildView, testNow } from './build-views.ts';
import { checkAnswer, type WatchedRoute, watchRoutes } from './check-answer.ts';
import { FakeArt } from './fake-art.ts';
import { FakeAuditLog } from './fake-audit-log.ts';
import { FakeFleet } from './fake-fleet.ts';
import { FakeReader } from './fake-reader.ts';
import { FakeSession } from './fake-session.ts';
import { registerFakeWho } from './fake-who.ts';
import { createIdleAudience, type TestAudience } from './idle-audience.ts';

export interface TestApi extends AsyncDisposable {
  readonly app: App;
  readonly routes: readonly WatchedRoute[];
  readonly fleet: FakeFleet;
  readonly session: FakeSession;
  readonly reader: FakeReader;
  readonly audit: FakeAuditLog;
  readonly art: FakeArt;
  readonly clock: VirtualClock;
  readonly unexpected: unknown[];
  readonly condition: { store: StoreCondition; metrics: boolean; defining: Result<void, string>; stops: number };
  /** Sends a request, and fails when the answer is not what the route's document says. */
  send(options: InjectOptions): Promise<LightMyRequestResponse>;
}

export interface TestApiOptions {
  readonly scope?: Scope;
  readonly prefix?: string;
  /** A real store's, instead of the fake. */
  readonly storeReader?: StoreReader;
  /** A real one, instead of one that has nothing and starts nothing. */
  readonly audience?: TestAudience;
}

/** The whole of this API over fakes: one miner that runs, an empty store, everybody is the owner unless said otherwise. */
export async function createTestApi(options: TestApiOptions = {}): Promise<TestApi> {
  const fleet = new FakeFleet();
  const session = new FakeSession(buildView());
  fleet.views.set(ownMinerId, session.view);
  fleet.sessions.set(ownMinerId, session);
  const parts = {
    fleet,
    session,
    reader: new FakeReader(),
    audit: new FakeAuditLog(),
    audience: options.audience ?? createIdleAudience(),
    art: new FakeArt(),
    clock: new VirtualClock(testNow, async () => {}),
    unexpected: [] as unknown[],
    condition: {
      store: { failing: null, replaced: false } as StoreCondition,
      metrics: true,
      defining: succeed(undefined) as Result<void, string>,
      stops: 0,
    },
  };
  const app = createApp({ trustedProxies: [], tls: null, onUnexpected: (error) => parts.unexpected.push(error) });
  const routes = watchRoutes(app);
  registerFakeWho(app, options.scope);
  await app.register((scope: App) => registerAll(scope, { ...parts, reader: options.storeReader ?? parts.reader }), {
    prefix: options.prefix ?? '',
  });
  await app.ready();
  return {
    ...parts,
    app,
    routes,
    send: async (request) => {
      const response = await app.inject(request);
      const path = String(request.url).split('?')[0] ?? '';
      checkAnswer(routeOf(routes, request.method ?? 'GET', path), response);
      return response;
    },
    [Symbol.asyncDispose]: () => app.close(),
  };
}

type Parts = Pick<TestApi, 'fleet' | 'audit' | 'art' | 'clock' | 'condition'> & {
  readonly reader: StoreReader;
  readonly audience: TestAudience;
};

async function registerAll(app: App, { fleet, reader, audit, art, audience, clock, condition }: Parts): Promise<void> {
  const health = openHealthWatch({ fleet, clock, store: () => condition.store });
  app.addHook('onClose', async () => health[Symbol.dispose]());
  const limit = createCommandLimit(clock);
  const commands = { fleet, audit, limit };
  const dayOf = (at: number) => new Date(at).toISOString().slice(0, 10);
  const metrics = createMetrics({
    version: '0.1.0',
    fleet,
    health,
    reader,
    liveClientCount: () => 3,
    ingestQueueLength: () => 0,
    audience: () => audience.runs.current,
  });
  await registerOpenApi(app, { version: '0.1.0' });
  registerMetrics(app, { metrics, enabled: () => condition.metrics });
  await registerDocs(app);
  registerHealthRoutes(app, { health });
  registerStatusRoutes(app, { fleet, health, reader, clock });
  registerChannelsRoutes(app, commands);
  registerCampaignsRoutes(app, { fleet });
  registerArtRoutes(app, { fleet, art });
  registerLoginRoutes(app, commands);
  registerControlRoutes(app, { ...commands, stopConsole: () => condition.stops++ });
  registerPlanRoutes(app, { fleet, limit: createCommandLimit(clock, 3) });
  registerHistoryRoutes(app, { reader, clock, dayOf });
  registerStatisticsRoutes(app, { fleet, reader, clock, wall: clock, dayOf, startedAt: testNow - 7_200_000 });
  registerLogsRoutes(app, { reader });
  registerChildrenRoutes(app, { ...commands, reader, clock, defineChildren: definer(fleet, condition) });
  registerAdaptersRoutes(app, {
    adapters: [
      { kind: 'dropwise', can: ['facts', 'plan'], cannot: [] },
      { kind: 'command', can: ['facts'], cannot: [inOtherWords('It does not say what is claimed.')] },
    ],
  });
  registerAudienceRoutes(app, { ...audience, audit, limit });
  registerAuditRoutes(app, { reader });
  registerAboutRoutes(app, { version: '0.1.0', startedAt: testNow, livePath: '/socket.io' });
}

function definer(fleet: FakeFleet, condition: TestApi['condition']) {
  return async (definitions: readonly ChildDefinition[]): Promise<Result<void, string>> => {
    if (!condition.defining.ok) return fail(condition.defining.failure);
    await fleet.define(definitions);
    return condition.defining;
  };
}

/** A route without parameters goes before one with them. */
function routeOf(routes: readonly WatchedRoute[], method: string, path: string): WatchedRoute | undefined {
  const fitting = routes.filter((route) => route.method === method && patternOf(route.url).test(path));
  return fitting.find((route) => !route.url.includes(':')) ?? fitting[0];
}

function patternOf(url: string): RegExp {
  return new RegExp(`^${url.replace(/[.]/g, '\\.').replace(/:[^/]+/g, '[^/]+')}$`);
}
