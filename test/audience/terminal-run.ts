import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type AudienceReport, audienceReport } from '@dropwise/contract/audience';
import * as v from 'valibot';
import { makeFolder, type Program, startProgram } from '../e2e/processes.ts';

/** `dropwise audience` as a person starts it: words on the terminal, the report in a file. */
export interface TerminalRun extends AsyncDisposable {
  readonly program: Program;
  readonly folder: string;
  end(): Promise<EndedRun>;
}

export interface EndedRun {
  readonly report: AudienceReport;
  readonly exitCode: number | null;
  /** Everything that a person has read. */
  readonly text: string;
}

/** Each run keeps what it writes in a folder of its own, so that several may be on at once. */
export async function startTerminalRun(args: readonly string[]): Promise<TerminalRun> {
  const folder = await makeFolder();
  const out = join(folder.path, 'report.json');
  const program = startProgram(['audience', ...args, '--out', out, '--data-dir', folder.path]);
  return {
    program,
    folder: folder.path,
    end: async () => {
      const { code } = await program.end();
      const report = v.parse(audienceReport, JSON.parse(await readFile(out, 'utf8')));
      return { report, exitCode: code, text: program.stdout };
    },
    [Symbol.asyncDispose]: async () => {
      await program[Symbol.asyncDispose]();
      await folder[Symbol.asyncDispose]();
    },
  };
}

/** A machine that was busy with other things says so before anything else, and is no fault of what is tested. */
export function codeOf({ generator }: AudienceReport, expected: number): number {
  return generator.saturated ? 7 : expected;
}
