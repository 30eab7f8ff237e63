import { accessIdParams, type SessionView, sessionList, signedOutView } from '@dropwise/contract';
import type { SessionRecord } from '../../auth/access-record.ts';
import type { App } from '../app.ts';
import { ProblemError } from '../problem-error.ts';
import { type AccessDeps, kept } from './access-deps.ts';
import { problems } from './problems.ts';

const tags = ['access'];

/** The browsers that are signed in, and ending that. */
export function registerSessionsRoutes(app: App, { access, audit, cookie }: AccessDeps): void {
  app.get(
    '/api/sessions',
    {
      config: { scope: 'owner' },
      schema: {
        tags,
        summary: 'The browsers that are signed in, the one seen last first.',
        response: { 200: sessionList, ...problems() },
      },
    },
    ({ who }) => ({ sessions: access.sessions.list().map((session) => viewOf(session, who.credentialId)) }),
  );

  app.delete(
    '/api/sessions',
    {
      config: { scope: 'owner' },
      schema: {
        tags,
        summary: 'Signs every browser out, this one too.',
        response: { 200: signedOutView, ...problems('wrongOrigin', 'unavailable') },
      },
    },
    async (request, reply) => {
      cookie.clear(reply, request.peer);
      const count = access.sessions.list().length;
      audit.record({ who: request.who, action: 'sessions.end', target: '', before: { count }, after: { count: 0 } });
      const ended = await kept(access.sessions.end(() => true));
      return { signedOutCount: ended.length };
    },
  );

  app.delete(
    '/api/sessions/:id',
    {
      config: { scope: 'owner' },
      schema: {
        tags,
        summary: 'Signs one browser out.',
        params: accessIdParams,
        response: { 200: signedOutView, ...problems('notFound', 'wrongOrigin', 'unavailable') },
      },
    },
    async (request) => {
      const { id } = request.params;
      const ended = await kept(access.sessions.end((session) => session.id === id));
      const [session] = ended;
      if (session === undefined) {
        throw new ProblemError('notFound', 'There is no such session (any more). See api/sessions.', 'params.id');
      }
      const { address, userAgent } = session;
      audit.record({
        who: request.who,
        action: 'session.end',
        target: id,
        before: { address, userAgent },
        after: null,
      });
      return { signedOutCount: 1 };
    },
  );
}

function viewOf(session: SessionRecord, currentId: string | undefined): SessionView {
  const { id, createdAt, lastSeenAt, address, userAgent } = session;
  return { id, createdAt, lastSeenAt, address, userAgent, current: id === currentId };
}
