import type { AdapterKind } from '@dropwise/contract';
import type { ChildProgram } from '../adapters/adapter.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** What lets people into the console; no child has any use for it. */
const consoleSecrets = /^DROPWISE_PASSWORD(?:_FILE)?$/;
/** Settings of miner and console, secrets among them: only our own miner reads them. */
const ownVariables = /^DROPWISE_/;

/** The console's own environment, less what is not for this child, and what its adapter adds. */
export function childEnvironment(
  own: Environment,
  program: ChildProgram,
  adapter: AdapterKind,
): Record<string, string> {
  const kept = Object.entries(own).filter(
    ([name]) => !consoleSecrets.test(name) && (adapter === 'dropwise' || !ownVariables.test(name)),
  );
  const stop: Environment = program.ipc ? { DROPWISE_STOP_WITH_PARENT: '1' } : {};
  const all: Environment = { ...Object.fromEntries(kept), ...stop, ...program.env };
  return Object.fromEntries(Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== undefined));
}
