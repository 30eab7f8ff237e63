import { adaptersAnswer } from '@dropwise/contract';
import type { Adapter } from '../../adapters/adapter.ts';
import { shown } from '../../shown/shown-saying.ts';
import type { App } from '../app.ts';
import { adapterDescriptions } from './definition-needs.ts';
import { problems } from './problems.ts';

export interface AdaptersDeps {
  readonly adapters: readonly Pick<Adapter, 'kind' | 'can' | 'cannot'>[];
}

/** Which miners can be looked after, what can be asked of them, and what their definition needs. */
export function registerAdaptersRoutes(app: App, { adapters }: AdaptersDeps): void {
  app.get(
    '/api/adapters',
    {
      config: { scope: 'read' },
      schema: {
        tags: ['children'],
        summary: 'Which miners can be looked after, and what their definition needs.',
        response: { 200: adaptersAnswer, ...problems() },
      },
    },
    () => ({
      adapters: adapters.map(({ kind, can, cannot }) => ({
        kind,
        can,
        cannot: cannot.map(({ sentence }) => sentence),
        cannotSaid: shown(cannot),
        ...adapterDescriptions[kind],
      })),
    }),
  );
}
