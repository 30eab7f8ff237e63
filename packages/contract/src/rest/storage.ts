import * as v from 'valibot';
import { saidView } from '../views/saying.ts';

/** `GET /api/storage`: whether what happens can be kept. The folder was written to for the answer. */
export const storageAnswer = v.object({
  folder: v.string(),
  /** What was expected and found, and the shell line that mends it, where a single one does; null = every folder takes files. */
  problem: v.nullable(
    v.object({ sentence: v.string(), said: v.exactOptional(saidView), command: v.nullable(v.string()) }),
  ),
  /** On the disk that the folder is on; null = the system does not say. */
  freeBytes: v.nullable(v.number()),
  databaseBytes: v.number(),
  /** Why nothing can be written down now; null = it can. */
  databaseFailing: v.nullable(v.string()),
  /** Why a database was set aside when the console began, and where; null = none was. */
  databaseReplaced: v.nullable(v.string()),
});
export type StorageAnswer = v.InferOutput<typeof storageAnswer>;
