import { aliveAnswer, readyAnswer } from '@dropwise/contract';
import type { App } from '../app.ts';
import type { HealthWatch } from './health-watch.ts';

/** For container engines and load balancers: public, cheap, and saying nothing that a stranger may not know. */
export function registerHealthRoutes(app: App, deps: { readonly health: Pick<HealthWatch, 'readiness'> }): void {
  app.get(
    '/healthz',
    {
      config: { scope: 'public', duringSetup: true },
      schema: { tags: ['status'], summary: 'This process answers.', response: { 200: aliveAnswer } },
    },
    (_request, reply) => {
      reply.header('cache-control', 'no-store');
      return { alive: true } as const;
    },
  );
  app.get(
    '/readyz',
    {
      config: { scope: 'public', duringSetup: true },
      schema: {
        tags: ['status'],
        summary: 'Whether work may be expected: 200 also while idle, 503 when the miner is down or blind.',
        response: { 200: readyAnswer, 503: readyAnswer },
      },
    },
    (_request, reply) => {
      const readiness = deps.health.readiness();
      reply.code(readiness.ready ? 200 : 503).header('cache-control', 'no-store');
      return readiness;
    },
  );
}
