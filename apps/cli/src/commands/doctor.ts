import type { Command } from './command.ts';

export const doctorCommand: Command = {
  name: 'doctor',
  summary: 'Looks for what keeps Dropwise from working here, and says how to mend it.',
  loadFlags: async () => [],
  ownHelp: true,
  run: async (args, io) => {
    const { runDoctor } = await import('@dropwise/miner/doctor');
    return runDoctor([...args], io);
  },
};
