import type { LoginFailure, RestoreOutcome, SignInOutcome, ValidateOutcome } from '@dropwise/twitch';
import { failureOfLogin } from '../translate/failures.ts';
import type { EffectContext } from './effect-context.ts';

const validateEveryMs = 60 * 60_000;
/** So many sessions refused in a row though Twitch calls the token valid: then a new one is asked for. */
const maxFalseAlarms = 3;
const falseAlarmSpanMs = 10 * 60_000;

export interface SignIn {
  signIn(fresh: boolean): Promise<void>;
  signOut(): Promise<void>;
}

/**
 * Signs in: with the stored token where it lives, else by device code. Twitch wants the token validated hourly while
 * it is used (protocol 2.4); a dead one ends the session. `fresh` follows a 401: the token is asked about before a
 * person is troubled.
 */
export function createSignIn(context: EffectContext): SignIn {
  const { twitch, clock, post, signal } = context;
  const { account } = twitch;
  let attempt: AbortController | null = null;
  let validation: { cancel(): void } | null = null;
  let alarms: number[] = [];

  const signIn = (fresh: boolean): Promise<void> =>
    attemptAnew(async (both) => {
      const known = await askAboutStored(fresh, both);
      if (known.kind === 'signedIn') return succeed(known);
      if (isFailure(known)) return fail(known);
      settle(await account.signIn(both));
    });

  /** Whatever Twitch answers: the token is forgotten. */
  const signOut = (): Promise<void> =>
    attemptAnew(async (both) => {
      validation?.cancel();
      await account.leave(both);
      settle(await account.signIn(both));
    });

  /** One at a time: a newer one ends what an older one waits for. */
  async function attemptAnew(work: (both: AbortSignal) => Promise<void>): Promise<void> {
    attempt?.abort(new Error('a newer sign-in began'));
    const current = new AbortController();
    attempt = current;
    const both = AbortSignal.any([signal, current.signal]);
    try {
      await work(both);
    } catch (error) {
      if (!both.aborted) throw error;
    }
  }

  async function askAboutStored(fresh: boolean, both: AbortSignal): Promise<RestoreOutcome | ValidateOutcome> {
    if (fresh && account.session !== null) {
      const now = clock.now();
      alarms = [...alarms.filter((at) => now - at < falseAlarmSpanMs), now];
      if (alarms.length <= maxFalseAlarms) return account.validate(both);
      account.forget();
    }
    return account.restore(both);
  }

  function settle(outcome: SignInOutcome): void {
    switch (outcome.kind) {
      case 'signedIn':
        return succeed(outcome);
      case 'loginRefused':
        return post({ kind: 'signInFailed', reason: 'refused', detail: outcome.message });
      case 'denied':
        return post({ kind: 'signInFailed', reason: 'denied', detail: outcome.message });
      case 'invalid':
        return post({ kind: 'signInFailed', reason: 'expired', detail: outcome.message });
      case 'wrongClient':
        return post({ kind: 'signInFailed', reason: 'expired', detail: 'the token belongs to another kind of client' });
      case 'unreachable':
      case 'twitchDown':
      case 'unexpectedAnswer':
        return fail(outcome);
    }
  }

  function fail(outcome: LoginFailure): void {
    const failure = failureOfLogin(outcome);
    post({ kind: 'signInFailed', reason: 'unreachable', detail: outcome.message, failure });
  }

  function succeed({ session }: Extract<SignInOutcome, { kind: 'signedIn' }>): void {
    post({ kind: 'signedIn', userId: session.userId, login: session.login });
    validation?.cancel();
    validation = clock.after(validateEveryMs, () => void validateAgain());
  }

  async function validateAgain(): Promise<void> {
    if (signal.aborted) return;
    const outcome = await account.validate(signal).catch(() => null);
    if (outcome === null) return;
    if (outcome.kind === 'invalid') post({ kind: 'sessionRevoked', detail: outcome.message });
    else if (outcome.kind !== 'noSession') validation = clock.after(validateEveryMs, () => void validateAgain());
  }

  signal.addEventListener('abort', () => validation?.cancel(), { once: true });
  return { signIn, signOut };
}

type Stored = RestoreOutcome | ValidateOutcome;

function isFailure(outcome: Stored): outcome is Extract<Stored, LoginFailure> {
  return outcome.kind === 'unreachable' || outcome.kind === 'twitchDown' || outcome.kind === 'unexpectedAnswer';
}
