import { join } from 'node:path';
import type { ConsoleFact } from '@dropwise/contract';
import { type HealthWatch, openHealthWatch } from '../api/health/health-watch.ts';
import { openArtFiles } from '../art/art-files.ts';
import { type ArtCache, createArtCache } from '../art/create-art-cache.ts';
import { createFetchFromFleet } from '../art/fetch-from-fleet.ts';
import type { AudienceRuns } from '../audience/audience-runs.ts';
import { openAudienceRuns } from '../audience/open-audience-runs.ts';
import { createOperatorKeys, type OperatorKeys } from '../audience/operator-keys.ts';
import { createRunArchive, type RunArchive } from '../audience/run-archive.ts';
import { type BackupService, createBackupService } from '../backup/create-backup-service.ts';
import { readPassphrase } from '../backup/read-passphrase.ts';
import { consoleId } from '../children/fleet-sink.ts';
import { type ChildSettings, createChildSettings } from '../config/child-settings.ts';
import { type ChannelRegistry, openChannelRegistry } from '../notifications/channel-registry.ts';
import { type Notifier, openNotifier } from '../notifications/create-notifier.ts';
import { createNoteSources } from '../notifications/note-sources.ts';
import { createUpdateCheck, type UpdateCheck } from '../updates/create-update-check.ts';
import type { Core } from './open-core.ts';
import type { Opened } from './opened.ts';

/** What runs beside the children, by itself or when asked. */
export interface Services {
  readonly backups: BackupService;
  readonly updates: UpdateCheck;
  readonly notifications: { readonly notifier: Notifier; readonly channels: ChannelRegistry };
  readonly health: HealthWatch;
  readonly childSettings: ChildSettings;
  readonly art: ArtCache;
  readonly audience: { readonly runs: AudienceRuns; readonly archive: RunArchive; readonly keys: OperatorKeys };
  /** Remembers and tells what the console itself did. */
  tell(fact: ConsoleFact): void;
}

export async function openServices(opened: Opened, core: Core, stack: AsyncDisposableStack): Promise<Services> {
  const { args, directory, clock, minerClock, store } = opened;
  const { ingest, fleet, settings, audit } = core;
  const tellOf = (childId: string, fact: ConsoleFact): void =>
    ingest.facts(childId, [{ at: minerClock.now(), key: null, fact }]);
  const tell: Services['tell'] = (fact) => tellOf(consoleId, fact);
  const backups = stack.use(
    createBackupService({
      directory,
      settings: () => settings.values.backup,
      copyDatabase: (to) => store.copyTo(to),
      scheduledPassphrase: () => readScheduledPassphrase(opened),
      version: args.version,
      clock,
      onFact: tell,
    }),
  );
  stack.use(settings.onChange((keys) => keys.some((key) => key.startsWith('backup.')) && backups.reschedule()));
  const updates = stack.use(
    createUpdateCheck({ clock, version: args.version, settings: () => settings.values.updates, onFact: tell }),
  );
  // Whoever turns it on wants to see that it works.
  stack.use(settings.onChange((keys) => keys.some((key) => key.startsWith('updates.')) && void updates.check()));
  const health = stack.use(
    openHealthWatch({
      fleet,
      clock,
      store: () => ({ failing: ingest.problem, replaced: store.opening.setAside !== null }),
    }),
  );
  return {
    backups,
    updates,
    notifications: await openNotifications(opened, core, stack),
    health,
    art: stack.use(await openArt(opened, core)),
    audience: openAudience(opened, stack),
    childSettings: createChildSettings({ fleet, clock, audit, fetch, onFact: tellOf }),
    tell,
  };
}

/** The lab is started by the command line that started the console, and keeps its runs in the same folder. */
function openAudience({ args, directory, clock, io, log }: Opened, stack: AsyncDisposableStack): Services['audience'] {
  const [nodePath, ...launcher] = args.launcher;
  const command = { nodePath, launcher, dataDir: directory.root };
  const archive = createRunArchive(join(directory.root, 'audience', 'runs'));
  const runFolder = join(directory.root, 'audience', 'run');
  const runs = stack.use(openAudienceRuns({ command, runFolder, env: io.env, clock, archive, log }));
  return { runs, archive, keys: createOperatorKeys({ command, env: io.env, clock }) };
}

/** 64 MB: some hundred games with their rewards. */
const maxArtFolderBytes = 64 * 1024 * 1024;

/** A folder that cannot be made costs the pictures a fetch each, and nothing else. */
async function openArt({ directory, clock, log }: Opened, { fleet }: Core): Promise<ArtCache> {
  const onTrouble = (sentence: string): void => log.person(sentence);
  const files = await openArtFiles({ folder: directory.artFolder, clock, maxBytes: maxArtFolderBytes }).catch(
    (error: unknown) => {
      const why = error instanceof Error ? error.message : String(error);
      onTrouble(`${directory.artFolder} cannot be used: ${why}. Pictures are fetched anew each time.`);
      return null;
    },
  );
  return createArtCache({ files, clock, fetch: createFetchFromFleet(fleet), onTrouble });
}

async function openNotifications(
  { directory, clock, random, store, log }: Opened,
  { fleet, settings, hear }: Core,
  stack: AsyncDisposableStack,
): Promise<Services['notifications']> {
  const channels = await openChannelRegistry({ path: directory.notificationsFile, random, now: clock.now() });
  for (const problem of channels.problems) log.person(problem);
  const notifier = stack.use(
    await openNotifier({
      clock,
      random,
      store,
      settings,
      channels,
      sources: createNoteSources(fleet),
      memoryFile: join(directory.dataFolder, 'notifications.json'),
      machineTimeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
      log,
    }),
  );
  hear((stored) => notifier.facts(stored));
  return { notifier, channels };
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
