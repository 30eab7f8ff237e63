import { loadSettingFlags, type MinerArguments, type SettingFlag } from '@dropwise/runtime';
import { type FlagDefinition, parseFlags, UsageError } from '../arguments/flags.ts';
import { localTwitchFlags, parseClock, parseOrigin } from '../arguments/local-twitch.ts';
import { parseWholeNumber } from '../arguments/numbers.ts';
import { collectSettings, setFlag, settingFlagDefinitions } from '../arguments/settings.ts';
import { version } from '../version.ts';
import type { Command } from './command.ts';

export const mineFlags: readonly FlagDefinition[] = [
  { name: 'data-dir', value: 'FOLDER', doc: 'Where everything is kept. Default: DROPWISE_DATA_DIR, or ~/.dropwise.' },
  {
    name: 'verbose',
    short: 'v',
    repeatable: true,
    doc: 'Say more: -v details, -vv debug, -vvv all, -vvvv all in the log file too.',
  },
  { name: 'quiet', short: 'q', doc: 'Say only what a person must know.' },
  { name: 'json', doc: 'Print facts as JSON lines on stdout; the log goes to stderr.' },
  setFlag,
  { name: 'until-claims', value: 'N', doc: 'End after N claimed drops.' },
  { name: 'dump', doc: 'Keep what Twitch answers, masked, for a bug report.' },
  { name: 'debug-ws', doc: 'Log every frame of the sockets.' },
  { name: 'debug-gql', doc: 'Log every operation and its answer.' },
  { name: 'ipc', hidden: true, doc: 'Talk to the console that started it.' },
  ...localTwitchFlags,
];

/** Makes what the miner app takes of the command line. */
export function parseMinerArguments(args: readonly string[], settingFlags: readonly SettingFlag[]): MinerArguments {
  const flags = parseFlags(args, [...mineFlags, ...settingFlagDefinitions(settingFlags)]);
  const untilClaims = flags.value('until-claims');
  const endpoints = parseOrigin(flags.value('endpoints'));
  if (flags.count('quiet') > 0 && flags.count('verbose') > 0) {
    throw new UsageError('--quiet and --verbose say opposite things. Give one of them.');
  }
  return {
    verbose: Math.min(flags.count('verbose'), 4),
    quiet: flags.count('quiet') > 0,
    dataDir: flags.value('data-dir'),
    json: flags.count('json') > 0,
    untilClaims: untilClaims === undefined ? null : parseWholeNumber(untilClaims, 'until-claims', 1),
    endpoints,
    acceleratedClock: parseClock(flags, endpoints),
    dump: flags.count('dump') > 0,
    debugWs: flags.count('debug-ws') > 0,
    debugGql: flags.count('debug-gql') > 0,
    ipc: flags.count('ipc') > 0,
    version,
    settings: collectSettings(flags, settingFlags),
  };
}

export const mineCommand: Command = {
  name: 'mine',
  summary: 'Watches what earns you drops, and claims them.',
  loadFlags: async () => [...mineFlags, ...settingFlagDefinitions(await loadSettingFlags())],
  run: async (args, io) => {
    const minerArguments = parseMinerArguments(args, await loadSettingFlags());
    const { runMiner } = await import('@dropwise/miner/main');
    return runMiner(minerArguments, io);
  },
};
