import type { Clock } from '@dropwise/kit';
import type { AuditLog } from './audit-log.ts';
import { cleanText } from './clean-text.ts';
import type { SignInPlace } from './sessions.ts';

const windowMs = 60_000;
/** Entries in a minute; the others are counted and said with the next one. */
const maxEntries = 10;

/** Writes wrong passwords into the audit, but not so many that they push everything else out of it. */
export class FailureRecord {
  readonly #audit: AuditLog;
  readonly #clock: Clock;
  #windowStart = Number.NEGATIVE_INFINITY;
  #entryCount = 0;
  #skippedCount = 0;

  constructor(audit: AuditLog, clock: Clock) {
    this.#audit = audit;
    this.#clock = clock;
  }

  /** `action`: `login.failed` and the like. What was tried is no part of it. */
  note(action: string, place: SignInPlace): void {
    const now = this.#clock.now();
    if (now - this.#windowStart >= windowMs) {
      this.#windowStart = now;
      this.#entryCount = 0;
    }
    if (this.#entryCount >= maxEntries) {
      this.#skippedCount += 1;
      return;
    }
    this.#entryCount += 1;
    const skipped = this.#skippedCount === 0 ? {} : { notRecordedBefore: this.#skippedCount };
    this.#skippedCount = 0;
    this.#audit.record({
      who: { kind: 'anonymous', name: 'nobody', address: cleanText(place.address, 100) },
      action,
      target: '',
      before: null,
      after: { userAgent: cleanText(place.userAgent, 200), ...skipped },
    });
  }
}
