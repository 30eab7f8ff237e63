import { createReadStream } from 'node:fs';
import {
  backupList,
  backupName,
  backupView,
  madeBackupView,
  makeBackupBody,
  problem,
  restoreBackupBody,
} from '@dropwise/contract';
import type { Result } from '@dropwise/kit';
import * as v from 'valibot';
import type { AuditLog } from '../../auth/audit-log.ts';
import type { BackupService } from '../../backup/create-backup-service.ts';
import type { App } from '../app.ts';
import { ProblemError } from '../problem-error.ts';

export interface BackupRoutesDeps {
  readonly backups: BackupService;
  readonly audit: AuditLog;
  /**
   * Ends everything, puts the backup in place and begins again; resolves before that, so that there can be an answer. Fails
   * with a sentence, and then nothing ends.
   */
  restore(file: string, passphrase: string | null): Promise<Result<void, string>>;
}

const byName = v.object({ name: backupName });
const tags = ['backup'];
const config = { scope: 'owner' } as const;

export function registerBackupRoutes(app: App, { backups, audit, restore }: BackupRoutesDeps): void {
  app.get(
    '/api/backups',
    {
      config,
      schema: { tags, summary: 'Lists the backups in the folder for backups.', response: { 200: backupList } },
    },
    () => backups.list(),
  );

  app.post(
    '/api/backups',
    {
      config,
      schema: {
        tags,
        summary: 'Makes a backup of settings and history, with credentials where a passphrase is given.',
        body: makeBackupBody,
        response: { 201: madeBackupView, 503: problem },
      },
    },
    async (request, reply) => {
      const made = await backups.make(request.body.passphrase);
      if (!made.ok) throw new ProblemError('unavailable', made.failure);
      const { manifest, sizeBytes, file, notes } = made.value;
      const name = file.replace(/^.*[\\/]/, '');
      const { withCredentials } = manifest;
      audit.record({ who: request.who, action: 'backup.make', target: name, before: null, after: { withCredentials } });
      reply.code(201);
      return { backup: { name, madeAt: manifest.madeAt, sizeBytes }, withCredentials, notes: [...notes] };
    },
  );

  app.get(
    '/api/backups/:name',
    {
      config,
      schema: { tags, summary: 'Downloads a backup.', params: byName, response: { 404: problem } },
    },
    async (request, reply) => {
      const { name } = request.params;
      const file = await findFile(backups, name);
      audit.record({ who: request.who, action: 'backup.download', target: name, before: null, after: null });
      return reply
        .type('application/gzip')
        .header('content-disposition', `attachment; filename="${name}"`)
        .send(createReadStream(file) as never);
    },
  );

  app.delete(
    '/api/backups/:name',
    {
      config,
      schema: { tags, summary: 'Deletes a backup.', params: byName, response: { 200: backupList, 404: problem } },
    },
    async (request) => {
      const { name } = request.params;
      await findFile(backups, name);
      await backups.remove(name);
      audit.record({ who: request.who, action: 'backup.delete', target: name, before: null, after: null });
      return await backups.list();
    },
  );

  app.post(
    '/api/backups/:name/restore',
    {
      config,
      schema: {
        tags,
        summary: 'Puts a backup in place of what is there, and starts everything anew. What was there is kept aside.',
        params: byName,
        body: restoreBackupBody,
        response: { 202: v.object({ backup: backupView }), 404: problem, 409: problem },
      },
    },
    async (request, reply) => {
      const { name } = request.params;
      const file = await findFile(backups, name);
      const backup = (await backups.list()).backups.find((each) => each.name === name);
      if (backup === undefined) throw noSuchBackup(name);
      const begun = await restore(file, request.body.passphrase);
      if (!begun.ok) throw new ProblemError('conflict', begun.failure);
      audit.record({ who: request.who, action: 'backup.restore', target: name, before: null, after: null });
      reply.code(202);
      return { backup };
    },
  );
}

async function findFile(backups: BackupService, name: string): Promise<string> {
  const file = await backups.find(name);
  if (file === null) throw noSuchBackup(name);
  return file;
}

function noSuchBackup(name: string): ProblemError {
  return new ProblemError(
    'notFound',
    `There is no backup "${name}". GET api/backups lists those there are.`,
    'params.name',
  );
}
