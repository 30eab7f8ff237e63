import type { ChildDefinition } from '@dropwise/contract';
import { fail, type Result, succeed } from '@dropwise/kit';
import { exitCodes } from '@dropwise/runtime';
import type { App } from '../api/app.ts';
import { createApp } from '../api/create-app.ts';
import { registerGuards } from '../api/guards/register-guards.ts';
import { createMetrics } from '../api/metrics/create-metrics.ts';
import { createPasswordCheck } from '../auth/password-check.ts';
import { checkBackup } from '../backup/restore-backup.ts';
import { checkDefinitions, writeDefinitions } from '../children/definitions-file.ts';
import type { Fleet } from '../children/fleet.ts';
import { makeDiagnostics } from '../diagnostics/make-diagnostics.ts';
import { createLive, type Live } from '../live/create-live.ts';
import { createStorageCheck } from '../storage/create-storage-check.ts';
import type { ConsoleEnding } from './console-ending.ts';
import type { Core } from './open-core.ts';
import type { Services } from './open-services.ts';
import type { Opened } from './opened.ts';
import { registerRoutes } from './register-routes.ts';

/** The server with guards, routes and live changes; it does not listen yet. `end` is called when somebody asks for the end. */
export async function buildServer(
  opened: Opened,
  core: Core,
  services: Services,
  stack: AsyncDisposableStack,
  end: (ending: ConsoleEnding) => void,
): Promise<App> {
  const { args, clock, access, store, log } = opened;
  const { audit, fleet, ingest } = core;
  const startedAt = clock.now();
  const app = createApp({
    trustedProxies: opened.trustedProxies,
    tls: opened.tls,
    onUnexpected: (error, what) => log.person(`${what} failed in a way that nobody foresaw.`, { error }),
  });
  const guards = await guard(app, opened, core);
  const livePath = `${opened.listen.basePath}/socket.io`;
  const live = openLive(app, opened, core, { path: livePath, authorize: guards.authorizeSocket });
  const metrics = createMetrics({
    version: args.version,
    fleet,
    health: services.health,
    reader: store.reader,
    liveClientCount: () => live.clientCount,
    ingestQueueLength: () => ingest.queueLength,
    audience: () => services.audience.runs.current,
  });
  const parts = {
    ...opened,
    ...core,
    ...services,
    version: args.version,
    startedAt,
    reader: store.reader,
    access: { access, passwords: createPasswordCheck(access, audit, clock) },
    guards,
    metrics,
    livePath,
    webFolder: args.webFolder,
    checkStorage: createStorageCheck({
      directory: opened.directory,
      databaseBytes: () => store.reader.totals({}).sizeBytes,
      databaseFailing: () => ingest.problem,
      opening: store.opening,
    }),
    diagnose: () => diagnose(opened, core, { startedAt, clients: live.clientCount }),
    defineChildren: (definitions: readonly ChildDefinition[]) => defineChildren(opened, fleet, definitions),
    restore: (file: string, passphrase: string | null) => beginRestore(opened, end, file, passphrase),
    stopConsole: () => end({ kind: 'stopped', exitCode: exitCodes.ok }),
  };
  await app.register((scope: App) => registerRoutes(scope, parts), { prefix: opened.listen.basePath });
  stack.defer(() => app.close());
  stack.use(live);
  stack.use(services.audience.runs.onNews((news) => live.onAudience(news)));
  stack.use(
    access.onGone((isGone) => {
      live.closeFor(isGone);
      void live.recheck();
    }),
  );
  return app;
}

function guard(app: App, { access, clock, listen, trustedProxies }: Opened, { settings }: Core) {
  return registerGuards(app, {
    access,
    clock,
    basePath: listen.basePath,
    trustedProxies,
    listenHost: listen.host,
    listenAddresses: listen.addresses,
    allowedHosts: () => settings.values.console.allowedHosts,
  });
}

function openLive(
  app: App,
  { clock, store, log }: Opened,
  { fleet, settings, hear, watchLines }: Core,
  { path, authorize }: Pick<Parameters<typeof createLive>[0], 'path' | 'authorize'>,
): Live {
  const live = createLive({
    httpServer: app.server,
    path,
    clock,
    fleet,
    settings,
    reader: store.reader,
    authorize,
    log: (sentence) => log.detail(sentence),
  });
  hear((stored) => live.onFacts(stored));
  watchLines((stored, skippedCount) => live.onLines(stored, skippedCount));
  return live;
}

function diagnose(
  { args, clock, store }: Opened,
  { settings, fleet }: Core,
  { startedAt, clients }: { readonly startedAt: number; readonly clients: number },
) {
  return makeDiagnostics({
    version: args.version,
    now: clock.now(),
    uptimeSeconds: (clock.now() - startedAt) / 1_000,
    settings: settings.view,
    children: fleet.list(),
    definitions: fleet.definitions,
    miner: fleet.view(fleet.primaryId),
    store: { opening: store.opening, totals: store.reader.totals({}) },
    live: { clients },
    facts: store.reader.facts({ limit: 200 }).items,
    lines: store.reader.lines({ limit: 500 }).items,
  });
}

/** Writes the list down and lets the fleet follow it. */
async function defineChildren(
  { directory }: Opened,
  fleet: Fleet,
  definitions: readonly ChildDefinition[],
): Promise<Result<void, string>> {
  const checked = checkDefinitions(definitions);
  if (!checked.ok) return checked;
  try {
    await writeDefinitions(directory.childrenFile, checked.value);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return fail(`${directory.childrenFile} could not be written: ${why}. Nothing has changed.`);
  }
  await fleet.define(checked.value);
  return succeed(undefined);
}

/** What can be known of the backup is known before anything ends. */
async function beginRestore(
  { directory }: Opened,
  end: (ending: ConsoleEnding) => void,
  file: string,
  passphrase: string | null,
): Promise<Result<void, string>> {
  const checked = await checkBackup({ directory, file, passphrase });
  if (!checked.ok) return checked;
  // The answer goes out first.
  setImmediate(() => end({ kind: 'restart', file, passphrase }));
  return succeed(undefined);
}
