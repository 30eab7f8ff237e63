import { diagnosticsView, updateView } from '@dropwise/contract';
import type { AuditLog } from '../../auth/audit-log.ts';
import type { Diagnostics } from '../../diagnostics/make-diagnostics.ts';
import type { UpdateNotice } from '../../updates/create-update-check.ts';
import type { App } from '../app.ts';

export interface DiagnosticsRoutesDeps {
  readonly version: string;
  readonly audit: AuditLog;
  diagnose(): Diagnostics;
  readonly updates: { readonly notice: UpdateNotice };
  checksUpdates(): boolean;
}

const tags = ['about'];

export function registerDiagnosticsRoutes(app: App, deps: DiagnosticsRoutesDeps): void {
  app.get(
    '/api/diagnostics',
    {
      config: { scope: 'control' },
      schema: {
        tags,
        summary: 'Everything that helps with a bug report, names and secrets masked.',
        response: { 200: diagnosticsView },
      },
    },
    (request, reply) => {
      deps.audit.record({ who: request.who, action: 'diagnostics.read', target: '', before: null, after: null });
      reply.header('content-disposition', 'attachment; filename="dropwise-diagnostics.json"');
      return deps.diagnose();
    },
  );

  app.get(
    '/api/updates',
    {
      config: { scope: 'read' },
      schema: {
        tags,
        summary: 'Whether there is a newer version, where looking for one is turned on.',
        response: { 200: updateView },
      },
    },
    () => ({ version: deps.version, checks: deps.checksUpdates(), ...deps.updates.notice }),
  );
}
