import * as v from 'valibot';

export const backupName = v.pipe(
  v.string(),
  v.regex(/^dropwise-backup-[0-9T-]+Z\.tar\.gz$/, 'expected the name of a backup in the list'),
);

export const backupView = v.object({
  name: v.string(),
  madeAt: v.number(),
  sizeBytes: v.number(),
});
export type BackupView = v.InferOutput<typeof backupView>;

export const backupList = v.object({
  folder: v.string(),
  /** When the next one is made by itself; null = never. */
  nextAt: v.nullable(v.number()),
  backups: v.array(backupView),
});
export type BackupList = v.InferOutput<typeof backupList>;

export const passphrase = v.pipe(v.string(), v.minLength(8, 'expected at least 8 characters'), v.maxLength(1_000));

/** Without a passphrase the backup holds no credentials. */
export const makeBackupBody = v.strictObject({ passphrase: v.optional(v.nullable(passphrase), null) });
export const madeBackupView = v.object({
  backup: backupView,
  withCredentials: v.boolean(),
  notes: v.array(v.string()),
});

/** Without a passphrase credentials stay as they are now. */
export const restoreBackupBody = v.strictObject({ passphrase: v.optional(v.nullable(passphrase), null) });
