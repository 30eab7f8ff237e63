export {
  type DefinitionsOf,
  defineSetting,
  type SettingDefinition,
  type SettingDescription,
} from './define-setting.ts';
export type { BackupGroup } from './groups/backup.ts';
export type { ConsoleGroup } from './groups/console.ts';
export type { DiscoveryGroup } from './groups/discovery.ts';
export type { HistoryGroup } from './groups/history.ts';
export type { LoggingGroup } from './groups/logging.ts';
export type { MaintenanceGroup } from './groups/maintenance.ts';
export type { MiningGroup } from './groups/mining.ts';
export type { NetworkGroup } from './groups/network.ts';
export type { NotificationsGroup } from './groups/notifications.ts';
export {
  type ClientChoice,
  clientChoices,
  type SocketChoice,
  socketChoices,
  type TwitchGroup,
} from './groups/twitch.ts';
export type { UpdatesGroup } from './groups/updates.ts';
export { type TransportChoice, transportChoices, type WatchingGroup } from './groups/watching.ts';
export {
  defaultSettings,
  isConsoleSetting,
  miningSettingsOf,
  type Settings,
  settingDefinitions,
  settingTree,
} from './settings.ts';
export { type SettingWarning, type SettingWarningCode, settingWarnings, settingWarningsOf } from './warnings.ts';
