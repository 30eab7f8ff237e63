import type { LoginView } from '@dropwise/contract';
import type { Account } from '@dropwise/core';
import { assertNever } from '@dropwise/kit';
import { shown } from '../../../shown/shown-saying.ts';
import type { ViewSource } from './view-source.ts';

export function loginViewOf({ state, session }: ViewSource): LoginView {
  const { account } = state;
  const waiting = account.kind === 'waitingForPerson' ? account : null;
  const signedIn = account.kind === 'signedIn' ? account : null;
  return {
    state: account.kind,
    sentence: sentenceOf(account),
    login: signedIn?.login ?? null,
    userId: signedIn?.userId ?? null,
    userCode: waiting?.userCode ?? null,
    verificationUri: waiting?.verificationUri ?? null,
    codeExpiresAt: waiting?.expiresAt ?? null,
    lastValidatedAt: session?.lastValidatedAt ?? null,
    expiresAt: session?.expiresAt ?? null,
    clientName: session?.clientName ?? null,
    cookiesValid: session?.cookiesValid ?? null,
    limits: [...(session?.limits ?? [])],
    ...(session?.limitsSaid && { limitsSaid: shown(session.limitsSaid) }),
  };
}

function sentenceOf(account: Account): string {
  switch (account.kind) {
    case 'signedIn':
      return `Signed in as ${account.login}.`;
    case 'waitingForPerson':
      return `Open ${account.verificationUri} and enter ${account.userCode}.`;
    case 'signedOut':
      return account.attempt === 0
        ? 'Not signed in yet.'
        : `Not signed in: ${account.attempt} ${account.attempt === 1 ? 'try' : 'tries'} did not work. It is tried again.`;
    default:
      return assertNever(account);
  }
}
