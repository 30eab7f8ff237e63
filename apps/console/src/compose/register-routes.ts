import type { ChildDefinition } from '@dropwise/contract';
import type { Clock, Result } from '@dropwise/kit';
import type { StoreReader } from '@dropwise/store';
import type { Adapter } from '../adapters/adapter.ts';
import type { App } from '../api/app.ts';
import type { Guards } from '../api/guards/register-guards.ts';
import type { HealthWatch } from '../api/health/health-watch.ts';
import { registerHealthRoutes } from '../api/health/register-health.ts';
import type { Metrics } from '../api/metrics/create-metrics.ts';
import { registerMetrics } from '../api/metrics/register-metrics.ts';
import { registerDocs } from '../api/openapi/register-docs.ts';
import { registerOpenApi } from '../api/openapi/register-openapi.ts';
import { registerAboutRoutes } from '../api/routes/about.ts';
import type { AccessDeps } from '../api/routes/access-deps.ts';
import { registerAdaptersRoutes } from '../api/routes/adapters.ts';
import { registerArtRoutes } from '../api/routes/art.ts';
import { registerAudienceRoutes } from '../api/routes/audience.ts';
import { registerAuditRoutes } from '../api/routes/audit.ts';
import { registerBackupRoutes } from '../api/routes/backup.ts';
import { registerCampaignsRoutes } from '../api/routes/campaigns.ts';
import { registerChannelsRoutes } from '../api/routes/channels.ts';
import { registerChildSettingsRoutes } from '../api/routes/child-settings.ts';
import { registerChildrenRoutes } from '../api/routes/children.ts';
import { createCommandLimit } from '../api/routes/command-limit.ts';
import { registerControlRoutes } from '../api/routes/control.ts';
import { registerDiagnosticsRoutes } from '../api/routes/diagnostics.ts';
import { registerHistoryRoutes } from '../api/routes/history.ts';
import { registerKeysRoutes } from '../api/routes/keys.ts';
import { registerLoginRoutes } from '../api/routes/login.ts';
import { registerLogsRoutes } from '../api/routes/logs.ts';
import { registerNotificationsRoutes } from '../api/routes/notifications.ts';
import { registerPasswordRoutes } from '../api/routes/password.ts';
import { registerPlanRoutes } from '../api/routes/plan.ts';
import { registerSessionRoutes } from '../api/routes/session.ts';
import { registerSessionsRoutes } from '../api/routes/sessions.ts';
import { registerSettingsRoutes } from '../api/routes/settings.ts';
import { registerSetupRoutes } from '../api/routes/setup.ts';
import { registerStatisticsRoutes } from '../api/routes/statistics.ts';
import { registerStatusRoutes } from '../api/routes/status.ts';
import { registerStorageRoutes } from '../api/routes/storage.ts';
import type { ArtCache } from '../art/create-art-cache.ts';
import type { AudienceRuns } from '../audience/audience-runs.ts';
import type { OperatorKeys } from '../audience/operator-keys.ts';
import type { RunArchive } from '../audience/run-archive.ts';
import type { AuditLog } from '../auth/audit-log.ts';
import type { BackupService } from '../backup/create-backup-service.ts';
import type { Fleet } from '../children/fleet.ts';
import type { ChildSettings } from '../config/child-settings.ts';
import type { SettingsService } from '../config/settings-service.ts';
import type { Diagnostics } from '../diagnostics/make-diagnostics.ts';
import type { ChannelRegistry } from '../notifications/channel-registry.ts';
import type { Notifier } from '../notifications/create-notifier.ts';
import { registerPages } from '../pages/register-pages.ts';
import { importPeerSettings } from '../peer-settings/import-settings.ts';
import type { StorageCheck } from '../storage/create-storage-check.ts';
import type { UpdateCheck } from '../updates/create-update-check.ts';

/** Everything that routes look at or ask. */
export interface RouteParts {
  readonly version: string;
  /** Epoch ms, of this console. */
  readonly startedAt: number;
  /** Real time. */
  readonly clock: Clock;
  /** The miner's: a demo's runs faster. Whatever was remembered was remembered by it. */
  readonly minerClock: Clock;
  readonly dayOf: (at: number) => string;
  readonly reader: StoreReader;
  readonly fleet: Fleet;
  readonly adapters: readonly Adapter[];
  readonly settings: SettingsService;
  readonly childSettings: ChildSettings;
  readonly audit: AuditLog;
  readonly access: Omit<AccessDeps, 'cookie' | 'audit'>;
  readonly guards: Guards;
  readonly health: HealthWatch;
  readonly metrics: Metrics;
  readonly backups: BackupService;
  readonly notifications: { readonly notifier: Notifier; readonly channels: ChannelRegistry };
  readonly updates: UpdateCheck;
  readonly art: ArtCache;
  readonly audience: { readonly runs: AudienceRuns; readonly archive: RunArchive; readonly keys: OperatorKeys };
  readonly livePath: string;
  /** The built dashboard; null = there is none. */
  readonly webFolder: string | null;
  readonly checkStorage: StorageCheck;
  diagnose(): Diagnostics;
  defineChildren(definitions: readonly ChildDefinition[]): Promise<Result<void, string>>;
  restore(file: string, passphrase: string | null): Promise<Result<void, string>>;
  stopConsole(): void;
}

/** All routes, below the base path. The document comes first: it sees what is registered after it. */
export async function registerRoutes(app: App, parts: RouteParts): Promise<void> {
  const { audit, clock, fleet, reader, guards, settings } = parts;
  await registerOpenApi(app, { version: parts.version });
  await registerDocs(app);
  await registerPages(app, parts.webFolder);
  registerHealthRoutes(app, { health: parts.health });
  registerMetrics(app, { metrics: parts.metrics, enabled: () => settings.values.console.metrics });

  const limit = createCommandLimit(clock);
  const commands = { fleet, audit, limit };
  registerStatusRoutes(app, { fleet, reader, clock, health: parts.health });
  registerChannelsRoutes(app, commands);
  registerCampaignsRoutes(app, { fleet });
  registerArtRoutes(app, parts);
  registerLoginRoutes(app, commands);
  registerControlRoutes(app, { ...commands, stopConsole: parts.stopConsole });
  registerPlanRoutes(app, { fleet, limit: createCommandLimit(clock, 60) });
  registerHistory(app, parts);
  registerChildrenRoutes(app, { ...commands, reader, clock, defineChildren: parts.defineChildren });
  registerSettingsRoutes(app, { settings, reader, audit, clock, importPeer: importPeerSettings });
  registerChildSettingsRoutes(app, parts);
  registerAdaptersRoutes(app, { adapters: parts.adapters });
  registerAuditRoutes(app, { reader });
  registerAboutRoutes(app, parts);
  registerDiagnosticsRoutes(app, { ...parts, checksUpdates: () => settings.values.updates.check });
  registerBackupRoutes(app, parts);
  registerStorageRoutes(app, parts);
  registerAudienceRoutes(app, { ...parts.audience, audit, limit: createCommandLimit(clock) });
  registerNotificationsRoutes(app, { ...parts.notifications, reader, audit, limit: createCommandLimit(clock) });
  registerAccess(app, { ...parts.access, audit, cookie: guards.cookie });
}

function registerHistory(app: App, { reader, fleet, clock, minerClock, dayOf, startedAt }: RouteParts): void {
  registerHistoryRoutes(app, { reader, clock: minerClock, dayOf });
  registerStatisticsRoutes(app, { reader, fleet, dayOf, startedAt, clock: minerClock, wall: clock });
  registerLogsRoutes(app, { reader });
}

function registerAccess(app: App, deps: AccessDeps): void {
  registerSessionRoutes(app, deps);
  registerSessionsRoutes(app, deps);
  registerPasswordRoutes(app, deps);
  registerSetupRoutes(app, deps);
  registerKeysRoutes(app, deps);
}
