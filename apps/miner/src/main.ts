import type { MinerArguments, ProcessIo } from '@dropwise/runtime';
import { composeMiner } from './compose.ts';
import { keepCompiledCode } from './keep-compiled-code.ts';

/** Runs the miner until it is told to end, has what it was asked for, or cannot begin. Resolves with the exit code. */
export async function runMiner(args: MinerArguments, io: ProcessIo): Promise<number> {
  const composed = await composeMiner(args, io);
  if (!composed.ok) {
    io.stderr.write(`${composed.failure.message}\n`);
    return composed.failure.exitCode;
  }
  await using running = composed.value;
  keepCompiledCode();
  return await running.finished;
}
