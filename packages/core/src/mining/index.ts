export { choiceContext, isLeftAlone } from './candidates.ts';
export { inventoryPageUrl } from './claims.ts';
export type { DirectoryQuery, Effect, WatchTarget } from './effect.ts';
export type { DropName, Fact } from './fact.ts';
export { type Failure, type FailureKind, reasonOfFailure } from './failure.ts';
export { confirmationHoldsMs, type Health, type HeldReason, healthOf } from './health-of.ts';
export type {
  ClaimOutcome,
  CurrentSession,
  Input,
  RejectedItem,
  SignInFailure,
  SocketProblem,
  TimerKey,
  WatchOutcome,
} from './input.ts';
export { type Memory, memoryOf } from './memory.ts';
export { planInputsOf, planRequestOf } from './plan-request-of.ts';
export { type RiskSayingCode, riskSayings } from './risk-sayings.ts';
export { type MiningMode, type MiningSettings, miningModes } from './settings.ts';
export {
  type Account,
  createMinerState,
  type FetchDepth,
  type IdleReason,
  type Manual,
  type MinerState,
  maxEstimatedMinutes,
  type Phase,
  type PlanSummary,
  type Stage,
  type Watching,
} from './state.ts';
export { type Step, step } from './step.ts';
export { type SwitchSayingCode, sayOfSwitch, switchSayings } from './switch-sayings.ts';
export { patienceMs } from './watching.ts';
export { whyNotContext } from './why-not-context.ts';
export { withWishes } from './with-wishes.ts';
