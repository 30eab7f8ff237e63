import {
  type ChildDefinition,
  childAnswer,
  childDefinitionBody,
  childParams,
  childrenAnswer,
  commandAnswer,
  samplesAnswer,
  samplesQuery,
} from '@dropwise/contract';
import type { Clock, Result } from '@dropwise/kit';
import type { StoreReader } from '@dropwise/store';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { AuditLog } from '../../auth/audit-log.ts';
import type { Fleet } from '../../children/fleet.ts';
import type { App } from '../app.ts';
import { ProblemError } from '../problem-error.ts';
import type { CommandLimit } from './command-limit.ts';
import { defineChild, forgetChild } from './define-child.ts';
import { knownChild } from './known-child.ts';
import { problems } from './problems.ts';
import { takeTurn } from './send-command.ts';
import { shownDefinition } from './shown-definition.ts';

export interface ChildrenDeps {
  readonly fleet: Pick<Fleet, 'definitions' | 'primaryId' | 'list' | 'find' | 'start' | 'stop' | 'restart'>;
  readonly reader: Pick<StoreReader, 'samples'>;
  readonly audit: AuditLog;
  readonly limit: CommandLimit;
  readonly clock: Pick<Clock, 'now'>;
  /** Writes the list down and lets the fleet follow it. Fails with a sentence, and then nothing has changed. */
  readonly defineChildren: (definitions: readonly ChildDefinition[]) => Promise<Result<void, string>>;
}

const hourMs = 3_600_000;

/** The programs that are looked after. What they are, only the owner changes: a definition is a command that is run here. */
export function registerChildrenRoutes(app: App, deps: ChildrenDeps): void {
  registerReading(app, deps);
  registerMoving(app, deps);
  registerDefining(app, deps);
}

function registerReading(app: App, { fleet, reader, clock }: ChildrenDeps): void {
  const config = { scope: 'read' } as const;
  const about = { tags: ['children'] };
  app.get(
    '/api/children',
    {
      config,
      schema: {
        ...about,
        summary: 'The programs that are looked after.',
        response: { 200: childrenAnswer, ...problems() },
      },
    },
    () => ({ primaryId: fleet.primaryId, children: fleet.list() }),
  );
  app.get(
    '/api/children/:id',
    {
      config,
      schema: {
        ...about,
        summary: 'One of them, with its definition.',
        params: childParams,
        response: { 200: childAnswer, ...problems('notFound') },
      },
    },
    ({ params: { id } }) => answerFor(fleet, id),
  );
  app.get(
    '/api/children/:id/samples',
    {
      config,
      schema: {
        ...about,
        summary: 'CPU and memory over time, of a child or (console) of the console itself.',
        params: childParams,
        querystring: samplesQuery,
        response: { 200: samplesAnswer, ...problems('notFound') },
      },
    },
    ({ params: { id }, query }) => {
      if (id !== 'console') knownChild(fleet, id, 'params.id');
      const until = query.until ?? clock.now() + 1;
      const since = query.since ?? until - hourMs;
      if (since >= until) throw new ProblemError('badRequest', 'Expected since before until, found the opposite.');
      return { since, until, samples: [...reader.samples({ childId: id, since, until, maxPoints: query.points })] };
    },
  );
}

const moves = [
  { move: 'start', summary: 'Starts it; one that runs is left as it is.', done: 'is started' },
  { move: 'stop', summary: 'Stops it until it is started again.', done: 'is stopped' },
  { move: 'restart', summary: 'Stops it and starts it.', done: 'is started anew' },
] as const;

function registerMoving(app: App, deps: ChildrenDeps): void {
  for (const { move, summary, done } of moves) {
    app.post(
      `/api/children/:id/${move}`,
      {
        config: { scope: 'control' },
        schema: {
          tags: ['children'],
          summary,
          params: childParams,
          response: { 200: commandAnswer, ...problems('notFound', 'conflict') },
        },
      },
      async (request, reply) => {
        const child = knownChild(deps.fleet, request.params.id, 'params.id');
        takeTurn(deps.limit, reply, child.id, move);
        const moved = await deps.fleet[move](child.id);
        const after = moved.ok ? { phase: deps.fleet.find(child.id)?.phase ?? null } : { problem: moved.failure };
        record(deps, request, `child.${move}`, child.id, { phase: child.phase }, after);
        if (!moved.ok) throw new ProblemError('conflict', moved.failure);
        return { done: true, sentence: `${child.name} ${done}.` } as const;
      },
    );
  }
}

function registerDefining(app: App, deps: ChildrenDeps): void {
  const about = { tags: ['children'], params: childParams };
  app.put(
    '/api/children/:id',
    {
      config: { scope: 'owner' },
      schema: {
        ...about,
        summary: 'Defines a child: a new one is started, a changed one is started anew.',
        body: childDefinitionBody,
        response: { 200: childAnswer, ...problems('notFound', 'conflict') },
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      const change = defineChild(deps.fleet.definitions, id, request.body);
      await carryOut(deps, request, reply, id, change);
      return answerFor(deps.fleet, id);
    },
  );
  app.delete(
    '/api/children/:id',
    {
      config: { scope: 'owner' },
      schema: {
        ...about,
        summary: 'Stops a child and looks after it no more. Its history is kept.',
        response: { 200: commandAnswer, ...problems('notFound', 'conflict') },
      },
    },
    async (request, reply) => {
      const child = knownChild(deps.fleet, request.params.id, 'params.id');
      await carryOut(deps, request, reply, child.id, forgetChild(deps.fleet.definitions, child.id));
      return { done: true, sentence: `${child.name} is not looked after any more.` } as const;
    },
  );
}

async function carryOut(
  deps: ChildrenDeps,
  request: FastifyRequest,
  reply: FastifyReply,
  id: string,
  definitions: readonly ChildDefinition[],
): Promise<void> {
  takeTurn(deps.limit, reply, id, 'define');
  const find = (list: readonly ChildDefinition[]) => {
    const definition = list.find((each) => each.id === id);
    return definition === undefined ? null : shownDefinition(definition);
  };
  const before = find(deps.fleet.definitions);
  const defined = await deps.defineChildren(definitions);
  const after = defined.ok ? find(definitions) : { problem: defined.failure };
  record(deps, request, after === null ? 'child.forget' : 'child.define', id, before, after);
  if (!defined.ok) throw new ProblemError('conflict', defined.failure);
}

function answerFor(fleet: ChildrenDeps['fleet'], id: string) {
  const child = knownChild(fleet, id, 'params.id');
  const definition = fleet.definitions.find((each) => each.id === id);
  if (definition === undefined) throw new ProblemError('notFound', `There is no child "${id}" any more.`, 'params.id');
  return { child, definition: shownDefinition(definition) };
}

function record(
  { audit }: ChildrenDeps,
  request: FastifyRequest,
  action: string,
  target: string,
  before: unknown,
  after: unknown,
): void {
  audit.record({ who: request.who, action, target, before, after });
}
