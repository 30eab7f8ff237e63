import { createMinerState, miningSettingsOf, type Settings, settingDefinitions, step } from '@dropwise/core';
import { fail, type Result, succeed } from '@dropwise/kit';
import { type DataDirectory, loadSettings, type ProcessIo } from '@dropwise/runtime';
import { readMemory } from '../stored-files.ts';
import type { PlanSource } from './plan-source.ts';

/** What the miner of this data directory remembered last. Fails with a sentence where there is nothing to plan with. */
export async function readRememberedSource(
  directory: DataDirectory,
  io: Pick<ProcessIo, 'env'>,
  now: number,
): Promise<Result<PlanSource, string>> {
  const memory = await readMemory(directory).catch((error: unknown) => ({
    value: null,
    problem: `${directory.inventoryFile} must be readable, but the system answered: ${error instanceof Error ? error.message : String(error)}.`,
  }));
  if (memory.value === null) {
    const found = memory.problem ?? `${directory.inventoryFile} is not there yet.`;
    return fail(
      `There is nothing to plan with: ${found} Run "dropwise mine" first; it signs in and learns your campaigns. Or look at an example: dropwise plan --scenario evening.`,
    );
  }
  const machineTimeZone = new Intl.DateTimeFormat().resolvedOptions().timeZone;
  const loaded = await loadSettings({
    path: directory.settingsFile,
    definitions: settingDefinitions,
    env: io.env,
    flags: {},
    now,
  });
  const settings = miningSettingsOf(loaded.nested as unknown as Settings, machineTimeZone);
  // The miner's own way of taking up its memory; what it would do next is left undone.
  const { state } = step(createMinerState(settings), { kind: 'started', memory: memory.value }, now);
  return succeed({
    state,
    now,
    rememberedAt: memory.value.savedAt,
    timeZone: settings.timeZone,
    problems: loaded.problems.map(({ sentence }) => sentence),
  });
}
