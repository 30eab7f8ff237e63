import type { AccessView } from '@dropwise/contract';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Access } from '../../auth/access.ts';
import type { AuditLog } from '../../auth/audit-log.ts';
import { cleanText } from '../../auth/clean-text.ts';
import type { PasswordCheck, PasswordRefusal } from '../../auth/password-check.ts';
import type { SignInPlace } from '../../auth/sessions.ts';
import type { Who } from '../../auth/who.ts';
import type { SessionCookie } from '../guards/session-cookie.ts';
import { ProblemError } from '../problem-error.ts';

/** What the routes about passwords, sessions and keys work with. */
export interface AccessDeps {
  readonly access: Access;
  readonly passwords: PasswordCheck;
  readonly audit: AuditLog;
  /** From `registerGuards`. */
  readonly cookie: SessionCookie;
}

/** Where the request comes from, for the record. */
export function placeOf(request: FastifyRequest): SignInPlace {
  return { address: request.who.address, userAgent: cleanText(request.headers['user-agent'] ?? '', 200) };
}

/** What the caller gets to know of who may do what. */
export function accessViewOf(who: Who, access: Access): AccessView {
  const { passwordFrom, setupRequired } = access;
  return {
    kind: who.kind,
    scopes: [...who.scopes],
    name: who.name,
    passwordSet: passwordFrom !== null,
    passwordFrom: who.kind === 'anonymous' ? null : passwordFrom,
    setupNeeded: passwordFrom === null && (setupRequired || who.kind === 'anonymous'),
    maySetPassword: passwordFrom === null && who.kind === 'local',
  };
}

/** Whoever gave the right password, until the address is known. */
export const signedIn: Who = {
  kind: 'session',
  scopes: new Set(['public', 'read', 'control', 'owner']),
  name: 'password',
  address: '',
};

/** The answer to a password that was not taken; `wrong`: the code for one that is not it. */
export function refusePassword(
  reply: FastifyReply,
  refusal: PasswordRefusal,
  wrong: 'notSignedIn' | 'notAllowed',
): ProblemError {
  if (refusal.kind === 'wrong') return new ProblemError(wrong, 'This is not the password.', 'body');
  return refuseForNow(reply, refusal.retryAfterMs);
}

/** 429, with the time. */
export function refuseForNow(reply: FastifyReply, retryAfterMs: number): ProblemError {
  const seconds = Math.max(1, Math.ceil(retryAfterMs / 1_000));
  reply.header('retry-after', seconds);
  return new ProblemError(
    'tooMany',
    `Too many passwords were tried, or are being looked at just now. Try again in ${seconds} s.`,
  );
}

/** For changes that are in force in any case, and should be on the disk as well. */
export async function kept<Value>(change: Promise<Value>): Promise<Value> {
  try {
    return await change;
  } catch (error) {
    const found = error instanceof Error ? error.message : String(error);
    throw new ProblemError(
      'unavailable',
      `The change is in force, but it could not be written and ends with the next restart: ${found}. Mend that and repeat it.`,
    );
  }
}
