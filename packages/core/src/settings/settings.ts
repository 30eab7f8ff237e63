import type { MiningSettings } from '../mining/settings.ts';
import type { DefinitionsOf, SettingDefinition } from './define-setting.ts';
import { type BackupGroup, backupDefinitions } from './groups/backup.ts';
import { type ConsoleGroup, consoleDefinitions } from './groups/console.ts';
import { type DiscoveryGroup, discoveryDefinitions } from './groups/discovery.ts';
import { type HistoryGroup, historyDefinitions } from './groups/history.ts';
import { type LoggingGroup, loggingDefinitions } from './groups/logging.ts';
import { type MaintenanceGroup, maintenanceDefinitions } from './groups/maintenance.ts';
import { type MiningGroup, miningDefinitions } from './groups/mining.ts';
import { type NetworkGroup, networkDefinitions } from './groups/network.ts';
import { type NotificationsGroup, notificationsDefinitions } from './groups/notifications.ts';
import { type TwitchGroup, twitchDefinitions } from './groups/twitch.ts';
import { type UpdatesGroup, updatesDefinitions } from './groups/updates.ts';
import { type WatchingGroup, watchingDefinitions } from './groups/watching.ts';

/** Every setting's value, nested at the dots of its key. */
export interface Settings {
  readonly mining: MiningGroup;
  readonly discovery: DiscoveryGroup;
  readonly watching: WatchingGroup;
  readonly twitch: TwitchGroup;
  readonly network: NetworkGroup;
  readonly maintenance: MaintenanceGroup;
  readonly logging: LoggingGroup;
  readonly console: ConsoleGroup;
  readonly history: HistoryGroup;
  readonly notifications: NotificationsGroup;
  readonly backup: BackupGroup;
  readonly updates: UpdatesGroup;
}

/** The definitions in the shape of the values: a setting without one does not compile. */
export const settingTree: DefinitionsOf<Settings> = {
  mining: miningDefinitions,
  discovery: discoveryDefinitions,
  watching: watchingDefinitions,
  twitch: twitchDefinitions,
  network: networkDefinitions,
  maintenance: maintenanceDefinitions,
  logging: loggingDefinitions,
  console: consoleDefinitions,
  history: historyDefinitions,
  notifications: notificationsDefinitions,
  backup: backupDefinitions,
  updates: updatesDefinitions,
};

/** Every definition, group by group. */
export const settingDefinitions: readonly SettingDefinition<unknown>[] = leavesOf(settingTree);

/** Groups that are the console's business alone: the miner reads past them. */
const consoleGroups: readonly string[] = [
  'console',
  'history',
  'notifications',
  'backup',
  'updates',
] satisfies readonly (keyof Settings)[];

export function isConsoleSetting(definition: { readonly group: string }): boolean {
  return consoleGroups.includes(definition.group);
}

export function defaultSettings(): Settings {
  // `DefinitionsOf` promises the shape; `settings.test.ts` holds the tree to it.
  return defaultsOf(settingTree) as Settings;
}

/** What of the settings the miner's step reads. `machineTimeZone` is what an empty `mining.timeZone` stands for. */
export function miningSettingsOf(settings: Settings, machineTimeZone = 'UTC'): MiningSettings {
  const { mining, discovery, watching, maintenance } = settings;
  return {
    ...mining,
    timeZone: mining.timeZone === '' ? machineTimeZone : mining.timeZone,
    availableDrops: discovery.availableDrops,
    catalogue: discovery.catalogue && discovery.catalogueUrl !== '',
    reloadMinutes: maintenance.reloadMinutes,
    watchTransports: watching.transports,
  };
}

function isDefinition(node: object): node is SettingDefinition<unknown> {
  return 'parseText' in node;
}

function leavesOf(tree: object): readonly SettingDefinition<unknown>[] {
  return Object.values(tree).flatMap((node) => (isDefinition(node) ? [node] : leavesOf(node)));
}

function defaultsOf(tree: object): object {
  const nodes: [string, object][] = Object.entries(tree);
  return Object.fromEntries(nodes.map(([name, node]) => [name, isDefinition(node) ? node.default : defaultsOf(node)]));
}
