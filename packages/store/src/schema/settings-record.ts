import type { Generated } from 'kysely';

/** The owner's settings from a moment on. */
export interface SettingsRecordTable {
  readonly seq: Generated<number>;
  readonly at: number;
  readonly by: string;
  /** JSON by dotted key, without secrets. */
  readonly values: string;
}
