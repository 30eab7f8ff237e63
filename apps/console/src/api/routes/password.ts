import { accessView, changePasswordBody } from '@dropwise/contract';
import type { App } from '../app.ts';
import { ProblemError } from '../problem-error.ts';
import { type AccessDeps, accessViewOf, kept, placeOf, refuseForNow, refusePassword, signedIn } from './access-deps.ts';
import { problems } from './problems.ts';

/** Changing the password: with the old one, and everybody else is signed out. */
export function registerPasswordRoutes(app: App, deps: AccessDeps): void {
  const { access, audit, cookie, passwords } = deps;
  app.post(
    '/api/password',
    {
      config: { scope: 'owner', limit: 'password' },
      schema: {
        tags: ['access'],
        summary: 'Changes the password and signs out every other browser.',
        body: changePasswordBody,
        response: {
          200: accessView,
          ...problems('conflict', 'tooLarge', 'unsupportedMediaType', 'wrongOrigin', 'unavailable'),
        },
      },
    },
    async (request, reply) => {
      refuseUnchangeable(access.passwordFrom);
      const { newPassword, oldPassword } = request.body;
      const place = placeOf(request);
      const checked = await passwords.check(oldPassword, place, 'password.changeFailed');
      if (!checked.ok) throw refusePassword(reply, checked.failure, 'notAllowed');
      const changed = await kept(access.setPassword(newPassword));
      if (!changed.ok) {
        refuseUnchangeable(access.passwordFrom);
        throw refuseForNow(reply, 1_000);
      }
      const session = await access.sessions.open(place, changed.value);
      cookie.write(reply, request.peer, session);
      audit.record({ who: request.who, action: 'password.change', target: '', before: '[set]', after: '[set]' });
      return accessViewOf({ ...signedIn, address: place.address, credentialId: session.id }, access);
    },
  );
}

function refuseUnchangeable(passwordFrom: AccessDeps['access']['passwordFrom']): void {
  if (passwordFrom === 'environment') {
    throw new ProblemError(
      'conflict',
      'The password is set by environment (DROPWISE_PASSWORD or DROPWISE_PASSWORD_FILE). Change it there and restart.',
    );
  }
  if (passwordFrom === null) {
    throw new ProblemError('conflict', 'No password is set yet. The first one is set at api/setup/password.');
  }
}
