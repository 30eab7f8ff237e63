import { type FlagDefinition, parseFlags } from '../arguments/flags.ts';
import { version } from '../version.ts';
import type { Command } from './command.ts';

export const dataDirFlag: FlagDefinition = {
  name: 'data-dir',
  value: 'FOLDER',
  doc: 'Where everything is kept. Default: DROPWISE_DATA_DIR, or ~/.dropwise.',
};

const flags: readonly FlagDefinition[] = [
  dataDirFlag,
  { name: 'out', value: 'FILE', doc: 'Where the backup goes. Default: the folder backups in the data directory.' },
  {
    name: 'passphrase-file',
    value: 'FILE',
    doc: 'Take in login, password, keys and tokens too, under the passphrase in this file. Without it they stay out.',
  },
];

export const backupCommand: Command = {
  name: 'backup',
  summary: 'Writes settings and history into one file, also while Dropwise runs.',
  loadFlags: async () => flags,
  run: async (args, io) => {
    const given = parseFlags(args, flags);
    const { runBackup } = await import('@dropwise/console/backup');
    return runBackup(
      {
        dataDir: given.value('data-dir'),
        out: given.value('out') ?? null,
        passphraseFile: given.value('passphrase-file') ?? null,
        version,
      },
      io,
    );
  },
};
