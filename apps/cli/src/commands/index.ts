import type { Command } from './command.ts';
import { demoCommand } from './demo.ts';
import { doctorCommand } from './doctor.ts';
import { mineCommand } from './mine.ts';
import { planCommand } from './plan.ts';
import { simCommand } from './sim.ts';

/** Every command, in the order of the help text. */
export const commands: readonly Command[] = [demoCommand, mineCommand, planCommand, doctorCommand, simCommand];
