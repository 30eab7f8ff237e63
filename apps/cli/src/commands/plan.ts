import { createSystemClock } from '@dropwise/runtime';
import type { Command } from './command.ts';

export const planCommand: Command = {
  name: 'plan',
  summary: 'Shows what will be earned when, what will not and why, and what would change if you wanted something else.',
  loadFlags: async () => [],
  ownHelp: true,
  run: async (args, io) => {
    const { runPlan } = await import('@dropwise/miner/plan');
    return runPlan([...args], io, {
      async openWorld(scenario, seed) {
        const { openWorld } = await import('@dropwise/sim/world');
        return openWorld(scenario, seed);
      },
      now: () => createSystemClock().now(),
    });
  },
};
