import { childQuery, closeBody, commandAnswer } from '@dropwise/contract';
import type { Fleet } from '../../children/fleet.ts';
import type { App } from '../app.ts';
import { ProblemError } from '../problem-error.ts';
import { knownChild } from './known-child.ts';
import { commandProblems, problems } from './problems.ts';
import { type CommandDeps, sendCommand, takeTurn } from './send-command.ts';

export interface ControlDeps extends CommandDeps {
  readonly fleet: CommandDeps['fleet'] & Pick<Fleet, 'stop'>;
  /** Begins the end of this process; called when the answer is on its way. */
  readonly stopConsole: () => void;
}

/** Looking again, and stopping. */
export function registerControlRoutes(app: App, deps: ControlDeps): void {
  const { fleet } = deps;
  app.post(
    '/api/reload',
    {
      config: { scope: 'control' },
      schema: {
        tags: ['commands'],
        summary: 'Asks Twitch for everything again.',
        querystring: childQuery,
        response: { 200: commandAnswer, ...commandProblems },
      },
    },
    async (request, reply) => {
      const child = knownChild(fleet, request.query.child);
      return sendCommand(deps, request, reply, {
        childId: child.id,
        command: { kind: 'reload' },
        before: { fetchedAt: fleet.view(child.id)?.status.fetchedAt ?? null },
        sentence: 'Twitch is asked for everything again.',
      });
    },
  );
  app.post(
    '/api/close',
    {
      config: { scope: 'control' },
      schema: {
        tags: ['commands'],
        summary: 'Stops the miner; with `console: true` the console too, which only its owner may.',
        querystring: childQuery,
        body: closeBody,
        response: { 200: commandAnswer, ...problems('notFound', 'conflict') },
      },
    },
    async (request, reply) => {
      const child = knownChild(fleet, request.query.child);
      const wholeConsole = request.body?.console === true;
      if (wholeConsole && !request.who.scopes.has('owner'))
        throw new ProblemError(
          'notAllowed',
          'Only the owner, signed in in a browser, may stop the console.',
          'body.console',
        );
      takeTurn(deps.limit, reply, child.id, 'close');
      const stopped = await fleet.stop(child.id);
      const after = stopped.ok ? { console: wholeConsole } : { problem: stopped.failure };
      const action = wholeConsole ? 'console.stop' : 'child.stop';
      deps.audit.record({ who: request.who, action, target: child.id, before: { phase: child.phase }, after });
      if (!stopped.ok) throw new ProblemError('conflict', stopped.failure);
      if (wholeConsole) reply.raw.once('finish', deps.stopConsole);
      return { done: true, sentence: wholeConsole ? 'The console ends now.' : `${child.name} is stopped.` } as const;
    },
  );
}
