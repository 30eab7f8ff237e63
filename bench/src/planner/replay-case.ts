import { boundOf } from './bound.ts';
import type { BoundFrom } from './cells.ts';
import { createLines, type Lines } from './crediting.ts';
import { percentileOf } from './percentile.ts';
import { createPlanMode, type Replan } from './plan-mode.ts';
import { createRankMode, type RankModeName, rankModeNames } from './rank-mode.ts';
import { type Replayed, replay } from './replay.ts';
import type { Trace } from './trace.ts';
import { createWorld, type GameCount, type World } from './world.ts';

export type ModeName = 'plan' | RankModeName;
export const modeNames: readonly ModeName[] = ['plan', ...rankModeNames];

/** One world and what is asked of it. */
export interface ReplayCase {
  readonly month: string;
  readonly games: GameCount;
  readonly seed: number;
  readonly modes: readonly ModeName[];
  readonly boundFrom: BoundFrom;
  /**
   * Twitch chooses among the campaigns of a game on a channel; else each can be chosen by itself. It may credit one that
   * nobody knows of yet: only the bound from the start is sure to count that.
   */
  readonly lines: boolean;
}

/** As `--json` prints it. */
export interface CaseResult {
  readonly month: string;
  readonly games: GameCount;
  readonly seed: number;
  readonly totalDrops: number;
  /** What nobody can exceed. */
  readonly bound: number;
  readonly modes: Readonly<Partial<Record<ModeName, ModeResult>>>;
  /** Null when `plan` was not asked for. */
  readonly replanMs: { readonly p50: number; readonly p99: number } | null;
}

export interface ModeResult {
  readonly drops: number;
  /** 0 to 1. */
  readonly ofBound: number;
}

export async function runCase(trace: Trace, replayCase: ReplayCase): Promise<CaseResult> {
  const { month, games, seed, modes, boundFrom } = replayCase;
  const world = createWorld(trace, games, seed);
  const lines = replayCase.lines ? createLines(world) : null;
  const bound = rounded(await boundOf(world, boundFrom), 3);
  const replanMs: number[] = [];
  const results: Partial<Record<ModeName, ModeResult>> = {};
  for (const mode of modes) {
    const { drops } =
      mode === 'plan'
        ? replayPlan(world, lines, ({ tookMs }) => replanMs.push(tookMs))
        : replay(world, createRankMode(mode, world, seed), lines?.credit);
    results[mode] = { drops, ofBound: bound === 0 ? 1 : rounded(drops / bound, 4) };
  }
  return {
    month,
    games,
    seed,
    totalDrops: world.totalDrops,
    bound,
    modes: results,
    replanMs:
      replanMs.length === 0
        ? null
        : { p50: rounded(percentileOf(replanMs, 0.5), 2), p99: rounded(percentileOf(replanMs, 0.99), 2) },
  };
}

function replayPlan(world: World, lines: Lines | null, onReplan: (replan: Replan) => void): Replayed {
  return replay(world, createPlanMode(world, onReplan, lines), lines?.credit);
}

function rounded(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
