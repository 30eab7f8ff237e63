import * as v from 'valibot';
import { childView } from '../views/child.ts';
import { healthView } from '../views/health.ts';
import { loginView } from '../views/login.ts';
import { progressView, statusView } from '../views/status.ts';

/** The miner's clock against the console's: a demo's runs faster. */
export const minerClock = v.object({ now: v.number(), at: v.number(), speed: v.number() });

/** `GET /api/status`: what is done now, for whom, and whether it counts. */
export const statusAnswer = v.object({
  ...statusView.entries,
  login: loginView,
  health: healthView,
  progress: v.nullable(progressView),
  clock: minerClock,
});
export type StatusAnswer = v.InferOutput<typeof statusAnswer>;

/** `GET /api/miner/status`: the process, and what it said last; null = it never said anything. */
export const minerStatusAnswer = v.object({ child: childView, status: v.nullable(statusView) });
export type MinerStatusAnswer = v.InferOutput<typeof minerStatusAnswer>;
