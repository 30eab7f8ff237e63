import type { ProcFiles } from './proc-files.ts';
import { type CpuTicks, parseAvailableBytes, parseCpuTicks, parseRetransmits, parseTcpCounts } from './proc-texts.ts';

/** The whole machine, as it is and since the look before. Null = the system does not say. */
export interface MachineUsage {
  /** 0 to 100, all cores. */
  readonly cpuPercent: number | null;
  readonly freeMemoryBytes: number | null;
  readonly tcpSockets: number | null;
  /** Ports that cannot be had again yet. */
  readonly tcpTimeWait: number | null;
  /** TCP segments that were sent again since the look before: loss, which is the way's fault and no server's. */
  readonly retransmits: number | null;
}

export class MachineMeter {
  readonly #files: ProcFiles;
  #ticks: CpuTicks | null = null;
  #retransmits: number | null = null;

  constructor(files: ProcFiles) {
    this.#files = files;
  }

  async look(): Promise<MachineUsage> {
    const [stat, memory, sockets, snmp] = await Promise.all(
      ['stat', 'meminfo', 'net/sockstat', 'net/snmp'].map((path) => this.#files.read(path)),
    );
    const tcp = parseTcpCounts(sockets ?? '');
    return {
      cpuPercent: this.#cpuSinceLast(parseCpuTicks(stat ?? '')),
      freeMemoryBytes: parseAvailableBytes(memory ?? ''),
      tcpSockets: tcp?.inUse ?? null,
      tcpTimeWait: tcp?.timeWait ?? null,
      retransmits: this.#retransmitsSinceLast(parseRetransmits(snmp ?? '')),
    };
  }

  #cpuSinceLast(ticks: CpuTicks | null): number | null {
    const last = this.#ticks;
    this.#ticks = ticks;
    if (last === null || ticks === null || ticks.total <= last.total) return null;
    return Math.min(100, Math.max(0, ((ticks.busy - last.busy) * 100) / (ticks.total - last.total)));
  }

  #retransmitsSinceLast(count: number | null): number | null {
    const last = this.#retransmits;
    this.#retransmits = count;
    return last === null || count === null ? null : Math.max(0, count - last);
  }
}
