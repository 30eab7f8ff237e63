import { type Clock, fail, type Result, succeed } from '@dropwise/kit';
import type { Access } from './access.ts';
import { addressKey } from './addresses.ts';
import type { AuditLog } from './audit-log.ts';
import { Brake, type BrakePolicy } from './brake.ts';
import { FailureRecord } from './failure-record.ts';
import type { SignInPlace } from './sessions.ts';

/** An hour of guessing is some twenty tries from one address. */
const addressPolicy: BrakePolicy = { freeCount: 5, firstMs: 1_000, capMs: 900_000, forgetMs: 3_600_000 };
/** Against guessing from many addresses at once: it then goes on at two a minute, from all of them together. */
const everywherePolicy: BrakePolicy = { freeCount: 50, firstMs: 1_000, capMs: 30_000, forgetMs: 900_000 };
const everywhere = 'everywhere';

export type PasswordRefusal =
  | { readonly kind: 'wrong' }
  /** `retryAfterMs`: too many were wrong; or, with a second, too many are being looked at. */
  | { readonly kind: 'later'; readonly retryAfterMs: number };

/** The only way to try a password, wherever it is asked for: slowed down, and failures are recorded. */
export interface PasswordCheck {
  /** Succeeds with the password's id. `action`: for the audit of a wrong one. */
  check(password: string, place: SignInPlace, action: string): Promise<Result<string, PasswordRefusal>>;
}

export function createPasswordCheck(access: Access, audit: AuditLog, clock: Clock): PasswordCheck {
  const byAddress = new Brake(addressPolicy, clock);
  const overall = new Brake(everywherePolicy, clock);
  const failures = new FailureRecord(audit, clock);

  /** Whoever guesses from everywhere must not lock out a browser that is signed in from where it always is. */
  const isKnown = (key: string): boolean =>
    access.sessions.list().some((session) => addressKey(session.address) === key);

  return {
    check: async (password, place, action) => {
      const key = addressKey(place.address);
      const retryAfterMs = Math.max(byAddress.waitMs(key), isKnown(key) ? 0 : overall.waitMs(everywhere));
      if (retryAfterMs > 0) return fail({ kind: 'later', retryAfterMs });
      byAddress.count(key);
      overall.count(everywhere);
      const checked = await access.checkPassword(password);
      if (!checked.ok) {
        byAddress.takeBack(key);
        overall.takeBack(everywhere);
        return fail({ kind: 'later', retryAfterMs: 1_000 });
      }
      if (checked.value === null) {
        failures.note(action, place);
        return fail({ kind: 'wrong' });
      }
      byAddress.forgive(key);
      overall.takeBack(everywhere);
      return succeed(checked.value);
    },
  };
}
