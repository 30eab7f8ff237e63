import type { StoredFact, StoredLine } from '@dropwise/contract';
import type { Logger } from '@dropwise/runtime';
import type { Adapter } from '../adapters/adapter.ts';
import type { AuditLog } from '../auth/audit-log.ts';
import { createAuditLog } from '../auth/create-audit-log.ts';
import { createFleet, type SupervisedFleet } from '../children/create-fleet.ts';
import { readDefinitions } from '../children/definitions-file.ts';
import { consoleId } from '../children/fleet-sink.ts';
import { createFindObstacles } from '../config/find-obstacles.ts';
import { openSettingsService } from '../config/open-settings-service.ts';
import type { SettingsService } from '../config/settings-service.ts';
import { createIngest } from '../ingest/create-ingest.ts';
import type { Ingest } from '../ingest/ingest.ts';
import { retentionPolicyOf, startRetention } from '../ingest/start-retention.ts';
import { createAdapters } from './adapters.ts';
import type { Opened } from './opened.ts';
import { createTeller, type Teller } from './tell.ts';

/** Memory, settings and children: what there is before anybody looks. */
export interface Core {
  readonly ingest: Ingest;
  readonly settings: SettingsService;
  readonly fleet: SupervisedFleet;
  readonly adapters: readonly Adapter[];
  readonly audit: AuditLog;
  readonly teller: Teller;
  /** Tells whoever comes later of facts that are stored, in their order. */
  hear(listener: (stored: readonly StoredFact[]) => void): void;
  watchLines(listener: (stored: readonly StoredLine[], skippedCount: number) => void): void;
}

export async function openCore(opened: Opened, stack: AsyncDisposableStack): Promise<Core> {
  const { args, io, directory, clock, minerClock, random, log, store } = opened;
  const factListeners: Parameters<Core['hear']>[0][] = [];
  const lineListeners: Parameters<Core['watchLines']>[0][] = [];
  let fleet: SupervisedFleet | null = null;
  const teller = createTeller({
    args,
    io,
    log,
    screen: opened.screen,
    primaryId: () => fleet?.primaryId ?? '',
    nameOf: (childId) => (childId === consoleId ? null : (fleet?.find(childId)?.name ?? childId)),
  });
  const ingest = stack.use(
    createIngest({
      store,
      clock,
      random,
      onFacts: (stored: readonly StoredFact[]) => {
        teller.facts(stored);
        for (const hear of factListeners) hear(stored);
      },
      onLines: (stored: readonly StoredLine[], skippedCount) => {
        teller.lines(stored, skippedCount);
        for (const see of lineListeners) see(stored, skippedCount);
      },
      log,
    }),
  );
  const audit = createAuditLog({
    writer: { addAudit: (entry) => ingest.audit(entry) },
    clock,
    onProblem: (sentence) => log.person(sentence),
  });
  const settings = stack.use(
    await openSettingsService({
      path: directory.settingsFile,
      env: io.env,
      flags: args.settings,
      clock,
      log: (sentence) => log.person(sentence),
      findObstacles: createFindObstacles({
        passwordSet: () => opened.access.passwordFrom !== null,
        now: () => clock.now(),
      }),
      history: store,
      audit,
      fleet: () => fleet,
      onFact: (childId, fact) => ingest.facts(childId, [{ at: minerClock.now(), key: null, fact }]),
    }),
  );
  opened.sessionDays.current = () => settings.values.console.sessionDays;
  stack.use(
    startRetention({ store, clock: minerClock, policy: () => retentionPolicyOf(settings.values.history), log }),
  );
  const adapters = createAdapters({ args, directory, clock, random, env: io.env });
  const { definitions, problem } = await readDefinitions(directory.childrenFile, clock.now());
  if (problem !== null) log.person(problem);
  fleet = stack.use(
    createFleet({
      clock,
      factClock: minerClock,
      random,
      adapters,
      definitions,
      sink: ingest,
      runFolder: directory.runFolder,
      env: io.env,
      log,
    }),
  );
  return {
    ingest,
    settings,
    fleet,
    adapters,
    audit,
    teller,
    hear: (listener) => void factListeners.push(listener),
    watchLines: (listener) => void lineListeners.push(listener),
  };
}

/** SIGHUP: somebody changed the settings file. Never rejects. */
export async function reloadByHand({ settings }: Core, log: Logger): Promise<void> {
  try {
    await settings.reload({ kind: 'local', scopes: new Set(), name: 'SIGHUP', address: '' });
  } catch (error) {
    log.person('The settings could not be read again.', { error });
  }
}
