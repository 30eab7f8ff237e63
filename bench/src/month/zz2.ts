import { readTrace, sampleFolder } from '../planner/trace-folder.ts';
import { createWorld } from '../planner/world.ts';
import { createLineCrediting } from '../planner/crediting.ts';
import { replay } from '../planner/replay.ts';
import { createRankMode } from '../planner/rank-mode.ts';
import { withShortLists } from './month-scenario.ts';
const world = createWorld(withShortLists(await readTrace(sampleFolder, '2025-06'), 8), 120, 1);
let open = 0, listed = 0, shared = 0;
const cs = world.campaigns;
for (const a of cs) for (const b of cs) { if (a.index >= b.index || a.game !== b.game || a.endMinute <= b.startMinute || b.endMinute <= a.startMinute) continue;
 if (a.channels.length === 0 && b.channels.length === 0) open++;
 else if (a.channels.length && b.channels.length) { listed++; if (a.channels.some(c => b.channels.includes(c))) shared++; } }
console.log({ open, listed, shared, openCampaigns: cs.filter(c => c.channels.length === 0).length, n: cs.length, games: new Set(cs.map(c=>c.game)).size });
const lines = createLineCrediting(world);
let asked = 0, other = 0;
replay(world, createRankMode('ending_soonest', world, 1), (w, m) => { const c = lines(w, m); asked++; if (c !== w) other++; return c; });
console.log({ asked, other });
