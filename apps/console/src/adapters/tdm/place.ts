import { basename, dirname, join } from 'node:path';
import type { ChildDefinition } from '@dropwise/contract';
import type { Saying } from '@dropwise/core';
import { fail, type Result, succeed } from '@dropwise/kit';
import { checkFile, findProgram, resolvePath } from '../command/find-program.ts';
import { sayOfPrepare } from '../prepare-sayings.ts';

export interface TdmPlace {
  /** Absolute. */
  readonly program: string;
  readonly workingFolder: string;
}

type Env = Readonly<Record<string, string | undefined>>;

/** Checks that what the command names is there and may be run: an executable, an AppImage, or Python with a `main.py`. */
export async function placeTdm(child: ChildDefinition, env: Env): Promise<Result<TdmPlace, Saying>> {
  const [first] = child.command;
  if (first === undefined) return fail(sayOfPrepare('prepare-tdm-no-command'));
  const program = await findProgram(first, { workingFolder: child.workingFolder, env });
  if (!program.ok) return program;
  const own = ownFileOf(child);
  if (own !== null && own !== program.value) {
    const found = await checkFile(own);
    if (!found.ok) return found;
  }
  if (own === null && child.logFile === null) return fail(sayOfPrepare('prepare-tdm-no-log', { program: first }));
  return succeed({ program: program.value, workingFolder: child.workingFolder ?? dirname(own ?? program.value) });
}

/** The log that a TDM with this definition writes; null = it cannot be told. */
export function tdmLogFile(child: ChildDefinition): string | null {
  if (child.logFile !== null) return resolvePath(child.logFile, child.workingFolder);
  const own = ownFileOf(child);
  return own === null ? null : join(dirname(own), 'log.txt');
}

/** The settings that a TDM with this definition reads; null = it cannot be told. */
export function tdmSettingsFile(child: ChildDefinition): string | null {
  if (child.settingsFile !== null) return resolvePath(child.settingsFile, child.workingFolder);
  const own = ownFileOf(child);
  return own === null ? null : join(dirname(own), 'settings.json');
}

/** A program that brings a display of its own and runs TDM in it. */
export function bringsDisplay(child: ChildDefinition): boolean {
  return /^xvfb-run/.test(basename(child.command[0] ?? ''));
}

/** Everything TDM keeps is beside its executable, or beside `main.py` (peers 1.3): the one of the two that the command names. */
function ownFileOf(child: ChildDefinition): string | null {
  const [first, ...args] = child.command;
  const script = args.find((arg) => arg.endsWith('.py'));
  const program = bringsDisplay(child) ? args.find((arg) => arg.includes('/') && !arg.startsWith('-')) : first;
  const own = script ?? (program !== undefined && /[/\\]/.test(program) ? program : undefined);
  return own === undefined ? null : resolvePath(own, child.workingFolder);
}
