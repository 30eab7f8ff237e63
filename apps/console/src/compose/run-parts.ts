import { join } from 'node:path';
import type { ChildDefinition, ConsoleFact } from '@dropwise/contract';
import { fail, type Result, succeed } from '@dropwise/kit';
import { exitCodes } from '@dropwise/runtime';
import type { App } from '../api/app.ts';
import { createApp } from '../api/create-app.ts';
import { registerGuards } from '../api/guards/register-guards.ts';
import { openHealthWatch } from '../api/health/health-watch.ts';
import { createMetrics } from '../api/metrics/create-metrics.ts';
import { createPasswordCheck } from '../auth/password-check.ts';
import { createBackupService } from '../backup/create-backup-service.ts';
import { readPassphrase } from '../backup/read-passphrase.ts';
import { checkBackup } from '../backup/restore-backup.ts';
import { checkDefinitions, writeDefinitions } from '../children/definitions-file.ts';
import type { Fleet } from '../children/fleet.ts';
import { consoleId } from '../children/fleet-sink.ts';
import { createChildSettings } from '../config/child-settings.ts';
import { makeDiagnostics } from '../diagnostics/make-diagnostics.ts';
import { createLive } from '../live/create-live.ts';
import { openChannelRegistry } from '../notifications/channel-registry.ts';
import { openNotifier } from '../notifications/create-notifier.ts';
import { createNoteSources } from '../notifications/note-sources.ts';
import { createUpdateCheck } from '../updates/create-update-check.ts';
import type { ConsoleEnding } from './console-ending.ts';
import { forgetAddress, listen } from './listen.ts';
import { openCore, reloadByHand } from './open-core.ts';
import type { CannotBegin } from './open-directory.ts';
import type { Opened } from './opened.ts';
import { type RouteParts, registerRoutes } from './register-routes.ts';

/** Starts everything and listens. Gives back what resolves when it is to end; what was opened is on the stack. */
export async function runParts(
  opened: Opened,
  news: ConsoleFact | null,
  stack: AsyncDisposableStack,
): Promise<Result<Promise<ConsoleEnding>, CannotBegin>> {
  const { args, io, directory, clock, log, access, store } = opened;
  const ending = Promise.withResolvers<ConsoleEnding>();
  const startedAt = clock.now();
  const core = await openCore(opened, stack);
  const { ingest, fleet, settings, audit, adapters } = core;

  const tellConsole = (fact: ConsoleFact): void =>
    ingest.facts(consoleId, [{ at: opened.minerClock.now(), key: null, fact }]);
  const backups = stack.use(
    createBackupService({
      directory,
      settings: () => settings.values.backup,
      copyDatabase: (to) => store.copyTo(to),
      scheduledPassphrase: () => readScheduledPassphrase(opened),
      version: args.version,
      clock,
      onFact: tellConsole,
    }),
  );
  stack.use(settings.onChange((keys) => keys.some((key) => key.startsWith('backup.')) && backups.reschedule()));
  const updates = stack.use(
    createUpdateCheck({ clock, version: args.version, settings: () => settings.values.updates, onFact: tellConsole }),
  );
  const channels = await openChannelRegistry({
    path: directory.notificationsFile,
    random: opened.random,
    now: clock.now(),
  });
  const notifier = stack.use(
    await openNotifier({
      clock,
      random: opened.random,
      store,
      settings,
      channels,
      sources: createNoteSources(fleet),
      memoryFile: join(directory.dataFolder, 'notifications.json'),
      machineTimeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
      log,
    }),
  );
  core.hear((stored) => notifier.facts(stored));
  const health = stack.use(
    openHealthWatch({
      fleet,
      clock,
      store: () => ({ failing: ingest.problem, replaced: store.opening.setAside !== null }),
    }),
  );

  const app = createApp({
    trustedProxies: opened.trustedProxies,
    tls: opened.tls,
    onUnexpected: (error, what) => log.person(`${what} failed in a way that nobody foresaw.`, { error }),
  });
  const { basePath } = opened.listen;
  const guards = await registerGuards(app, {
    access,
    clock,
    basePath,
    trustedProxies: opened.trustedProxies,
    listenHost: opened.listen.host,
    listenAddresses: opened.listen.addresses,
    allowedHosts: () => settings.values.console.allowedHosts,
  });
  const livePath = `${basePath}/socket.io`;
  const live = createLive({
    httpServer: app.server,
    path: livePath,
    clock,
    fleet,
    settings,
    reader: store.reader,
    authorize: guards.authorizeSocket,
    log: (sentence) => log.detail(sentence),
  });
  core.hear((stored) => live.onFacts(stored));
  core.watchLines((stored, skippedCount) => live.onLines(stored, skippedCount));
  const metrics = createMetrics({
    version: args.version,
    fleet,
    health,
    reader: store.reader,
    liveClientCount: () => live.clientCount,
    ingestQueueLength: () => ingest.queueLength,
  });
  const parts: RouteParts = {
    version: args.version,
    startedAt,
    clock,
    minerClock: opened.minerClock,
    dayOf: opened.dayOf,
    reader: store.reader,
    fleet,
    adapters,
    settings,
    childSettings: createChildSettings({
      fleet,
      clock,
      audit,
      fetch,
      onFact: (childId, fact) => ingest.facts(childId, [{ at: opened.minerClock.now(), key: null, fact }]),
    }),
    audit,
    access: { access, passwords: createPasswordCheck(access, audit, clock) },
    guards,
    health,
    metrics,
    backups,
    notifications: { notifier, channels },
    updates,
    livePath,
    diagnose: () =>
      makeDiagnostics({
        version: args.version,
        now: clock.now(),
        uptimeSeconds: (clock.now() - startedAt) / 1_000,
        settings: settings.view,
        children: fleet.list(),
        definitions: fleet.definitions,
        miner: fleet.view(fleet.primaryId),
        store: { opening: store.opening, totals: store.reader.totals({}) },
        live: { clients: live.clientCount },
        facts: store.reader.facts({ limit: 200 }).items,
        lines: store.reader.lines({ limit: 500 }).items,
      }),
    defineChildren: (definitions) => defineChildren(opened, fleet, definitions),
    restore: async (file, passphrase) => {
      const checked = await checkBackup({ directory, file, passphrase });
      if (!checked.ok) return checked;
      setImmediate(() => ending.resolve({ kind: 'restart', file, passphrase }));
      return succeed(undefined);
    },
    stopConsole: () => ending.resolve({ kind: 'stopped', exitCode: exitCodes.ok }),
  };
  await app.register((scope: App) => registerRoutes(scope, parts), { prefix: basePath });
  stack.defer(() => app.close());
  stack.use(live);
  stack.use(
    access.onGone((isGone) => {
      live.closeFor(isGone);
      void live.recheck();
    }),
  );
  const listening = await listen(app, opened.listen, directory);
  if (!listening.ok) return fail({ exitCode: exitCodes.unexpectedFailure, message: listening.failure });
  stack.defer(() => forgetAddress(directory));

  tellConsole({ kind: 'consoleStarted', version: args.version, setAside: store.opening.setAside });
  if (news !== null) tellConsole(news);
  core.teller.line({ kind: 'ready', url: listening.value });
  log.person(`The console is at ${listening.value}${access.passwordFrom === null ? ' (this machine only)' : ''}`);
  const stop = (): void => ending.resolve({ kind: 'stopped', exitCode: exitCodes.ok });
  if (io.signal.aborted) stop();
  else io.signal.addEventListener('abort', stop, { once: true });
  stack.use(io.onReload(() => void reloadByHand(core)));
  await fleet.begin();
  return succeed(ending.promise.finally(() => tellConsole({ kind: 'consoleStopped', why: 'it was told to end' })));
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

/** What the environment names; a file that cannot be read is said, and the backup is made without credentials. */
async function readScheduledPassphrase({ io, log }: Opened): Promise<string | null> {
  const file = io.env.DROPWISE_BACKUP_PASSPHRASE_FILE;
  if (file === undefined || file === '') return null;
  const passphrase = await readPassphrase(file, io.workingFolder);
  if (passphrase.ok) return passphrase.value;
  log.person(`${passphrase.failure} The backup is made without credentials.`);
  return null;
}
