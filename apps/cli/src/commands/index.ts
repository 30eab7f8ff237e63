import { audienceCommand } from './audience.ts';
import { backupCommand } from './backup.ts';
import type { Command } from './command.ts';
import { demoCommand } from './demo.ts';
import { doctorCommand } from './doctor.ts';
import { healthCommand } from './health.ts';
import { mineCommand } from './mine.ts';
import { planCommand } from './plan.ts';
import { restoreCommand } from './restore.ts';
import { simCommand } from './sim.ts';
import { startCommand } from './start.ts';

/** Every command, in the order of the help text. */
export const commands: readonly Command[] = [
  demoCommand,
  startCommand,
  mineCommand,
  planCommand,
  audienceCommand,
  healthCommand,
  doctorCommand,
  backupCommand,
  restoreCommand,
  simCommand,
];
