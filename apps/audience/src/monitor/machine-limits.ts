import { availableParallelism } from 'node:os';
import type { ProcFiles } from './proc-files.ts';
import { parseOpenFilesLimit, parsePortCount } from './proc-texts.ts';

/** What this machine gives a run; null = the system does not say, and nothing is refused for it. */
export interface MachineLimits {
  readonly cores: number;
  /** For each process. */
  readonly openFiles: number | null;
  /** For each pair of source address and destination. */
  readonly ports: number | null;
  /** That a process may still take, of the machine or its container. */
  readonly availableBytes: number;
}

export async function readMachineLimits(files: ProcFiles): Promise<MachineLimits> {
  const [limits, ports] = await Promise.all([
    files.read('self/limits'),
    files.read('sys/net/ipv4/ip_local_port_range'),
  ]);
  return {
    cores: availableParallelism(),
    openFiles: parseOpenFilesLimit(limits),
    ports: parsePortCount(ports),
    availableBytes: process.availableMemory(),
  };
}
