import { type AcceleratedClock, loadSettingFlags, type MinerArguments, type SettingFlag } from '@dropwise/runtime';
import { type FlagDefinition, type ParsedFlags, parseFlags, UsageError } from '../arguments/flags.ts';
import { parsePositiveNumber, parseWholeNumber } from '../arguments/numbers.ts';
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
  {
    name: 'set',
    value: 'KEY=VALUE',
    repeatable: true,
    doc: 'Give a setting a value for this run: --set mining.mode=random.',
  },
  { name: 'until-claims', value: 'N', doc: 'End after N claimed drops.' },
  { name: 'endpoints', value: 'URL', doc: 'Use a local Twitch at this origin: http://127.0.0.1:PORT of dropwise sim.' },
  { name: 'dump', doc: 'Keep what Twitch answers, masked, for a bug report.' },
  { name: 'debug-ws', doc: 'Log every frame of the sockets.' },
  { name: 'debug-gql', doc: 'Log every operation and its answer.' },
  { name: 'speed', value: 'N', hidden: true, doc: 'Run the clock N times as fast; only with --endpoints.' },
  { name: 'clock-from', value: 'MS@REAL', hidden: true, doc: 'The clock shows MS at the real instant REAL, epoch ms.' },
];

/** Makes what the miner app takes of the command line. */
export function parseMinerArguments(args: readonly string[], settingFlags: readonly SettingFlag[]): MinerArguments {
  const flags = parseFlags(args, [...mineFlags, ...definitionsOf(settingFlags)]);
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
    settings: collectSettings(flags, settingFlags),
  };
}

function definitionsOf(settingFlags: readonly SettingFlag[]): FlagDefinition[] {
  return settingFlags.map(({ key, flag, doc }) => ({ name: flag, value: 'VALUE', doc: `${doc} (${key})` }));
}

export const mineCommand: Command = {
  name: 'mine',
  summary: 'Watches what earns you drops, and claims them.',
  loadFlags: async () => [...mineFlags, ...definitionsOf(await loadSettingFlags())],
  run: async (args, io) => {
    const minerArguments = parseMinerArguments(args, await loadSettingFlags());
    const { runMiner } = await import('@dropwise/miner/main');
    return runMiner(minerArguments, io);
  },
};

function collectSettings(flags: ParsedFlags, settingFlags: readonly SettingFlag[]): Record<string, string> {
  const settings: Record<string, string> = {};
  for (const { key, flag } of settingFlags) {
    const value = flags.value(flag);
    if (value !== undefined) settings[key] = value;
  }
  for (const pair of flags.values('set')) {
    const at = pair.indexOf('=');
    if (at < 1) throw new UsageError(`--set needs KEY=VALUE, found "${pair}".`);
    settings[pair.slice(0, at)] = pair.slice(at + 1);
  }
  return settings;
}

function parseOrigin(text: string | undefined): string | null {
  if (text === undefined) return null;
  const url = URL.parse(text);
  const isOrigin =
    url !== null && /^https?:$/.test(url.protocol) && url.pathname === '/' && url.search + url.hash === '';
  if (!isOrigin) throw new UsageError(`--endpoints must be an origin such as http://127.0.0.1:8080, found "${text}".`);
  return url.origin;
}

function parseClock(flags: ParsedFlags, endpoints: string | null): AcceleratedClock | null {
  const speedText = flags.value('speed');
  const from = flags.value('clock-from');
  if (speedText === undefined && from === undefined) return null;
  // The real Twitch counts real minutes: a miner in a hurry would only be a rude one.
  if (endpoints === null)
    throw new UsageError('--speed and --clock-from need --endpoints: the real Twitch has its own time.');
  const speed = speedText === undefined ? 1 : parsePositiveNumber(speedText, 'speed');
  if (from === undefined) return { speed, startMs: Date.now(), realStartMs: Date.now() };
  const [, startText, realText] = /^(\d+)@(\d+)$/.exec(from) ?? [];
  if (startText === undefined || realText === undefined) {
    throw new UsageError(`--clock-from must be MS@REAL, two epoch times in ms, found "${from}".`);
  }
  return { speed, startMs: Number(startText), realStartMs: Number(realText) };
}
