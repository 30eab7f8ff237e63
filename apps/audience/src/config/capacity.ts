import type { MachineLimits } from '../monitor/machine-limits.ts';
import { shardCountOf } from '../run/shard-count.ts';
import type { RunSettings } from './run-settings.ts';

/** A viewer's second connection is short; so many are open at once on average, at the worst moment. */
const connectionsPerViewer = 1.25;
/** Of a process itself: its files, its channel, the proxies' lookups. */
const ownFiles = 256;
const bytesPerShard = 70_000_000;
const bytesOfCoordinator = 90_000_000;
/** What is left for everybody else. */
const usableShare = 0.8;

/** Measured, and rounded up: with the kernel's own for its sockets, on one side. */
const bytesPerViewer = { raw: 30_000, undici: 130_000, tls: 160_000 } as const;

/** Why this machine cannot hold such a run, with the arithmetic; empty = it can. */
export function findCapacityProblems(
  settings: RunSettings,
  shardCount: number,
  limits: MachineLimits,
): readonly string[] {
  return [
    ...findFileProblem(settings, shardCount, limits),
    ...findPortProblem(settings, limits),
    ...findMemoryProblem(settings, shardCount, limits),
  ];
}

function findFileProblem(settings: RunSettings, shardCount: number, { openFiles }: MachineLimits): string[] {
  const viewers = Math.ceil(viewersHere(settings) / shardCount);
  const needed = Math.ceil(viewers * connectionsPerViewer) + ownFiles;
  if (openFiles === null || needed <= openFiles) return [];
  const shards = shardCountOf('auto', viewersHere(settings), openFiles);
  return [
    `${viewers} viewers in a process need ${needed} open files (${connectionsPerViewer} each, and ${ownFiles}), and it may have ${openFiles}: use --shards ${shards}, or raise the hard limit of "ulimit -n".`,
  ];
}

/** A connection to one destination takes one port of this machine's. */
function findPortProblem(settings: RunSettings, { ports }: MachineLimits): string[] {
  if (ports === null) return [];
  return viewersByDestination(settings).flatMap(({ name, viewers }) => {
    const needed = Math.ceil(viewers * connectionsPerViewer);
    if (needed <= ports) return [];
    return [
      `${viewers} viewers to ${name} need ${needed} ports (${connectionsPerViewer} each), and net.ipv4.ip_local_port_range gives ${ports}: widen it, or use several machines (--shard).`,
    ];
  });
}

function findMemoryProblem(settings: RunSettings, shardCount: number, { availableBytes }: MachineLimits): string[] {
  const viewers = viewersHere(settings);
  const each = perViewerBytes(settings);
  const needed = bytesOfCoordinator + shardCount * bytesPerShard + viewers * each;
  const usable = availableBytes * usableShare;
  if (needed <= usable) return [];
  return [
    `${viewers} viewers need about ${megabytes(needed)} (${each / 1_000} kB each, ${megabytes(bytesPerShard)} for each of ${shardCount} processes, ${megabytes(bytesOfCoordinator)} beside them), and ${megabytes(usable)} are to be had, ${usableShare * 100} % of what is free: have fewer viewers, or use several machines (--shard).`,
  ];
}

function perViewerBytes({ url, transport }: RunSettings): number {
  const plain = bytesPerViewer[transport];
  return url.startsWith('https:') ? plain + bytesPerViewer.tls : plain;
}

/** Of the whole run, those that this machine has. */
function viewersHere({ viewers, part }: RunSettings): number {
  return part === null ? viewers : Math.ceil(viewers / part.count);
}

function viewersByDestination(settings: RunSettings): readonly { readonly name: string; readonly viewers: number }[] {
  const { proxies, directShare } = settings.egress;
  const viewers = viewersHere(settings);
  if (proxies.length === 0) return [{ name: 'the origin', viewers }];
  const weights = proxies.reduce((sum, { weight }) => sum + weight, 0);
  return [
    { name: 'the origin', viewers: Math.ceil(viewers * directShare) },
    ...proxies.map(({ name, weight }) => ({
      name: `the proxy ${name}`,
      viewers: Math.ceil((viewers * (1 - directShare) * weight) / weights),
    })),
  ];
}

function megabytes(bytes: number): string {
  return `${Math.ceil(bytes / 1e6)} MB`;
}
