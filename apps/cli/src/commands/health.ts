import { type FlagDefinition, parseFlags } from '../arguments/flags.ts';
import { dataDirFlag } from './backup.ts';
import type { Command } from './command.ts';

const flags: readonly FlagDefinition[] = [dataDirFlag, { name: 'json', doc: 'Print what the console answers.' }];

export const healthCommand: Command = {
  name: 'health',
  summary: 'Asks the running console whether all is well: exit code 0, or 1 when somebody has to mend something.',
  loadFlags: async () => flags,
  run: async (args, io) => {
    const given = parseFlags(args, flags);
    const { runHealth } = await import('@dropwise/console/health');
    return runHealth({ dataDir: given.value('data-dir'), json: given.count('json') > 0 }, io);
  },
};
