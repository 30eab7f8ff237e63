import { accessView, signedOutView, signInBody } from '@dropwise/contract';
import type { App } from '../app.ts';
import { ProblemError } from '../problem-error.ts';
import { type AccessDeps, accessViewOf, kept, placeOf, refusePassword, signedIn } from './access-deps.ts';
import { problems } from './problems.ts';

const tags = ['access'];

/** Who asks; signing in and out. */
export function registerSessionRoutes(app: App, deps: AccessDeps): void {
  const { access, audit, cookie, passwords } = deps;

  app.get(
    '/api/session',
    {
      config: { scope: 'public' },
      schema: {
        tags,
        summary: 'Who the caller is, what they may do, and whether a password is set.',
        response: { 200: accessView, ...problems() },
      },
    },
    (request) => accessViewOf(request.who, access),
  );

  app.post(
    '/api/session',
    {
      config: { scope: 'public', limit: 'password' },
      schema: {
        tags,
        summary: 'Signs a browser in: the answer sets its cookie.',
        body: signInBody,
        response: { 200: accessView, ...problems('conflict', 'tooLarge', 'unsupportedMediaType', 'wrongOrigin') },
      },
    },
    async (request, reply) => {
      if (access.passwordFrom === null) {
        throw new ProblemError('conflict', 'There is nothing to sign in with: no password is set.');
      }
      const place = placeOf(request);
      const checked = await passwords.check(request.body.password, place, 'login.failed');
      if (!checked.ok) throw refusePassword(reply, checked.failure, 'notSignedIn');
      const before = request.who.kind === 'session' ? request.who.credentialId : undefined;
      // A browser has one session; the one it brought along is over, whoever gave it to it.
      if (before !== undefined) await kept(access.sessions.end(({ id }) => id === before));
      const session = await access.sessions.open(place, checked.value);
      cookie.write(reply, request.peer, session);
      const who = { ...signedIn, address: place.address, credentialId: session.id };
      audit.record({
        who,
        action: 'login.succeeded',
        target: session.id,
        before: null,
        after: { userAgent: place.userAgent },
      });
      return accessViewOf(who, access);
    },
  );

  app.delete(
    '/api/session',
    {
      // Also for those whose session is over already: their cookie goes.
      config: { scope: 'public' },
      schema: {
        tags,
        summary: 'Signs the browser out.',
        response: { 200: signedOutView, ...problems('wrongOrigin', 'unavailable') },
      },
    },
    async (request, reply) => {
      cookie.clear(reply, request.peer);
      const { credentialId, kind } = request.who;
      if (kind !== 'session') return { signedOutCount: 0 };
      audit.record({ who: request.who, action: 'login.ended', target: credentialId ?? '', before: null, after: null });
      const ended = await kept(access.sessions.end(({ id }) => id === credentialId));
      return { signedOutCount: ended.length };
    },
  );
}
