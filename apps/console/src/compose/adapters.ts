import { isConsoleSetting } from '@dropwise/core';
import type { Clock, Random } from '@dropwise/kit';
import type { ConsoleArguments, DataDirectory } from '@dropwise/runtime';
import type { Adapter } from '../adapters/adapter.ts';
import { createCommandAdapter } from '../adapters/command/create-command-adapter.ts';
import { createDropwiseAdapter } from '../adapters/dropwise/create-dropwise-adapter.ts';
import { createRangermixAdapter } from '../adapters/rangermix/create-rangermix-adapter.ts';
import { createTdmAdapter } from '../adapters/tdm/create-tdm-adapter.ts';

export interface AdapterParts {
  readonly args: ConsoleArguments;
  readonly directory: DataDirectory;
  readonly clock: Clock;
  readonly random: Random;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** One for each kind of miner, in the order that people meet them. */
export function createAdapters({ args, directory, clock, random, env }: AdapterParts): readonly Adapter[] {
  const [nodePath, launcher = ''] = args.launcher;
  return [
    createDropwiseAdapter({
      nodePath,
      launcher,
      dataDir: directory.root,
      extraArgs: minerArguments(args),
      clock,
      env: {},
    }),
    createTdmAdapter({ clock, env, platform: process.platform }),
    createRangermixAdapter({ clock, env, random }),
    createCommandAdapter({ clock, env }),
  ];
}

/** What of the console's own command line is the miner's business. */
export function minerArguments({
  endpoints,
  acceleratedClock,
  settings,
  verbose,
}: ConsoleArguments): readonly string[] {
  return [
    // One -v is the adapter's own.
    ...Array.from({ length: Math.max(0, verbose - 1) }, () => '-v'),
    ...(endpoints === null ? [] : ['--endpoints', endpoints]),
    ...(acceleratedClock === null
      ? []
      : [
          ...['--speed', `${acceleratedClock.speed}`],
          ...['--clock-from', `${Math.round(acceleratedClock.startMs)}@${Math.round(acceleratedClock.realStartMs)}`],
        ]),
    ...Object.entries(settings)
      .filter(([key]) => !isConsoleKey(key))
      .flatMap(([key, text]) => ['--set', `${key}=${text}`]),
  ];
}

function isConsoleKey(key: string): boolean {
  return isConsoleSetting({ group: key.split('.')[0] ?? key });
}
