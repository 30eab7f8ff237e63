export { type ChildCause, type ChildSayingCode, childCauses, childSayings, sayOfChild } from './child-sayings.ts';
export type { ChildEffect } from './effect.ts';
export type { Outlook, SupervisedProgram } from './exit-codes.ts';
export { type ChildEnd, type ExitMeaning, exitMeaning, type StartFailure } from './exit-meaning.ts';
export type { ChildFact } from './fact.ts';
export type { ChildInput, ChildTimerKey } from './input.ts';
export {
  type Death,
  type Deaths,
  decideRestart,
  defaultRestartPolicy,
  noDeaths,
  type RestartDecision,
  type RestartPolicy,
} from './restart-policy.ts';
export {
  type AfterStop,
  type ChildPhase,
  type ChildRun,
  type ChildState,
  createChildState,
  type LastExit,
  plainRules,
  type SupervisionRules,
} from './state.ts';
export { type ChildStep, stepChild } from './step.ts';
