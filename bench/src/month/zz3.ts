import { readTrace, sampleFolder } from '../planner/trace-folder.ts';
import { createWorld } from '../planner/world.ts';
import { createPlanMode } from '../planner/plan-mode.ts';
import { replay } from '../planner/replay.ts';
import { createRankMode } from '../planner/rank-mode.ts';
import { withShortLists } from './month-scenario.ts';
for (const [games, seed] of [[120,1],[80,1],[120,2],[40,2]] as const) {
const world = createWorld(withShortLists(await readTrace(sampleFolder, '2025-06'), 8), games, seed);
for (const reload of [0, 30, 60]) {
  const w = { ...world, campaigns: world.campaigns.map((c) => ({ ...c, knownMinute: reload === 0 || c.knownMinute === 0 ? c.knownMinute : Math.ceil(c.knownMinute / reload) * reload })) };
  console.log(games, seed, 'reload', reload, replay(w, createPlanMode(w, () => {})).drops, replay(w, createRankMode('ending_soonest', w, seed)).drops);
}}
