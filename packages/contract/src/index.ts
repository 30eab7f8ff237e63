export type { ConsoleFact } from './facts/console-fact.ts';
export type { ObservedFact } from './facts/observed-fact.ts';
export type { AnyFact, NewFact, StoredFact } from './facts/stored-fact.ts';
export { applyLiveEvent, type OutOfSequence } from './live/apply-live.ts';
export { diffLive, type LiveContent } from './live/diff-live.ts';
export {
  initialStateEvent,
  isLiveEventName,
  type LiveChange,
  type LiveEvent,
  type LiveEventName,
  type LivePayloads,
  type LiveResume,
  liveEventNames,
  resumedEvent,
} from './live/live-event.ts';
export { type LiveState, maxLiveLines } from './live/live-state.ts';
export { fromWire, toWire } from './live/live-wire.ts';
export * from './miner-ipc/index.ts';
export {
  type AccessView,
  accessIdParams,
  accessView,
  changePasswordBody,
  firstPasswordBody,
  type KeyScope,
  type KeyView,
  keyList,
  keyScopes,
  keyView,
  type NewKeyView,
  newKeyBody,
  newKeyView,
  passwordLength,
  type SessionView,
  sessionList,
  sessionView,
  signedOutView,
  signInBody,
} from './rest/access.ts';
export {
  type BackupList,
  type BackupView,
  backupList,
  backupName,
  backupView,
  madeBackupView,
  makeBackupBody,
  restoreBackupBody,
} from './rest/backup.ts';
export {
  type ChildDefinition,
  childDefinition,
  type LinePattern,
  linePattern,
  ownMinerId,
} from './rest/child-definition.ts';
export {
  type ChildSettingsAnswer,
  type ChildSettingsOutcome,
  childSettingsAnswer,
  childSettingsBody,
  childSettingsOutcome,
} from './rest/child-settings.ts';
export { diagnosticsView, updateView } from './rest/diagnostics.ts';
export * from './rest/index.ts';
export { type Problem, type ProblemCode, problem, problemCodes, problemStatus } from './rest/problem.ts';
export { wholeNumberParameter } from './rest/whole-number-parameter.ts';
export {
  type CampaignView,
  campaignView,
  claimStates,
  type DropView,
  dropView,
  type WhyNotView,
  whyNotView,
} from './views/campaign.ts';
export { type ChannelView, channelView } from './views/channel.ts';
export {
  type AdapterKind,
  adapterKinds,
  type Capability,
  type ChildPhaseKind,
  type ChildView,
  capabilities,
  childPhaseKinds,
  childView,
  type ResourceSample,
  resourceSample,
} from './views/child.ts';
export { type HealthView, type HeldReasonView, healthView, heldReasonView } from './views/health.ts';
export { type LineLevel, type LogLine, lineLevels, logLine, type StoredLine, storedLine } from './views/log-line.ts';
export { type LoginView, loginStates, loginView } from './views/login.ts';
export type { MinerView } from './views/miner-view.ts';
export {
  type ForecastView,
  forecastView,
  type PlanPreviewView,
  type PlanView,
  planPreviewView,
  planView,
} from './views/plan.ts';
export { type SayingView, saidView, sayingView } from './views/saying.ts';
export { type SettingsView, type SettingView, settingsView, settingView } from './views/settings.ts';
export {
  type ProgressView,
  progressView,
  type StatusView,
  statusView,
  type WatchingView,
  watchingView,
} from './views/status.ts';
