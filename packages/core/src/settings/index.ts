export {
  type DefinitionsOf,
  defineSetting,
  type SettingDefinition,
  type SettingDescription,
} from './define-setting.ts';
export type { DiscoveryGroup } from './groups/discovery.ts';
export type { LoggingGroup } from './groups/logging.ts';
export type { MaintenanceGroup } from './groups/maintenance.ts';
export type { MiningGroup } from './groups/mining.ts';
export type { NetworkGroup } from './groups/network.ts';
export {
  type ClientChoice,
  clientChoices,
  type SocketChoice,
  socketChoices,
  type TwitchGroup,
} from './groups/twitch.ts';
export { type TransportChoice, transportChoices, type WatchingGroup } from './groups/watching.ts';
export { defaultSettings, miningSettingsOf, type Settings, settingDefinitions, settingTree } from './settings.ts';
export { settingWarnings } from './warnings.ts';
