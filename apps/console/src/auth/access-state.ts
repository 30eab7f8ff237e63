import { writeFileAtomically } from '@dropwise/runtime';
import { formatAccessRecord } from './access-file.ts';
import type { AccessRecord } from './access-record.ts';

/**
 * Who is let in, in memory and on the disk. A change is in force at once; one write runs at a time, and changes that come
 * meanwhile share the next one, so nothing queues up.
 */
export class AccessState implements AsyncDisposable {
  readonly #path: string;
  readonly #onProblem: (sentence: string) => void;
  #record: AccessRecord;
  /** The write that runs, or ran last. */
  #last: Promise<void> = Promise.resolve();
  #next: Promise<void> | null = null;

  constructor(path: string, record: AccessRecord, onProblem: (sentence: string) => void) {
    this.#path = path;
    this.#record = record;
    this.#onProblem = onProblem;
  }

  get record(): AccessRecord {
    return this.#record;
  }

  /** Resolves when it is on the disk; rejects when it is in force but could not be written. */
  change(changes: Partial<Omit<AccessRecord, 'version'>>): Promise<void> {
    this.#record = { ...this.#record, ...changes };
    return this.#write();
  }

  /** For what may be lost without harm: a failure is told, not thrown. */
  changeLightly(changes: Partial<Omit<AccessRecord, 'version'>>): Promise<void> {
    return this.change(changes).catch((error: unknown) => {
      this.#onProblem(
        `${this.#path} could not be written: ${String(error)}. Sign-ins since then end with this console.`,
      );
    });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await (this.#next ?? this.#last).catch(() => {});
  }

  /** One write waits at most: it takes all changes that came until it begins. */
  #write(): Promise<void> {
    this.#next ??= this.#last
      .catch(() => {})
      .then(() => {
        this.#next = null;
        this.#last = writeFileAtomically(this.#path, formatAccessRecord(this.#record));
        return this.#last;
      });
    return this.#next;
  }
}
