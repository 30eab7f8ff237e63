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
  { name: 'port', value: 'N', doc: 'Port of the console. Default: any that is free.' },
  { name: 'json', doc: 'Print what happens as JSON lines; the last is a summary.' },
  { name: 'verbose', short: 'v', repeatable: true, doc: "Show the console's log too; -vv and on show more of it." },
  { name: 'set', value: 'KEY=VALUE', repeatable: true, doc: "Give one of the miner's settings a value." },
  {
    name: 'headless',
    doc: 'End after the claims, also in a terminal, where the console otherwise stays until Ctrl-C.',
  },
];

/** `isWatched`: a person sits at the terminal, who may want to look at the console afterwards. */
export function parseDemoOptions(args: readonly string[], isWatched: boolean): DemoOptions {
  const flags = parseFlags(args, demoFlags);
  const json = flags.count('json') > 0;
  return {
    untilClaims: parseWholeNumber(flags.value('until-claims') ?? '3', 'until-claims', 1),
    speed: parsePositiveNumber(flags.value('speed') ?? '60', 'speed'),
    scenario: flags.value('scenario') ?? 'evening',
    seed: parseWholeNumber(flags.value('seed') ?? '1', 'seed', 0),
    port: parseWholeNumber(flags.value('port') ?? '0', 'port', 0),
    stays: isWatched && !json && flags.count('headless') === 0,
    json,
    verbose: Math.min(flags.count('verbose'), 4),
    settings: flags.values('set'),
  };
}

export const demoCommand: Command = {
  name: 'demo',
  summary: 'Shows an evening of mining in a minute, console and all, on a Twitch of its own: no account, no network.',
  loadFlags: async () => demoFlags,
  run: (args, io) =>
    runDemo(parseDemoOptions(args, io.stdout.isTTY === true), {
      io,
      clock: createSystemClock(),
      startChild,
      approveDeviceCode,
    }),
};
