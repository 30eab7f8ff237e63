import { type MinerProcess, startMinerProcess } from './miner-process.ts';
import { pause } from './pause.ts';
import { readProcessUsage } from './process-usage.ts';
import { type RunningSim, type SimOptions, type SimSnapshot, startSim, watchRoute } from './sim.ts';
import { medianOf } from './statistics.ts';

/** A miner that has found its way, watched for a while. Everything an hour is an hour of the miner's own clock. */
export interface SteadyState {
  readonly watchedMinutes: number;
  readonly channelCount: number;
  readonly campaignCount: number;
  readonly socketCount: number;
  readonly residentBytes: { readonly median: number; readonly max: number };
  /** Null where the system does not tell. */
  readonly anonymousBytes: { readonly median: number; readonly max: number } | null;
  readonly cpuSecondsAnHour: number;
  readonly watchEventsAnHour: number;
  /** HTTP requests but for the watch events; a batch of operations is one. */
  readonly requestsAnHour: number;
  readonly requestsAnHourByRoute: Readonly<Record<string, number>>;
  readonly operationsAnHour: Readonly<Record<string, number>>;
}

export interface SteadyOptions extends SimOptions {
  readonly minutes: number;
  readonly folder: string;
}

/** The start and what it allocates are over by then. */
const settleMinutes = 5;
const sampleEveryMs = 500;

export async function measureSteadyState(options: SteadyOptions): Promise<SteadyState> {
  const { minutes, speed, folder } = options;
  await using sim = await startSim(options);
  await using miner = await startMinerProcess({ sim, folder, speed });
  await miner.waitFor('minuteConfirmed');
  await pause((settleMinutes * 60_000) / speed);
  const [cpuBefore, before] = [(await readProcessUsage(miner.pid)).cpuSeconds, await sim.snapshot()];
  const samples = await sampleUntil(before.nowMs + minutes * 60_000, sim, miner, speed);
  const [cpuAfter, after] = [(await readProcessUsage(miner.pid)).cpuSeconds, await sim.snapshot()];
  return { ...samples, ...describeSpan(before, after, cpuAfter - cpuBefore) };
}

/** Memory, again and again until the sim's clock shows `endMs`. */
async function sampleUntil(endMs: number, sim: RunningSim, miner: MinerProcess, speed: number) {
  const { startMs, realStartMs } = sim.clockFrom;
  const simNowMs = (): number => startMs + (Date.now() - realStartMs) * speed;
  const resident: number[] = [];
  const anonymous: number[] = [];
  do {
    await pause(Math.max(0, Math.min(sampleEveryMs, (endMs - simNowMs()) / speed)));
    const { residentBytes, anonymousBytes } = await readProcessUsage(miner.pid);
    resident.push(residentBytes);
    if (anonymousBytes !== null) anonymous.push(anonymousBytes);
  } while (simNowMs() < endMs);
  const spread = (values: readonly number[]) => ({ median: medianOf(values), max: Math.max(...values) });
  return { residentBytes: spread(resident), anonymousBytes: anonymous.length === 0 ? null : spread(anonymous) };
}

function describeSpan(before: SimSnapshot, after: SimSnapshot, cpuSeconds: number) {
  const hours = (after.nowMs - before.nowMs) / 3_600_000;
  const { [watchRoute]: watchEventsAnHour = 0, ...others } = growthAnHour(before.routes, after.routes, hours);
  const { channelCount, campaignCount, socketCount } = after;
  return {
    watchedMinutes: hours * 60,
    channelCount,
    campaignCount,
    socketCount,
    cpuSecondsAnHour: cpuSeconds / hours,
    watchEventsAnHour,
    requestsAnHour: Object.values(others).reduce((sum, count) => sum + count, 0),
    requestsAnHourByRoute: others,
    operationsAnHour: growthAnHour(before.operations, after.operations, hours),
  };
}

type Counts = Readonly<Record<string, number>>;

/** What grew between two readings, by name. */
export function growthAnHour(before: Counts, after: Counts, hours: number): Counts {
  const grown = Object.entries(after).map(([name, count]): [string, number] => [
    name,
    (count - (before[name] ?? 0)) / hours,
  ]);
  return Object.fromEntries(grown.filter(([, count]) => count > 0));
}
