export { changeViewers } from './change-viewers.ts';
export type { LoadPlan, PlannedViewer } from './load-plan.ts';
export { findPlanProblems } from './plan-problems.ts';
export { planRun } from './plan-run.ts';
export type { LoadSettings, PlanSettings, RampStage, StaySettings } from './plan-settings.ts';
export { endlessPlanMs, maxPlannedViewers } from './roster.ts';
export { takeShard } from './take-shard.ts';
