import { auditAnswer, auditQuery } from '@dropwise/contract';
import type { StoreReader } from '@dropwise/store';
import type { App } from '../app.ts';
import { problems } from './problems.ts';

/** Who changed what from where. It names people’s addresses, so it is the owner’s to read. */
export function registerAuditRoutes(app: App, { reader }: { readonly reader: Pick<StoreReader, 'audit'> }): void {
  app.get(
    '/api/audit',
    {
      config: { scope: 'owner' },
      schema: {
        tags: ['access'],
        summary: 'Who changed what from where, before and after.',
        querystring: auditQuery,
        response: { 200: auditAnswer, ...problems() },
      },
    },
    ({ query }) => reader.audit(query),
  );
}
