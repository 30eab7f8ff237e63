import { type Settings, settingDefinitions, settingWarnings } from '@dropwise/core';
import {
  type DataDirectory,
  type LoadedSettings,
  loadSettings,
  type MinerArguments,
  type OpenLogger,
  type ProcessIo,
} from '@dropwise/runtime';
import type { Miner } from './miner.ts';

/** Defaults, file, environment and flags, as they are now. */
export function readSettings(args: MinerArguments, io: ProcessIo, directory: DataDirectory): Promise<LoadedSettings> {
  return loadSettings({
    path: directory.settingsFile,
    definitions: settingDefinitions,
    env: io.env,
    flags: args.settings,
    now: Date.now(),
  });
}

/** Tells what is wrong with the settings, to the log and to the miner's health. */
export function tellSettings(miner: Miner, log: OpenLogger, loaded: LoadedSettings): void {
  for (const { sentence } of loaded.problems) log.person(sentence);
  for (const warning of settingWarnings(loaded.nested as unknown as Settings)) log.person(warning);
  const wrong = loaded.problems.filter(({ kind }) => kind !== 'unknown').map(({ sentence }) => sentence);
  miner.post({ kind: 'settingsJudged', problem: wrong[0] ?? null });
}
