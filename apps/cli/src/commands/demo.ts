import { createSystemClock } from '@dropwise/runtime';
import { type FlagDefinition, parseFlags } from '../arguments/flags.ts';
import { parsePositiveNumber, parseWholeNumber } from '../arguments/numbers.ts';
import { approveDeviceCode } from '../demo/approve-device-code.ts';
import { startChild } from '../demo/child.ts';
import { type DemoOptions, runDemo } from '../demo/run-demo.ts';
import type { Command } from './command.ts';

const demoFlags: readonly FlagDefinition[] = [
  { name: 'until-claims', value: 'N', doc: 'End after N claimed drops. Default 3.' },
  { name: 'speed', value: 'N', doc: 'How many times as fast as real time it all runs. Default 60.' },
  { name: 'scenario', value: 'NAME', doc: 'What happens on the Twitch of the demo. Default evening.' },
  { name: 'seed', value: 'N', doc: 'Repeats a run. Default 1.' },
  { name: 'json', doc: "Print the miner's facts as JSON lines; the last is its summary." },
  { name: 'verbose', short: 'v', repeatable: true, doc: "Show the miner's log too; -vv and on show more of it." },
  { name: 'set', value: 'KEY=VALUE', repeatable: true, doc: "Give one of the miner's settings a value." },
  { name: 'headless', doc: 'Open no window. The demo has none yet, so this changes nothing.' },
];

export function parseDemoOptions(args: readonly string[]): DemoOptions {
  const flags = parseFlags(args, demoFlags);
  return {
    untilClaims: parseWholeNumber(flags.value('until-claims') ?? '3', 'until-claims', 1),
    speed: parsePositiveNumber(flags.value('speed') ?? '60', 'speed'),
    scenario: flags.value('scenario') ?? 'evening',
    seed: parseWholeNumber(flags.value('seed') ?? '1', 'seed', 0),
    json: flags.count('json') > 0,
    verbose: Math.min(flags.count('verbose'), 4),
    settings: flags.values('set'),
  };
}

export const demoCommand: Command = {
  name: 'demo',
  summary: 'Shows an evening of mining in a minute, on a Twitch of its own: no account, no network.',
  loadFlags: async () => demoFlags,
  run: (args, io) => runDemo(parseDemoOptions(args), { io, clock: createSystemClock(), startChild, approveDeviceCode }),
};
