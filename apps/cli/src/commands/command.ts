import type { ProcessIo } from '@dropwise/runtime';
import type { FlagDefinition } from '../arguments/flags.ts';

/** A row of the table of commands. */
export interface Command {
  readonly name: string;
  /** One sentence. */
  readonly summary: string;
  /** For the help text; none when the app it starts prints its own (`ownHelp`). */
  loadFlags(): Promise<readonly FlagDefinition[]>;
  /** True: `--help` is handed on, the app behind it knows its flags best. */
  readonly ownHelp?: boolean;
  /** Resolves with the exit code. Throws a `UsageError` for arguments that do not fit. */
  run(args: readonly string[], io: ProcessIo): Promise<number>;
}
