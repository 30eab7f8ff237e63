/** What the kernel says in its text files (proc(5)); null = it does not say. */

export interface CpuTicks {
  readonly busy: number;
  readonly total: number;
}

/** The line `cpu` of /proc/stat. Time of guests is in `user` already. */
export function parseCpuTicks(text: string): CpuTicks | null {
  const line = /^cpu +(.+)$/m.exec(text)?.[1];
  const ticks = line?.trim().split(/ +/).map(Number).slice(0, 8);
  if (ticks === undefined || ticks.length < 5 || ticks.some(Number.isNaN)) return null;
  const total = ticks.reduce((sum, each) => sum + each, 0);
  const idle = (ticks[3] ?? 0) + (ticks[4] ?? 0);
  return { busy: total - idle, total };
}

/** `MemAvailable` of /proc/meminfo, in bytes. */
export function parseAvailableBytes(text: string): number | null {
  const kilobytes = /^MemAvailable: +(\d+) kB$/m.exec(text)?.[1];
  return kilobytes === undefined ? null : Number(kilobytes) * 1_024;
}

export interface TcpCounts {
  /** Open now. */
  readonly inUse: number;
  /** Closed, and their ports not to be had yet. */
  readonly timeWait: number;
}

/** The line `TCP` of /proc/net/sockstat. */
export function parseTcpCounts(text: string): TcpCounts | null {
  const found = /^TCP: inuse (\d+) orphan \d+ tw (\d+)/m.exec(text);
  return found === null ? null : { inUse: Number(found[1]), timeWait: Number(found[2]) };
}

/** `RetransSegs` of /proc/net/snmp: segments sent again since the machine began. */
export function parseRetransmits(text: string): number | null {
  const [names, values] = [...text.matchAll(/^Tcp: (.+)$/gm)].map((match) => match[1]?.split(' ') ?? []);
  const value = values?.[names?.indexOf('RetransSegs') ?? -1];
  return value === undefined || !/^\d+$/.test(value) ? null : Number(value);
}

/** The hard limit of open files in /proc/self/limits: Node raises its own to it at the start. */
export function parseOpenFilesLimit(text: string): number | null {
  const found = /^Max open files +\S+ +(\S+)/m.exec(text)?.[1];
  if (found === undefined) return null;
  return found === 'unlimited' ? Number.POSITIVE_INFINITY : Number(found);
}

/** How many ports /proc/sys/net/ipv4/ip_local_port_range gives out, for each source address and destination. */
export function parsePortCount(text: string): number | null {
  const found = /^(\d+)\s+(\d+)\s*$/.exec(text);
  if (found === null) return null;
  return Math.max(0, Number(found[2]) - Number(found[1]) + 1);
}
