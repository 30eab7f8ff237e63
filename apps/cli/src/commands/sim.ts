import type { Command } from './command.ts';

export const simCommand: Command = {
  name: 'sim',
  summary: 'Runs a Twitch of your own on this machine, to try Dropwise on.',
  loadFlags: async () => [],
  ownHelp: true,
  run: async (args, io) => {
    const { runSim } = await import('@dropwise/sim/main');
    return runSim([...args], io);
  },
};
