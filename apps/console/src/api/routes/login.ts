import { childQuery, commandAnswer, loginBody, loginView } from '@dropwise/contract';
import type { App } from '../app.ts';
import { knownChild, knownView } from './known-child.ts';
import { commandProblems, problems } from './problems.ts';
import { type CommandDeps, sendCommand } from './send-command.ts';

/** The miner's sign-in to Twitch, which is not the sign-in to this console (`api/session`). */
export function registerLoginRoutes(app: App, deps: CommandDeps): void {
  const { fleet } = deps;
  const about = { tags: ['commands'], querystring: childQuery };
  app.get(
    '/api/login',
    {
      config: { scope: 'read' },
      schema: {
        tags: ['status'],
        querystring: childQuery,
        summary: 'Who is signed in to Twitch, for how long, and what the token may not do.',
        response: { 200: loginView, ...problems('notFound') },
      },
    },
    (request) => knownView(fleet, knownChild(fleet, request.query.child)).login,
  );
  app.post(
    '/api/login',
    {
      config: { scope: 'control' },
      schema: {
        ...about,
        summary: 'Asks Twitch for a new code now. There is no sign-in with a password.',
        body: loginBody,
        response: { 200: commandAnswer, ...commandProblems },
      },
    },
    async (request, reply) => {
      const child = knownChild(fleet, request.query.child);
      return sendCommand(deps, request, reply, {
        childId: child.id,
        command: { kind: 'retryLogin' },
        before: { state: knownView(fleet, child).login.state },
        sentence: 'Twitch is asked for a code.',
      });
    },
  );
  app.post(
    '/api/oauth/confirm',
    {
      config: { scope: 'control' },
      schema: {
        ...about,
        summary: 'The code was entered. Twitch is asked all the time, so this only tells how it stands.',
        body: loginBody,
        response: { 200: loginView, ...problems('notFound') },
      },
    },
    // A new code here would make the one worthless that a person is entering.
    (request) => knownView(fleet, knownChild(fleet, request.query.child)).login,
  );
  app.delete(
    '/api/login',
    {
      config: { scope: 'control' },
      schema: {
        ...about,
        summary: 'Forgets the sign-in to Twitch and asks for a new code.',
        response: { 200: commandAnswer, ...commandProblems },
      },
    },
    async (request, reply) => {
      const child = knownChild(fleet, request.query.child);
      const { state, login } = knownView(fleet, child).login;
      return sendCommand(deps, request, reply, {
        childId: child.id,
        command: { kind: 'signOut' },
        before: { state, login },
        sentence: 'The sign-in to Twitch is forgotten.',
      });
    },
  );
}
