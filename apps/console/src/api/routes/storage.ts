import { storageAnswer } from '@dropwise/contract';
import type { StorageCheck } from '../../storage/create-storage-check.ts';
import type { App } from '../app.ts';
import { problems } from './problems.ts';

/** Whether what happens can be kept. */
export function registerStorageRoutes(app: App, { checkStorage }: { readonly checkStorage: StorageCheck }): void {
  app.get(
    '/api/storage',
    {
      // It names a folder of this machine.
      config: { scope: 'control' },
      schema: {
        tags: ['backup'],
        summary: 'Whether the data directory takes files, how much space is left, and how the database is.',
        response: { 200: storageAnswer, ...problems() },
      },
    },
    () => checkStorage(),
  );
}
