import { fail, type Result, succeed } from '@dropwise/kit';
import * as v from 'valibot';

/** The first entry of a backup: what made it and what is in it. */
export const manifestName = 'dropwise-backup.json';
export const sealedName = 'credentials.sealed';
export const backupFormat = 1;

const manifestSchema = v.object({
  format: v.number(),
  version: v.string(),
  /** Epoch ms. */
  madeAt: v.number(),
  parts: v.array(v.string()),
  withCredentials: v.boolean(),
});
export type BackupManifest = v.InferOutput<typeof manifestSchema>;

export function parseManifest(text: string): Result<BackupManifest, string> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return fail('Its description cannot be read.');
  }
  const checked = v.safeParse(manifestSchema, value);
  if (!checked.success) return fail('Its description is not one of Dropwise.');
  if (checked.output.format > backupFormat) {
    return fail(
      `It was made by Dropwise ${checked.output.version}, whose backups this version does not know. Update Dropwise first.`,
    );
  }
  return succeed(checked.output);
}

/** `dropwise-backup-2026-03-01T04-30-00Z.tar.gz`; names sort as their times do. */
export function backupFileName(now: number): string {
  return `dropwise-backup-${new Date(now).toISOString().replace(/\.\d+/, '').replaceAll(':', '-')}.tar.gz`;
}

export const backupNamePattern = /^dropwise-backup-[0-9T-]+Z\.tar\.gz$/;
