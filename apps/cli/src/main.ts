import { exitCodes, maskSecrets, nearestName, type ProcessIo } from '@dropwise/runtime';
import { UsageError } from './arguments/flags.ts';
import { formatCommandHelp, formatProgramHelp } from './arguments/help-text.ts';
import type { Command } from './commands/command.ts';
import { commands } from './commands/index.ts';
import { openProcessIo } from './process-io.ts';
import { version } from './version.ts';

/** The program, in the process it runs in. Resolves with the exit code. */
export async function runAsProcess(args: readonly string[]): Promise<number> {
  using io = openProcessIo();
  // Awaited here: without it the signals would be let go of while the command still runs.
  return await main(args, io, commands);
}

/** Finds the command and runs it. Never rejects: what nobody foresaw is exit code 1 and a message. */
export async function main(args: readonly string[], io: ProcessIo, commands: readonly Command[]): Promise<number> {
  const [name, ...rest] = args;
  const command = commands.find((each) => each.name === name);
  try {
    if (command === undefined) return await runWithoutCommand(args, io, commands);
    if (wantsHelp(rest) && command.ownHelp !== true)
      return print(io, formatCommandHelp(command, await command.loadFlags()));
    return await command.run(rest, io);
  } catch (error) {
    if (!(error instanceof UsageError)) return reportUnexpected(error, io);
    const where = command === undefined ? 'dropwise --help' : `dropwise help ${command.name}`;
    io.stderr.write(`${error.message} See "${where}".\n`);
    return exitCodes.badArguments;
  }
}

async function runWithoutCommand(
  args: readonly string[],
  io: ProcessIo,
  commands: readonly Command[],
): Promise<number> {
  const [first, second] = args;
  if (first === undefined || first === '--help' || first === '-h' || (first === 'help' && second === undefined)) {
    return print(io, formatProgramHelp(commands));
  }
  if (first === '--version' || first === '-V') return print(io, `${version}\n`);
  if (first === 'help' && second !== undefined) {
    const about = commands.find((each) => each.name === second);
    if (about === undefined) throw new UsageError(describeUnknown(second, commands));
    return about.ownHelp === true
      ? about.run(['--help'], io)
      : print(io, formatCommandHelp(about, await about.loadFlags()));
  }
  throw new UsageError(describeUnknown(first, commands));
}

function describeUnknown(given: string, commands: readonly Command[]): string {
  const names = commands.map((each) => each.name);
  const near = nearestName(given, names);
  return `There is no command "${given}"${near === null ? `; there are ${names.join(', ')}.` : `; did you mean ${near}?`}`;
}

function wantsHelp(args: readonly string[]): boolean {
  const end = args.indexOf('--');
  return args.slice(0, end < 0 ? undefined : end).some((each) => each === '--help' || each === '-h');
}

function print(io: ProcessIo, text: string): number {
  io.stdout.write(text);
  return exitCodes.ok;
}

function reportUnexpected(error: unknown, io: ProcessIo): number {
  const shown = error instanceof Error ? (error.stack ?? error.message) : String(error);
  io.stderr.write(`Something went wrong that nobody foresaw:\n${maskSecrets(shown)}\n`);
  return exitCodes.unexpectedFailure;
}
