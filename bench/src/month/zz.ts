import { writeFileSync } from 'node:fs';
import { boundOf } from '../planner/bound.ts';
import { createPlanMode } from '../planner/plan-mode.ts';
import { createRankMode } from '../planner/rank-mode.ts';
import { replay } from '../planner/replay.ts';
import { monthWorld } from './month-asked.ts';
import { runMonth } from './run-month.ts';

const games = Number(process.argv[2] ?? 40);
const seed = Number(process.argv[3] ?? 1);
const world = await monthWorld({ month: '2025-06', games, seed });
console.log(world.campaigns.length, 'campaigns', world.totalDrops, 'drops', 'bound', await boundOf(world));
console.log(
  'replay plan',
  replay(
    world,
    createPlanMode(world, () => {}),
  ),
);
console.log('replay ending', replay(world, createRankMode('ending_soonest', world, seed)));

import { createLineCrediting } from '../planner/crediting.ts';

const lines = createLineCrediting(world);
const a = replay(
    world,
    createPlanMode(world, () => {}, lines),
    lines,
  ),
  b = replay(world, createRankMode('ending_soonest', world, seed), lines);
console.log('lines plan', a.drops, 'ending', b.drops);
writeFileSync(
  `/tmp/mm/replay-${games}-${seed}.json`,
  JSON.stringify(
    [a, b].map((r) =>
      world.campaigns.map((c) => [
        c.id,
        r.watchedMinutes[c.index],
        c.thresholds,
        c.startMinute,
        c.endMinute,
        c.knownMinute,
        c.channels.length,
        c.game,
      ]),
    ),
  ),
);
if (process.argv[4] !== 'dry') {
  const runs = await Promise.all(
    (['plan', 'ending_soonest'] as const).map((mode) => runMonth({ month: '2025-06', games, seed, mode })),
  );
  for (const r of runs) console.log(r.claimed);
  writeFileSync(`/tmp/mm/runs-${games}-${seed}.json`, JSON.stringify(runs));
}
