import { type Input, type Settings, settingDefinitions, settingWarnings } from '@dropwise/core';
import { assertNever } from '@dropwise/kit';
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

type SettingsJudged = Extract<Input, { kind: 'settingsJudged' }>;

/** Tells what is wrong with the settings, to the log and to the miner's health. */
export function tellSettings(miner: Miner, log: OpenLogger, loaded: LoadedSettings): void {
  for (const { sentence } of loaded.problems) log.person(sentence);
  for (const warning of settingWarnings(loaded.nested as unknown as Settings)) log.person(warning);
  const wrong = loaded.problems.find(({ kind }) => kind !== 'unknown');
  miner.post({ kind: 'settingsJudged', problem: wrong === undefined ? null : judged(wrong) });
}

function judged(problem: LoadedSettings['problems'][number]): NonNullable<SettingsJudged['problem']> {
  const { sentence } = problem;
  switch (problem.kind) {
    case 'unreadable':
      return { sentence, place: problem.path, key: null };
    case 'broken':
      return { sentence, place: `${problem.path}:${problem.line}:${problem.column}`, key: null };
    case 'invalid':
    case 'unknown':
      return { sentence, place: problem.place, key: problem.key };
    default:
      return assertNever(problem);
  }
}
