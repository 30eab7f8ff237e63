import type { ConsentFileTerms } from '@dropwise/contract';
import type { ChildProgram } from '../adapters/adapter.ts';

/** How the lab's command is started: as the miner's, by the same launcher. */
export interface LabCommand {
  readonly nodePath: string;
  /** Before the command's own arguments: the path of `apps/cli/bin/dropwise.js`. */
  readonly launcher: readonly string[];
  /** Where runs and the operator's key are kept. */
  readonly dataDir: string;
}

/** A run: events on stdout, commands on stdin. Its settings come in a file: arguments can be read by all of the machine. */
export function runProgram(command: LabCommand, configurationFile: string): ChildProgram {
  return program(command, ['audience', '--json-events', '--config', configurationFile]);
}

/** Makes the key where there is none, and says its fingerprint and a consent file. */
export function keygenProgram(command: LabCommand, terms: ConsentFileTerms | null): ChildProgram {
  const given =
    terms === null
      ? []
      : [
          `--max-viewers=${terms.maxViewers}`,
          `--max-mbps=${terms.maxMbps}`,
          ...terms.paths.map((path) => `--path=${path}`),
          `--not-after=${terms.notAfter}`,
        ];
  return program(command, ['audience', 'keygen', '--json', ...given]);
}

function program({ nodePath, launcher, dataDir }: LabCommand, args: readonly string[]): ChildProgram {
  return {
    command: nodePath,
    args: [...launcher, ...args, '--data-dir', dataDir],
    workingFolder: null,
    env: {},
    // Its end tells the lab that the console is gone.
    ipc: true,
  };
}
