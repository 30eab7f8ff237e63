import { dirname } from 'node:path';
import type { ChildDefinition } from '@dropwise/contract';
import type { Saying } from '@dropwise/core';
import { fail, type Result, succeed } from '@dropwise/kit';
import type { ChildProgram } from '../adapter.ts';
import { checkFile, findProgram, resolvePath } from '../command/find-program.ts';
import { sayOfPrepare } from '../prepare-sayings.ts';

/** It always listens there, on every address of the machine: peers 2.2. */
export const defaultUrl = 'http://127.0.0.1:8080';

/** A command such as `python main.py`; without one, it runs elsewhere and is only talked to. */
export async function prepareRangermix(
  child: ChildDefinition,
  env: Readonly<Record<string, string | undefined>>,
): Promise<Result<ChildProgram | null, Saying>> {
  const [first, ...args] = child.command;
  if (first === undefined) {
    if (child.url !== null) return succeed(null);
    return fail(sayOfPrepare('prepare-no-command-or-url', { url: defaultUrl }));
  }
  const program = await findProgram(first, { workingFolder: child.workingFolder, env: { ...env, ...child.env } });
  if (!program.ok) return program;
  const script = args.find((arg) => arg.endsWith('.py'));
  const found = script === undefined ? program : await checkFile(resolvePath(script, child.workingFolder));
  if (!found.ok) return found;
  return succeed({
    command: program.value,
    args,
    // Its data and logs are beside `main.py`.
    workingFolder: child.workingFolder ?? dirname(found.value),
    env: { PYTHONUNBUFFERED: '1', PYTHONIOENCODING: 'utf-8', ...child.env },
    ipc: false,
  });
}
