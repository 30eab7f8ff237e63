import type { AudienceSample } from '@dropwise/contract/audience';
import type { Clock } from '@dropwise/kit';
import { mergeSamples } from '../merge/merge-samples.ts';
import { silenceLimitMs } from './cluster-member.ts';
import type { PartState } from './messages.ts';
import { Parcel } from './parcel.ts';

/** One part as the leader knows it. */
interface Seat {
  readonly instance: string;
  readonly parcel: Parcel;
  heardAtMs: number;
  said: PartState | null;
  /** It was silent for too long. Heard again, it is not. */
  isLost: boolean;
  /** When its sample was first heard, and whether it was told of. */
  sampleHeardAtMs: number;
  isSampleTold: boolean;
}

/** Machines say their second each in their own time, and the network takes some too. */
const freshForMs = 2_500;

/** Who of a run's parts is there, and how they are. */
export class PartBoard {
  readonly #count: number;
  readonly #clock: Clock;
  readonly #tellProblem: (sentence: string) => void;
  readonly #seats = new Map<number, Seat>();

  constructor(count: number, clock: Clock, tellProblem: (sentence: string) => void) {
    this.#count = count;
    this.#clock = clock;
    this.#tellProblem = tellProblem;
  }

  seat(index: number, instance: string): void {
    if (this.isOf(index, instance)) return;
    const heardAtMs = this.#clock.now();
    this.#seats.set(index, {
      instance,
      parcel: new Parcel(),
      heardAtMs,
      said: null,
      isLost: false,
      sampleHeardAtMs: 0,
      isSampleTold: true,
    });
  }

  isOf(index: number, instance: string): boolean {
    return this.#seats.get(index)?.instance === instance;
  }

  /** By another process, which was heard not long ago. */
  isTaken(index: number, instance: string): boolean {
    const seat = this.#seats.get(index);
    if (seat === undefined || seat.instance === instance) return false;
    return this.#clock.now() - seat.heardAtMs <= silenceLimitMs && seat.said?.state !== 'left';
  }

  parcelOf(index: number): Parcel {
    return this.#seats.get(index)?.parcel ?? new Parcel();
  }

  hear(state: PartState): void {
    const seat = this.#seats.get(state.index);
    if (seat === undefined || seat.instance !== state.instance) return;
    const before = seat.said;
    seat.said = state;
    seat.heardAtMs = this.#clock.now();
    if (state.sample !== null && state.sample.atMs !== before?.sample?.atMs) {
      seat.sampleHeardAtMs = seat.heardAtMs;
      seat.isSampleTold = false;
    }
    if (seat.isLost) this.#tellProblem(`Part ${state.index} is heard again.`);
    seat.isLost = false;
    if (state.state === 'left' && before?.state !== 'left') this.#tellProblem(describeLeft(state));
  }

  /** Once a second. @param isRunning before the start silence is no loss: the place is free for another. */
  look(isRunning: boolean): void {
    for (const [index, seat] of this.#seats) {
      if (seat.isLost || isOverAs(seat) || this.#clock.now() - seat.heardAtMs <= silenceLimitMs) continue;
      if (!isRunning) {
        this.#seats.delete(index);
        continue;
      }
      seat.isLost = true;
      this.#tellProblem(`Part ${index} has not been heard for ${silenceLimitMs / 1000} seconds: it is lost.`);
    }
  }

  areAllReady(): boolean {
    return this.#seats.size === this.#count && [...this.#seats.values()].every(({ said }) => said?.state === 'ready');
  }

  /** Why the first of those that left did; null = all who came are there. */
  whoLeft(): string | null {
    for (const { said } of this.#seats.values()) if (said?.state === 'left') return describeLeft(said);
    return null;
  }

  describeUnready(): string {
    const unready = this.#indexes().filter((index) => this.#seats.get(index)?.said?.state !== 'ready');
    return unready.length === 1 ? `part ${unready[0]} was` : `parts ${unready.join(', ')} were`;
  }

  isOver(): boolean {
    return [...this.#seats.values()].every((seat) => seat.isLost || isOverAs(seat));
  }

  /** Of those that delivered nothing. */
  describeLosses(delivered: ReadonlySet<number>): readonly string[] {
    return this.#indexes()
      .filter((index) => !delivered.has(index))
      .map((index) => {
        const said = this.#seats.get(index)?.said;
        if (said?.state === 'left') return describeLeft(said);
        return `Part ${index} ${said == null ? 'never came' : 'did not deliver what it measured'}.`;
      });
  }

  /** All machines in their last second; null = no part has a new one. */
  takeSample(): AudienceSample | null {
    const seats = [...this.#seats.values()];
    if (seats.every(({ isSampleTold }) => isSampleTold)) return null;
    const nowMs = this.#clock.now();
    const samples = seats.flatMap(({ said, sampleHeardAtMs }) => {
      if (said?.sample == null) return [];
      return { sample: said.sample, isOfThisSecond: nowMs - sampleHeardAtMs <= freshForMs };
    });
    for (const seat of seats) seat.isSampleTold = true;
    return mergeSamples(samples, Math.max(...samples.map(({ sample }) => sample.atMs)));
  }

  #indexes(): readonly number[] {
    return Array.from({ length: this.#count }, (_, index) => index);
  }
}

function isOverAs({ said }: Seat): boolean {
  return said?.state === 'delivered' || said?.state === 'left';
}

function describeLeft({ index, sentence }: PartState): string {
  return `Part ${index} left: ${sentence ?? 'it gave no reason'}`;
}
