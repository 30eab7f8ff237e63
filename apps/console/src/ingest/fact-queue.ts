import type { NewFact } from '@dropwise/contract';

/** A fact that waits, and whom to tell when it is stored. */
export interface WaitingFact {
  readonly fact: NewFact;
  /** On the last fact of a call. */
  readonly stored: (() => void) | null;
}

/** What is kept while the database takes nothing: days of facts. */
const maxFacts = 100_000;

/** Facts in the order in which they came. */
export class FactQueue {
  #waiting: WaitingFact[] = [];
  /** Children of whose facts one was let go: see `add`. */
  readonly #withheld = new Set<string>();
  #lostCount = 0;

  get size(): number {
    return this.#waiting.length;
  }

  /**
   * At the maximum the newest are let go and counted. Nothing of that child is said to be stored from then on: it keeps what it
   * told, and tells it again to the next life of the console.
   */
  add(childId: string, facts: readonly NewFact[], stored: (() => void) | null): void {
    if (this.#waiting.length + facts.length > maxFacts) {
      this.#lostCount += facts.length;
      this.#withheld.add(childId);
      return;
    }
    facts.forEach((fact, index) => {
      this.#waiting.push({ fact, stored: index === facts.length - 1 ? stored : null });
    });
  }

  /** Tells together with the last of those that wait; false = none waits. */
  follow(stored: () => void): boolean {
    const last = this.#waiting.pop();
    if (last === undefined) return false;
    const before = last.stored;
    const both = (): void => {
      before?.();
      stored();
    };
    this.#waiting.push({ ...last, stored: both });
    return true;
  }

  /** The first `count`; they stay until `drop`. */
  peek(count: number): readonly WaitingFact[] {
    return this.#waiting.slice(0, count);
  }

  /** Takes the first `count` out and gives back whom to tell. */
  drop(count: number): readonly (() => void)[] {
    const gone = this.#waiting.splice(0, count);
    return gone.flatMap(({ fact, stored }) => (stored === null || this.#withheld.has(fact.childId) ? [] : [stored]));
  }

  noteLost(count: number): void {
    this.#lostCount += count;
  }

  /** How many were let go since it was last asked. */
  takeLostCount(): number {
    const count = this.#lostCount;
    this.#lostCount = 0;
    return count;
  }
}
