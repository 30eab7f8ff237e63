import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import type { ProcessIo } from '@dropwise/runtime';

/** What a command finds when it runs in a test. */
export interface CommandStage {
  /** Its home and working folder, gone when the test is over. */
  readonly folder: string;
  readonly io: ProcessIo;
  readonly printed: { out: string; err: string };
}

export async function openCommandStage(t: TestContext): Promise<CommandStage> {
  const folder = await mkdtemp(join(tmpdir(), 'audience-command-'));
  t.after(() => rm(folder, { recursive: true }));
  const printed = { out: '', err: '' };
  const io: ProcessIo = {
    stdout: { write: (text) => (printed.out += text) },
    stderr: { write: (text) => (printed.err += text) },
    env: {},
    homeFolder: folder,
    workingFolder: folder,
    hostName: 'here',
    pid: 1,
    signal: new AbortController().signal,
    onReload: () => ({ [Symbol.dispose]() {} }),
    onPrintState: () => ({ [Symbol.dispose]() {} }),
  };
  return { folder, io, printed };
}
