import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AudienceLive } from '@dropwise/contract';
import { createSilentLogger, createSystemClock } from '@dropwise/runtime';
import type { TestAudience } from '../../api/testing/idle-audience.ts';
import type { LabPatience } from '../lab-run.ts';
import { openAudienceRuns } from '../open-audience-runs.ts';
import { createOperatorKeys } from '../operator-keys.ts';
import { createRunArchive } from '../run-archive.ts';

const scriptedLab = fileURLToPath(new URL('./scripted-lab.ts', import.meta.url));
const realLab = fileURLToPath(new URL('../../../../cli/bin/dropwise.js', import.meta.url));

export interface OpenTestAudience extends TestAudience, AsyncDisposable {
  readonly folder: string;
  readonly runFolder: string;
  readonly runsFolder: string;
  readonly news: readonly AudienceLive[];
}

export interface TestAudienceOptions {
  readonly patience?: Partial<LabPatience>;
  /** The command as it is installed, instead of a scripted one. */
  readonly real?: boolean;
  readonly env?: Readonly<Record<string, string>>;
  /** A data directory that is there, and stays. */
  readonly folder?: string;
}

/** Address of a scripted lab that behaves so; see `scripted-lab.ts`. */
export function behaving(behaviour: string): { readonly url: string; readonly viewers: number } {
  return { url: `http://127.0.0.1:9/${behaviour}`, viewers: 20 };
}

/** Real processes; all of them are gone when it is disposed. */
export async function openTestAudience(options: TestAudienceOptions = {}): Promise<OpenTestAudience> {
  const folder = options.folder ?? (await mkdtemp(join(tmpdir(), 'dropwise-audience-')));
  const clock = createSystemClock();
  const env = { PATH: process.env.PATH, ...options.env };
  const launcher = ['--disable-warning=ExperimentalWarning', options.real === true ? realLab : scriptedLab];
  const command = { nodePath: process.execPath, launcher, dataDir: folder };
  const runFolder = join(folder, 'run');
  const runsFolder = join(folder, 'audience', 'runs');
  const archive = createRunArchive(runsFolder);
  const news: AudienceLive[] = [];
  const { patience = {} } = options;
  const runs = openAudienceRuns({ command, runFolder, env, clock, archive, log: createSilentLogger(), patience });
  runs.onNews((each) => news.push(each));
  return {
    runs,
    archive,
    keys: createOperatorKeys({ command, env, clock }),
    folder,
    runFolder,
    runsFolder,
    news,
    [Symbol.asyncDispose]: async () => {
      await runs[Symbol.asyncDispose]();
      if (options.folder === undefined) await rm(folder, { recursive: true, force: true });
    },
  };
}
