import { type MinerState, planDrops, planRequestOf, withWishes } from '@dropwise/core';
import { fail, formatDuration, type Result } from '@dropwise/kit';
import { chooseDataDirectory, exitCodes, type ProcessIo, type TextOutlet, wantsColour } from '@dropwise/runtime';
import { formatChanges } from './plan/changes.ts';
import { formatPlan, joinSections } from './plan/format-plan.ts';
import { type PlanArguments, parsePlanArguments, planHelp } from './plan/plan-arguments.ts';
import { type PlannedRequest, planAsJson } from './plan/plan-json.ts';
import type { PlanSource } from './plan/plan-source.ts';
import type { PlanView } from './plan/plan-view.ts';
import { readRememberedSource } from './plan/remembered-source.ts';
import { learnSimulatedSource, type SimulatedWorld } from './plan/simulated-source.ts';
import { wrapToWidth } from './plan/text/display-width.ts';
import { createLocalTime } from './plan/text/local-time.ts';
import { colourPaint, plainPaint } from './plan/text/paint.ts';
import { type TriedWish, tryWishes, type WhatIf } from './plan/what-if.ts';

export interface PlanParts {
  /** Opens the scenario of that name; fails with a sentence for a name that nobody knows. */
  openWorld(scenario: string, seed: number): Promise<Result<SimulatedWorld, string>>;
  /** Epoch ms. */
  now(): number;
}

const defaultWidth = 80;
/** A longer line is hard to follow, however wide the terminal is. */
const widestByItself = 160;
/** New campaigns appear every hour. */
const staleMs = 12 * 3_600_000;

/**
 * `dropwise plan`: what will be earned when, what will not, and what would change. Resolves with the exit code: 0 with a
 * plan, 2 bad flags, 5 nothing to plan with.
 */
export async function runPlan(args: string[], io: ProcessIo, parts: PlanParts): Promise<number> {
  const parsed = parsePlanArguments(args);
  if (!parsed.ok) return refuse(io, `${parsed.failure} See "dropwise help plan".`, exitCodes.badArguments);
  const asked = parsed.value;
  if (asked.help) {
    io.stdout.write(planHelp);
    return exitCodes.ok;
  }
  if (asked.scenario === null) {
    const { env, homeFolder, workingFolder } = io;
    const directory = chooseDataDirectory({ flag: asked.dataDir, env, homeFolder, workingFolder });
    const source = await readRememberedSource(directory, io, parts.now());
    return source.ok ? show(source.value, asked, io) : refuse(io, source.failure, exitCodes.personNeeded);
  }
  const opened = await parts.openWorld(asked.scenario, asked.seed);
  if (!opened.ok) return refuse(io, `${opened.failure} See "dropwise help plan".`, exitCodes.badArguments);
  using world = opened.value;
  const source = await learnSimulatedSource(world, asked.seed, io.signal);
  return source.ok ? show(source.value, asked, io) : refuse(io, source.failure, exitCodes.unexpectedFailure);
}

function refuse(io: ProcessIo, sentence: string, code: number): number {
  io.stderr.write(`${sentence}\n`);
  return code;
}

function show(source: PlanSource, asked: PlanArguments, io: ProcessIo): number {
  for (const problem of source.problems) io.stderr.write(`${problem}\n`);
  const planned = planFor(source.state, source.now);
  const found = whatIfOf(source, asked);
  if (!found.ok) return refuse(io, found.failure, exitCodes.badArguments);
  const whatIf = found.value && {
    ...planFor(withWishes(source.state, found.value.wishes), source.now),
    tried: found.value.tried,
  };
  io.stdout.write(
    asked.json
      ? `${JSON.stringify(planAsJson(source, planned, whatIf))}\n`
      : formatText(source, asked, io, planned, whatIf),
  );
  return exitCodes.ok;
}

function planFor(state: MinerState, now: number): PlannedRequest {
  const request = planRequestOf(state, now);
  return { request, plan: planDrops(request) };
}

function whatIfOf({ state, now }: PlanSource, { asked }: PlanArguments): Result<WhatIf | null, string> {
  if (asked.length === 0) return { ok: true, value: null };
  const known = Object.values(state.campaigns).filter(({ endsAt }) => endsAt > now);
  return known.length === 0 ? fail('No campaign is known, so there is nothing to try.') : tryWishes(asked, known);
}

function formatText(
  source: PlanSource,
  asked: PlanArguments,
  io: ProcessIo,
  planned: PlannedRequest,
  whatIf: (PlannedRequest & { readonly tried: readonly TriedWish[] }) | null,
): string {
  const view: PlanView = {
    ...planned,
    time: createLocalTime(source.timeZone),
    width: asked.width ?? widthOf(io.stdout),
    days: asked.days,
    all: asked.all,
    paint: wantsColour(io.stdout.isTTY === true, io.env) ? colourPaint : plainPaint,
  };
  const age = wrapToWidth(describeAge(source), view.width);
  const body =
    whatIf === null ? formatPlan(view) : joinSections(formatChanges(view, { ...view, ...whatIf }, whatIf.tried));
  return age.length === 0 ? body : `${age.join('\n')}\n\n${body}`;
}

function describeAge({ rememberedAt, now }: PlanSource): string {
  if (rememberedAt === null) return 'As the miner of this scenario sees it after its first look.';
  const age = now - rememberedAt;
  const sentence = `As the miner remembered it ${age < 60_000 ? 'just now' : `${formatDuration(age)} ago`}.`;
  return age < staleMs ? sentence : `${sentence} New campaigns are not in it: run "dropwise mine".`;
}

function widthOf(out: TextOutlet): number {
  const columns = 'columns' in out && out.isTTY === true ? out.columns : undefined;
  if (typeof columns !== 'number' || !(columns > 0)) return defaultWidth;
  return Math.max(40, Math.min(columns, widestByItself));
}
