import { firstMigration } from './0001-first.ts';
import type { Migration } from './migration.ts';

/** In the order in which they are run. */
export const migrations: readonly Migration[] = [firstMigration];
