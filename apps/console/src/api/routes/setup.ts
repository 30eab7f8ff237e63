import { accessView, firstPasswordBody } from '@dropwise/contract';
import type { App } from '../app.ts';
import { ProblemError } from '../problem-error.ts';
import { type AccessDeps, accessViewOf, kept, placeOf, refuseForNow, signedIn } from './access-deps.ts';
import { problems } from './problems.ts';

/** The first password: set from this machine, while there is none. */
export function registerSetupRoutes(app: App, { access, audit, cookie }: Omit<AccessDeps, 'passwords'>): void {
  app.post(
    '/api/setup/password',
    {
      config: { scope: 'owner', duringSetup: true, limit: 'password' },
      schema: {
        tags: ['access'],
        summary: 'Sets the first password, from the machine itself, and signs the browser in.',
        body: firstPasswordBody,
        response: {
          200: accessView,
          ...problems('conflict', 'tooLarge', 'unsupportedMediaType', 'wrongOrigin', 'unavailable'),
        },
      },
    },
    async (request, reply) => {
      if (access.passwordFrom !== null) throw alreadySet();
      const { address, kind } = request.who;
      if (kind !== 'local') throw new ProblemError('notAllowed', 'The first password is set from the machine itself.');
      const set = await kept(access.setFirstPassword(request.body.password));
      if (!set.ok) throw set.failure === 'busy' ? refuseForNow(reply, 1_000) : alreadySet();
      const place = placeOf(request);
      const session = await access.sessions.open(place, set.value);
      cookie.write(reply, request.peer, session);
      audit.record({ who: request.who, action: 'password.set', target: '', before: null, after: '[set]' });
      return accessViewOf({ ...signedIn, address, credentialId: session.id }, access);
    },
  );
}

function alreadySet(): ProblemError {
  return new ProblemError('conflict', 'A password is set already. It is changed at api/password, with the old one.');
}
