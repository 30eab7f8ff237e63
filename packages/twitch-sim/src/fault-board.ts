import type { Clock, Timer } from '@dropwise/kit';
import type { Fault, FaultKind, FaultOf } from './faults.ts';

/** A fault in force. */
export interface ActiveFault {
  readonly fault: Fault;
  /** Strikes left; null = no limit. */
  readonly timesLeft: number | null;
  /** Epoch ms; null = until cleared. */
  readonly endsAt: number | null;
  readonly strikes: number;
}

interface Entry {
  readonly fault: Fault;
  timesLeft: number | null;
  readonly endsAt: number | null;
  strikes: number;
  expiry: Timer | null;
}

export type FaultChange =
  | { readonly kind: 'set'; readonly fault: Fault }
  | { readonly kind: 'cleared'; readonly fault: Fault };

/** At most this many at once; the oldest gives way. */
const maxFaults = 200;

/** The faults in force. One of the same kind and target replaces the one before. */
export class FaultBoard {
  readonly #clock: Clock;
  readonly #byKind = new Map<FaultKind, Entry[]>();
  readonly #listeners = new Set<(change: FaultChange) => void>();
  readonly #onStrike: (kind: FaultKind) => void;

  constructor(clock: Clock, onStrike: (kind: FaultKind) => void) {
    this.#clock = clock;
    this.#onStrike = onStrike;
  }

  set(fault: Fault): void {
    const entries = this.#byKind.get(fault.kind) ?? [];
    const replaced = entries.find((entry) => isSameAim(entry.fault, fault));
    if (replaced !== undefined) this.#remove(replaced);
    const endsAt = fault.forMs === undefined ? null : this.#clock.now() + fault.forMs;
    const entry: Entry = { fault, timesLeft: fault.times ?? null, endsAt, strikes: 0, expiry: null };
    if (fault.forMs !== undefined) entry.expiry = this.#clock.after(fault.forMs, () => this.#remove(entry));
    this.#byKind.set(fault.kind, [...(this.#byKind.get(fault.kind) ?? []), entry]);
    this.#makeRoom();
    this.#tell({ kind: 'set', fault });
  }

  /** All of them, those of one kind, or those of one kind and target. Returns how many there were. */
  clear(kind?: FaultKind, target?: string): number {
    const found = this.#entries().filter(
      ({ fault }) => (kind === undefined || fault.kind === kind) && (target === undefined || fault.target === target),
    );
    for (const entry of found) this.#remove(entry);
    return found.length;
  }

  get isEmpty(): boolean {
    return this.#byKind.size === 0;
  }

  list(): ActiveFault[] {
    return this.#entries().map(({ fault, timesLeft, endsAt, strikes }) => ({ fault, timesLeft, endsAt, strikes }));
  }

  /** The fault that would strike any of `targets`, without striking. No targets: only faults without one. */
  peek<Kind extends FaultKind>(kind: Kind, ...targets: readonly string[]): FaultOf<Kind> | null {
    return (this.#find(kind, targets)?.fault as FaultOf<Kind> | undefined) ?? null;
  }

  /** As `peek`, and strikes: one of its `times` is used up. */
  strike<Kind extends FaultKind>(kind: Kind, ...targets: readonly string[]): FaultOf<Kind> | null {
    return this.#strike(this.#find(kind, targets));
  }

  /** As `strike`, for faults that are aimed by more than their target. */
  strikeIf<Kind extends FaultKind>(kind: Kind, applies: (fault: FaultOf<Kind>) => boolean): FaultOf<Kind> | null {
    return this.#strike(this.#byKind.get(kind)?.find(({ fault }) => applies(fault as FaultOf<Kind>)));
  }

  onChange(listener: (change: FaultChange) => void): Disposable {
    this.#listeners.add(listener);
    return { [Symbol.dispose]: () => void this.#listeners.delete(listener) };
  }

  #strike<Kind extends FaultKind>(entry: Entry | undefined): FaultOf<Kind> | null {
    if (entry === undefined) return null;
    entry.strikes += 1;
    this.#onStrike(entry.fault.kind);
    if (entry.timesLeft !== null) {
      entry.timesLeft -= 1;
      if (entry.timesLeft <= 0) this.#remove(entry);
    }
    return entry.fault as FaultOf<Kind>;
  }

  #find(kind: FaultKind, targets: readonly string[]): Entry | undefined {
    const entries = this.#byKind.get(kind);
    if (entries === undefined) return undefined;
    return entries.find(({ fault }) => fault.target === undefined || targets.includes(fault.target));
  }

  #remove(entry: Entry): void {
    entry.expiry?.cancel();
    const left = (this.#byKind.get(entry.fault.kind) ?? []).filter((each) => each !== entry);
    if (left.length === 0) this.#byKind.delete(entry.fault.kind);
    else this.#byKind.set(entry.fault.kind, left);
    this.#tell({ kind: 'cleared', fault: entry.fault });
  }

  #makeRoom(): void {
    const entries = this.#entries();
    const oldest = entries[0];
    if (entries.length > maxFaults && oldest !== undefined) this.#remove(oldest);
  }

  #entries(): Entry[] {
    return [...this.#byKind.values()].flat();
  }

  #tell(change: FaultChange): void {
    for (const listener of this.#listeners) listener(change);
  }
}

function isSameAim(a: Fault, b: Fault): boolean {
  return a.target === b.target && (a.kind !== 'listenRefused' || b.kind !== 'listenRefused' || a.client === b.client);
}
