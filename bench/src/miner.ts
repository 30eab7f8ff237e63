import { mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BenchArguments, helpText, parseBenchArguments } from './arguments.ts';
import { measureStart } from './measure-start.ts';
import { measureSteadyState } from './measure-steady.ts';
import { measureVirtual } from './measure-virtual.ts';
import { type BenchReport, formatReport } from './report.ts';
import type { VirtualRun } from './virtual-run.ts';

const badArguments = 2;
/** As long as each scenario has something new. */
const virtualRuns = [
  { scenario: 'real-weeks', days: 7 },
  { scenario: 'launch-day', days: 2 },
];

async function measure({ scenario, minutes, runs, speed, seed }: BenchArguments): Promise<BenchReport> {
  const folder = await mkdtemp(join(tmpdir(), 'dropwise-bench-'));
  try {
    tell(`Time to the first watch event: ${runs} starts after one to sign in.`);
    const start = await measureStart({ scenario, seed, runs, folder: join(folder, 'start') });
    tell(`Steady state: ${minutes} minutes at ${speed} times real time.`);
    const steady = await measureSteadyState({ scenario, seed, speed, minutes, folder: join(folder, 'steady') });
    const virtual: VirtualRun[] = [];
    for (const run of virtualRuns) {
      tell(`Virtual time: ${run.days} days of ${run.scenario}.`);
      virtual.push(await measureVirtual({ ...run, seed }));
    }
    return { scenario, seed, machine: describeMachine(), steady, start, virtual };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function describeMachine(): BenchReport['machine'] {
  const cpu = cpus()[0]?.model ?? 'unknown CPU';
  return { cpu, cores: availableParallelism(), node: process.version, platform: `${process.platform} ${process.arch}` };
}

/** stdout carries the result and nothing else. */
function tell(sentence: string): void {
  process.stderr.write(`${sentence}\n`);
}

async function main(args: readonly string[]): Promise<number> {
  const parsed = parseBenchArguments(args);
  if (!parsed.ok) {
    tell(`bench:miner: ${parsed.failure}`);
    return badArguments;
  }
  if (parsed.value.help) {
    process.stdout.write(helpText());
    return 0;
  }
  const report = await measure(parsed.value);
  process.stdout.write(formatReport(report));
  if (parsed.value.json) process.stdout.write(`${JSON.stringify(report)}\n`);
  return 0;
}

process.exitCode = await main(process.argv.slice(2));
