import { type ConsoleArguments, loadSettingFlags, type ProcessIo, type SettingFlag } from '@dropwise/runtime';
import { type FlagDefinition, parseFlags, UsageError } from '../arguments/flags.ts';
import { launcherFile } from '../arguments/launcher-file.ts';
import { localTwitchFlags, parseClock, parseOrigin } from '../arguments/local-twitch.ts';
import { collectSettings, setFlag, settingFlagDefinitions } from '../arguments/settings.ts';
import { version } from '../version.ts';
import type { Command } from './command.ts';

/** Short for settings that are asked for most. */
const shortcuts: Readonly<Record<string, string>> = {
  host: 'console.host',
  port: 'console.port',
  'base-path': 'console.basePath',
};

export const startFlags: readonly FlagDefinition[] = [
  { name: 'host', value: 'ADDRESS', doc: 'Listen on this address. Default 127.0.0.1; any other needs a password.' },
  { name: 'port', value: 'N', doc: 'Listen on this port. Default 8080; 0 takes a free one.' },
  { name: 'base-path', value: 'PATH', doc: 'Serve everything below this path, behind a reverse proxy.' },
  { name: 'data-dir', value: 'FOLDER', doc: 'Where everything is kept. Default: DROPWISE_DATA_DIR, or ~/.dropwise.' },
  { name: 'verbose', short: 'v', repeatable: true, doc: 'Say more: -v details, -vv debug, -vvv all.' },
  { name: 'quiet', short: 'q', doc: 'Say only what a person must know.' },
  { name: 'json', doc: 'Print "ready" and then facts as JSON lines on stdout; the log goes to stderr.' },
  setFlag,
  ...localTwitchFlags,
];

/** Makes what the console app takes of the command line. */
export function parseConsoleArguments(args: readonly string[], settingFlags: readonly SettingFlag[]): ConsoleArguments {
  const flags = parseFlags(args, [...startFlags, ...settingFlagDefinitions(settingFlags)]);
  if (flags.count('quiet') > 0 && flags.count('verbose') > 0) {
    throw new UsageError('--quiet and --verbose say opposite things. Give one of them.');
  }
  const endpoints = parseOrigin(flags.value('endpoints'));
  const settings = collectSettings(flags, settingFlags);
  for (const [name, key] of Object.entries(shortcuts)) {
    const value = flags.value(name);
    if (value === undefined) continue;
    if (settings[key] !== undefined) throw new UsageError(`--${name} and ${key} say the same thing. Give one of them.`);
    settings[key] = value;
  }
  return {
    verbose: Math.min(flags.count('verbose'), 4),
    quiet: flags.count('quiet') > 0,
    dataDir: flags.value('data-dir'),
    json: flags.count('json') > 0,
    endpoints,
    acceleratedClock: parseClock(flags, endpoints),
    settings,
    launcher: [process.execPath, launcherFile],
    version,
    webFolder: null,
  };
}

export const startCommand: Command = {
  name: 'start',
  summary: 'Keeps the miner alive, remembers everything, and serves the console on this machine.',
  loadFlags: async () => [...startFlags, ...settingFlagDefinitions(await loadSettingFlags('console'))],
  run: async (args, io) => {
    const consoleArguments = parseConsoleArguments(args, await loadSettingFlags('console'));
    const { runConsole } = await import('@dropwise/console/main');
    return runConsole({ ...consoleArguments, webFolder: await openDashboard(io) }, io);
  },
};

/** Built where it has changed since. Without its tools what was built before serves, and without that the plain page. */
async function openDashboard(io: ProcessIo): Promise<string | null> {
  try {
    const { buildWeb } = await import('@dropwise/web/build');
    return (await buildWeb()).folder;
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    io.stderr.write(`The dashboard could not be built, so only a plain page is served: ${why}\n`);
    return null;
  }
}
