import type { ConsoleFact } from '@dropwise/contract';
import type { ConsoleArguments, ProcessIo } from '@dropwise/runtime';
import type { ConsoleEnding } from './compose/console-ending.ts';
import { composeConsole, type RunningConsole } from './compose.ts';
import { type RestoreInPlace, restoreInPlace } from './restore-in-place.ts';

/** Runs the console until it is told to end or cannot begin; a restored backup begins it anew. Resolves with the exit code. */
export async function runConsole(args: ConsoleArguments, io: ProcessIo): Promise<number> {
  let news: ConsoleFact | null = null;
  let undo: RestoreInPlace['undo'] = null;
  for (;;) {
    const composed = await composeConsole(args, io, news);
    if (composed.ok) {
      const ending = await endOf(composed.value);
      if (ending.kind === 'stopped') return ending.exitCode;
      ({ news, undo } = await restoreInPlace(args, io, ending));
    } else if (undo !== null && !io.signal.aborted) {
      // Somebody far away may have asked for the restore: a console that is as before is better than none.
      news = await undo(composed.failure.message);
      undo = null;
    } else {
      io.stderr.write(`${composed.failure.message}\n`);
      return composed.failure.exitCode;
    }
  }
}

/** Everything is closed when it resolves. */
async function endOf(console: RunningConsole): Promise<ConsoleEnding> {
  await using running = console;
  return await running.finished;
}
