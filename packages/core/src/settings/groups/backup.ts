import { type DefinitionsOf, defineSetting } from '../define-setting.ts';
import { textKind, wholeNumberKind } from '../kinds.ts';

/** Backups that are made by themselves. */
export interface BackupGroup {
  readonly schedule: string;
  readonly keep: number;
  readonly folder: string;
}

export const backupDefinitions: DefinitionsOf<BackupGroup> = {
  schedule: defineSetting({
    key: 'backup.schedule',
    doc: 'When a backup of settings and history is made, as a cron line such as `30 4 * * *`; nothing = never by itself. Credentials are in it only when DROPWISE_BACKUP_PASSPHRASE_FILE names a file with a passphrase.',
    default: '30 4 * * 0',
    ...textKind('a cron line of five fields such as 30 4 * * 0, or nothing', /^(?:|\S+(?:\s+\S+){4})$/),
  }),
  keep: defineSetting({
    key: 'backup.keep',
    doc: 'Scheduled backups that are kept; the oldest goes first.',
    default: 8,
    ...wholeNumberKind(1, 1_000),
  }),
  folder: defineSetting({
    key: 'backup.folder',
    doc: 'Where scheduled backups go; nothing = backups in the data directory.',
    default: '',
    ...textKind('the path of a folder, or nothing', /^(?:|[^\0]{1,400})$/),
  }),
};
