import {
  type ChildView,
  childQuery,
  consoleAnswer,
  consoleQuery,
  minerStatusAnswer,
  type StatusAnswer,
  statusAnswer,
} from '@dropwise/contract';
import type { Clock } from '@dropwise/kit';
import type { StoreReader } from '@dropwise/store';
import type { Fleet } from '../../children/fleet.ts';
import { childAsShown } from '../../shown/miner-as-shown.ts';
import type { App } from '../app.ts';
import type { HealthWatch } from '../health/health-watch.ts';
import { type ChildReader, knownChild } from './known-child.ts';
import { problems } from './problems.ts';

export interface StatusDeps {
  readonly fleet: ChildReader & Pick<Fleet, 'session'>;
  readonly health: Pick<HealthWatch, 'health'>;
  readonly reader: Pick<StoreReader, 'lines'>;
  readonly clock: Pick<Clock, 'now'>;
}

/** What is done now, and what the program said last. */
export function registerStatusRoutes(app: App, deps: StatusDeps): void {
  const about = { tags: ['status'] };
  app.get(
    '/api/status',
    {
      config: { scope: 'read' },
      schema: {
        ...about,
        summary: 'What is done now, for whom, and whether it counts.',
        querystring: childQuery,
        response: { 200: statusAnswer, ...problems('notFound') },
      },
    },
    (request) => statusOf(deps, knownChild(deps.fleet, request.query.child)),
  );
  app.get(
    '/api/miner/status',
    {
      config: { scope: 'read' },
      schema: {
        ...about,
        summary: 'The miner’s process, and what it said last.',
        querystring: childQuery,
        response: { 200: minerStatusAnswer, ...problems('notFound') },
      },
    },
    (request) => {
      const child = knownChild(deps.fleet, request.query.child);
      const isKnown = deps.fleet.view(child.id) !== null;
      return { child, status: isKnown ? childAsShown(deps.fleet, child).status : null };
    },
  );
  app.get(
    '/api/console',
    {
      config: { scope: 'read' },
      schema: {
        tags: ['logs'],
        summary: 'The last lines that the programs said, oldest first.',
        querystring: consoleQuery,
        response: { 200: consoleAnswer, ...problems() },
      },
    },
    ({ query: { child, limit } }) => {
      const { items } = deps.reader.lines({ limit, ...(child === undefined ? {} : { childId: child }) });
      return { lines: items.toReversed() };
    },
  );
}

function statusOf({ fleet, health, clock }: StatusDeps, child: ChildView): StatusAnswer {
  const view = childAsShown(fleet, child);
  const session = fleet.session(child.id);
  const at = clock.now();
  return {
    ...view.status,
    login: view.login,
    health: health.health(child.id) ?? view.health,
    progress: view.progress,
    clock: { now: session?.clock.now() ?? at, at, speed: session?.clock.speed ?? 1 },
  };
}
