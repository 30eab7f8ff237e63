import type { HealthView, HeldReasonView, LoginView } from '@dropwise/contract';

/** How the sign-in to Twitch stands, as far as a person has something to do with it. */
export type SignIn =
  | { readonly kind: 'code'; readonly userCode: string; readonly address: string; readonly expiresAt: number | null }
  /** Its time is over; the next one is on its way. */
  | { readonly kind: 'expired' }
  /** Somebody pressed no on Twitch’s page. A new code comes by itself after a minute. */
  | { readonly kind: 'denied' }
  /** Twitch does not let this kind of client in. */
  | { readonly kind: 'refused'; readonly reason: HeldReasonView }
  | { readonly kind: 'unreachable'; readonly reason: HeldReasonView }
  | { readonly kind: 'asking' };

/** Why there is a code again. */
export type Before = 'expired' | 'denied' | 'revoked';

/** Null = nothing is asked of anybody. `now` is the miner's. */
export function signInOf(login: LoginView, health: HealthView, now: number): SignIn | null {
  if (login.state === 'signedIn' || login.state === 'unknown') return null;
  const { userCode, verificationUri, codeExpiresAt } = login;
  if (login.state === 'waitingForPerson' && userCode !== null && verificationUri !== null) {
    if (codeExpiresAt !== null && codeExpiresAt <= now) return { kind: 'expired' };
    return { kind: 'code', userCode, address: verificationUri, expiresAt: codeExpiresAt };
  }
  return withoutCode([health, ...health.others]);
}

function withoutCode(reasons: readonly HeldReasonView[]): SignIn {
  const find = (code: string): HeldReasonView | undefined => reasons.find((reason) => reason.code === code);
  const refused = find('login-refused');
  if (refused !== undefined) return { kind: 'refused', reason: refused };
  const unreachable = reasons.find(isOfLogin);
  if (unreachable !== undefined) return { kind: 'unreachable', reason: unreachable };
  // A denial is held as a need without a code.
  if (find('login-needed')?.detail?.operation === 'login') return { kind: 'denied' };
  return find('login-expired') === undefined ? { kind: 'asking' } : { kind: 'expired' };
}

/** Trouble on the way to Twitch that stands before the sign-in. */
function isOfLogin({ code, detail }: HeldReasonView): boolean {
  return detail?.operation === 'login' && !code.startsWith('login-');
}

/** What the health says of the time before this code. */
export function beforeOf(health: HealthView): Before | null {
  const codes = [health, ...health.others].map(({ code }) => code);
  if (codes.includes('session-revoked')) return 'revoked';
  return codes.includes('login-expired') ? 'expired' : null;
}

/** The code in two halves, as Twitch’s page shows it; another length stays whole. */
export function halvesOf(code: string): readonly string[] {
  return code.length === 8 ? [code.slice(0, 4), code.slice(4)] : [code];
}
