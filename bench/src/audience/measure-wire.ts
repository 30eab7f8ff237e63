import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { NginxOrigin } from './nginx-origin.ts';
import type { WireFigures } from './wire-program.ts';

export interface WireComparison {
  /** The mean of a playlist and a segment, which is what a viewer asks for in turn. */
  readonly cpuPerRequestUs: number;
  readonly wrkCpuPerRequestUs: number;
  /** Below 1 = cheaper than wrk. */
  readonly ofWrk: number;
}

export interface WireSettings {
  readonly connections: number;
  readonly seconds: number;
  /** That the client is bound to; the origin keeps to others by itself. */
  readonly core: number;
}

const run = promisify(execFile);
const program = fileURLToPath(new URL('wire-program.ts', import.meta.url));

/** The raw transport and wrk before the same origin, one after the other, for each of the two things asked for. */
export async function measureWire(origin: NginxOrigin, settings: WireSettings): Promise<WireComparison> {
  const own: number[] = [];
  const wrk: number[] = [];
  for (const url of [origin.playlistUrl, origin.segmentUrl]) {
    own.push(await measureOwn(url, settings));
    wrk.push(await measureWrk(url, settings));
  }
  const [cpuPerRequestUs, wrkCpuPerRequestUs] = [mean(own), mean(wrk)];
  return { cpuPerRequestUs, wrkCpuPerRequestUs, ofWrk: cpuPerRequestUs / wrkCpuPerRequestUs };
}

async function measureOwn(url: string, { connections, seconds, core }: WireSettings): Promise<number> {
  const node = [process.execPath, '--disable-warning=ExperimentalWarning', program];
  const { stdout } = await run('taskset', ['-c', `${core}`, ...node, url, `${connections}`, `${seconds}`]);
  const { failures, cpuPerRequestUs } = JSON.parse(stdout) as WireFigures;
  if (failures > 0) throw new Error(`expected the origin to answer all, found ${failures} failures`);
  return cpuPerRequestUs;
}

/** The shell's own clock of its children tells what wrk took. */
async function measureWrk(url: string, { connections, seconds, core }: WireSettings): Promise<number> {
  const timed = 'TIMEFORMAT="%U %S"; time taskset -c "$0" wrk -t1 -c"$1" -d"$2" "$3"';
  const { stdout, stderr } = await run('bash', ['-c', timed, `${core}`, `${connections}`, `${seconds}`, url]);
  const requests = Number(/(\d+) requests in/.exec(stdout)?.[1]);
  const [user, system] = stderr.trim().split(' ').map(Number);
  const cpuSeconds = (user ?? Number.NaN) + (system ?? Number.NaN);
  if (!(requests > 0) || Number.isNaN(cpuSeconds)) throw new Error(`expected wrk to report, found: ${stdout}${stderr}`);
  return (cpuSeconds * 1_000_000) / requests;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
