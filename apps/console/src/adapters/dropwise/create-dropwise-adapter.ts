import { access } from 'node:fs/promises';
import { type Capability, type ChildDefinition, capabilities } from '@dropwise/contract';
import type { Saying } from '@dropwise/core';
import { type Clock, fail, type Result, succeed } from '@dropwise/kit';
import type { Adapter, ChildProgram } from '../adapter.ts';
import { sayOfPrepare } from '../prepare-sayings.ts';
import { openSession } from './open-session.ts';

export interface DropwiseAdapterOptions {
  /** Path of `apps/cli/bin/dropwise.js`. */
  readonly launcher: string;
  readonly nodePath: string;
  readonly dataDir: string;
  /** After our own: `--endpoints` and what else a local Twitch needs, settings of the console's own command line. */
  readonly extraArgs: readonly string[];
  /** Real time. */
  readonly clock: Clock;
  /** On top of the console's environment; `undefined` takes a variable out. */
  readonly env: Readonly<Record<string, string | undefined>>;
}

const can: readonly Capability[] = capabilities;

/** The console's own, which a miner has no use for. */
const secretsOfConsole = {
  DROPWISE_PASSWORD: undefined,
  DROPWISE_PASSWORD_FILE: undefined,
  DROPWISE_BACKUP_PASSPHRASE_FILE: undefined,
};

/** Our own miner, over a channel for messages: nothing is read out of its log. */
export function createDropwiseAdapter(options: DropwiseAdapterOptions): Adapter {
  return {
    kind: 'dropwise',
    can,
    cannot: [],
    prepare: (child) => prepare(child, options),
    attach: (life, sink) => openSession(life, sink, options.clock),
  };
}

async function prepare(
  child: ChildDefinition,
  { launcher, nodePath, dataDir, extraArgs, env }: DropwiseAdapterOptions,
): Promise<Result<ChildProgram, Saying>> {
  const [command = nodePath, ...before] = child.command.length > 0 ? child.command : [nodePath, launcher];
  if (child.command.length === 0 && !(await isReadable(launcher))) {
    return fail(sayOfPrepare('prepare-no-miner', { path: launcher }));
  }
  // A second miner of ours needs a folder of its own.
  const folder = child.env.DROPWISE_DATA_DIR === undefined ? ['--data-dir', dataDir] : [];
  return succeed({
    command,
    args: [...before, 'mine', '--ipc', ...folder, '-v', ...extraArgs],
    workingFolder: child.workingFolder,
    env: { ...secretsOfConsole, ...env, ...child.env, DROPWISE_STOP_WITH_PARENT: '1' },
    ipc: true,
  });
}

async function isReadable(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
