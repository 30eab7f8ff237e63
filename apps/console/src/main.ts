import type { ConsoleArguments, ProcessIo } from '@dropwise/runtime';
import { composeConsole } from './compose.ts';

/** Runs the console until it is told to end or cannot begin. Resolves with the exit code. */
export async function runConsole(args: ConsoleArguments, io: ProcessIo): Promise<number> {
  const composed = await composeConsole(args, io);
  if (!composed.ok) {
    io.stderr.write(`${composed.failure.message}\n`);
    return composed.failure.exitCode;
  }
  await using running = composed.value;
  return await running.finished;
}
