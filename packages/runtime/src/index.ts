// What only starts programs needs no package but this one.
export type { Clock } from '@dropwise/kit';
export { nearestName } from '@dropwise/kit';
export {
  type AtomicWriteOptions,
  makePrivateFolder,
  removeLeftoverTempFiles,
  writeFileAtomically,
} from './atomic-file.ts';
export type {
  AudienceArguments,
  AudienceCompareArguments,
  AudienceKeygenArguments,
  AudienceMergeArguments,
} from './audience-arguments.ts';
export type { BackupArguments, HealthArguments, RestoreArguments } from './backup-arguments.ts';
export type { ConsoleArguments } from './console-arguments.ts';
export {
  checkDataDirectory,
  chooseDataDirectory,
  type DataDirectory,
  type DataDirectoryChoice,
  layOutDataDirectory,
  prepareDataDirectory,
} from './data-directory.ts';
export { type ExitCode, exitCodes } from './exit-codes.ts';
export { isProcessAlive } from './is-process-alive.ts';
export { acquireLock, type HeldLock, type LockHolder, type LockProblem, readLockHolder } from './lock.ts';
export { formatMessage, type LogRecord, wantsColour } from './log-console.ts';
export { type LogLevel, type LogLevels, logLevelsFor, type Verbosity } from './log-level.ts';
export {
  createSilentLogger,
  type LogFields,
  type Logger,
  type LoggerOptions,
  type OpenLogger,
  openLogger,
} from './logger.ts';
export { createMask, type Mask } from './mask.ts';
export { maskSecrets } from './mask-secrets.ts';
export type { AcceleratedClock, MinerArguments } from './miner-arguments.ts';
export type { ParentChannel, ProcessIo, TextOutlet } from './process-io.ts';
export { createScaledClock, type ScaledClockOptions } from './scaled-clock.ts';
export { type SettingDefinition, type ValueSchema, validateSetting } from './setting-definition.ts';
export { loadSettingFlags, type SettingFlag } from './setting-flags.ts';
export { keepBrokenFileAside } from './settings-aside.ts';
export { type LoadedSettings, loadSettings, type SettingsSources } from './settings-file.ts';
export type { SettingOrigin, SettingsProblem, SettingValue } from './settings-layers.ts';
export { parseSettingsText, type SettingsText } from './settings-text.ts';
export { type SettingsChange, writeSettings } from './settings-write.ts';
export {
  Interruption,
  listenForSignals,
  type SignalListener,
  type SignalOptions,
  type SignalSource,
} from './signals.ts';
export type { DataDirectoryProblem } from './storage-problem.ts';
export { type StorageSayingCode, storageSayings } from './storage-sayings.ts';
export { createSystemClock, type SystemClockOptions } from './system-clock.ts';
