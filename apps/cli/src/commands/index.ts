import type { Command } from './command.ts';
import { demoCommand } from './demo.ts';
import { doctorCommand } from './doctor.ts';
import { createMineCommand } from './mine.ts';
import { listSettingFlags } from './setting-flags.ts';
import { simCommand } from './sim.ts';

/** Every command, in the order of the help text. */
export async function listCommands(): Promise<readonly Command[]> {
  return [demoCommand, createMineCommand(await listSettingFlags()), doctorCommand, simCommand];
}
