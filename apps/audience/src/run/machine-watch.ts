import type { Clock, Timer } from '@dropwise/kit';
import type { MachineMeter } from '../monitor/machine-meter.ts';
import type { ProcessMeter } from '../monitor/process-meter.ts';
import type { MachineUsage } from './sample-of.ts';

const lookEveryMs = 1_000;

/** Keeps what the coordinator and the machine took in the last second, for whoever asks in between. */
export class MachineWatch implements Disposable {
  readonly #process: ProcessMeter;
  readonly #machine: MachineMeter;
  readonly #clock: Clock;
  #timer: Timer | null = null;
  #isOver = false;
  usage: MachineUsage = {
    cpuPercent: 0,
    rssBytes: 0,
    machineCpuPercent: null,
    freeMemoryBytes: null,
    retransmits: null,
  };

  constructor(processMeter: ProcessMeter, machine: MachineMeter, clock: Clock) {
    this.#process = processMeter;
    this.#machine = machine;
    this.#clock = clock;
    void this.#look();
  }

  [Symbol.dispose](): void {
    this.#isOver = true;
    this.#timer?.cancel();
  }

  async #look(): Promise<void> {
    const [own, machine] = await Promise.all([this.#process.look(), this.#machine.look()]);
    const { cpuPercent, rssBytes } = own;
    const { cpuPercent: machineCpuPercent, freeMemoryBytes } = machine;
    const retransmits = addKnown(this.usage.retransmits, machine.retransmits);
    this.usage = { cpuPercent, rssBytes, machineCpuPercent, freeMemoryBytes, retransmits };
    if (!this.#isOver) this.#timer = this.#clock.after(lookEveryMs, () => void this.#look());
  }
}

/** Null = neither is known. */
function addKnown(sum: number | null, more: number | null): number | null {
  return sum === null || more === null ? (sum ?? more) : sum + more;
}
