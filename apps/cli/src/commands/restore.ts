import { type FlagDefinition, parseFlags, UsageError } from '../arguments/flags.ts';
import { dataDirFlag } from './backup.ts';
import type { Command } from './command.ts';

const flags: readonly FlagDefinition[] = [
  dataDirFlag,
  { name: 'file', value: 'FILE', doc: 'The backup.' },
  {
    name: 'passphrase-file',
    value: 'FILE',
    doc: 'Put login, password, keys and tokens back too, with the passphrase in this file. Without it those of now stay.',
  },
];

export const restoreCommand: Command = {
  name: 'restore',
  summary: 'Puts a backup in place of what is there; what was there is kept aside. Dropwise must not be running.',
  loadFlags: async () => flags,
  run: async (args, io) => {
    const given = parseFlags(args, flags);
    const file = given.value('file');
    if (file === undefined) throw new UsageError('Which backup? Name it with --file FILE.');
    const { runRestore } = await import('@dropwise/console/backup');
    return runRestore(
      { dataDir: given.value('data-dir'), file, passphraseFile: given.value('passphrase-file') ?? null },
      io,
    );
  },
};
