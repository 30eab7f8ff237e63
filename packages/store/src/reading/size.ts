import type { Connection } from '../connection.ts';

/** What the database needs: its pages without those that are free. The file, and its journal, may be larger for a while. */
export function readUsedBytes(connection: Connection): number {
  const pages = connection.pragma('page_count') - connection.pragma('freelist_count');
  return pages * connection.pragma('page_size');
}
