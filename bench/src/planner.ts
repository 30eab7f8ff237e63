import { replanReport } from './planner/measure-replans.ts';
import { type PlannerArguments, parsePlannerArguments, plannerHelpText } from './planner/planner-arguments.ts';
import type { ReplayCase } from './planner/replay-case.ts';
import { runCases } from './planner/run-cases.ts';
import { formatCases } from './planner/table.ts';
import { listTraces, sampleFolder } from './planner/trace-folder.ts';

const badArguments = 2;

async function replayHistory(asked: PlannerArguments): Promise<number> {
  const folder = asked.traces ?? (process.env.DROPWISE_TRACES || sampleFolder);
  const found = await listTraces(folder);
  if (!found.ok) return refuse(found.failure);
  const months = asked.months ?? found.value;
  const missing = months.find((month) => !found.value.includes(month));
  if (missing !== undefined) {
    return refuse(`expected --months to be some of ${found.value.join(', ')}, found "${missing}"; choose of these`);
  }
  if (folder === sampleFolder) {
    tell('No --traces DIR and no DROPWISE_TRACES: replaying the month that comes with the project.');
  }
  const cases = months.flatMap((month) =>
    asked.games.flatMap((games) =>
      asked.seeds.map((seed): ReplayCase => {
        const { modes, boundFrom, lines } = asked;
        return { month, games, seed, modes, boundFrom, lines };
      }),
    ),
  );
  const results = await runCases({
    folder,
    cases,
    jobs: asked.jobs,
    onResult: ({ month, games, seed }, done) => tell(`${done}/${cases.length}  ${month}, ${games} games, seed ${seed}`),
  });
  const table = formatCases(results, asked.modes);
  if (!asked.json) process.stdout.write(table);
  else {
    process.stderr.write(table);
    for (const result of results) process.stdout.write(`${JSON.stringify(result)}\n`);
  }
  return 0;
}

function measureReplans({ seeds, json }: PlannerArguments): number {
  const report = replanReport(seeds[0] ?? 1);
  (json ? process.stderr : process.stdout).write(report.text);
  if (json) process.stdout.write(`${JSON.stringify(report.result)}\n`);
  return 0;
}

function refuse(sentence: string): number {
  tell(`bench:planner: ${sentence}`);
  return badArguments;
}

function tell(sentence: string): void {
  process.stderr.write(`${sentence}\n`);
}

async function main(args: readonly string[]): Promise<number> {
  const parsed = parsePlannerArguments(args);
  if (!parsed.ok) return refuse(parsed.failure);
  if (parsed.value.help) {
    process.stdout.write(plannerHelpText());
    return 0;
  }
  return parsed.value.replan ? measureReplans(parsed.value) : await replayHistory(parsed.value);
}

process.exitCode = await main(process.argv.slice(2));
