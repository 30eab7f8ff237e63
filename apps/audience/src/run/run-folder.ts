import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { AudienceReport } from '@dropwise/contract/audience';
import { fail, type Result, succeed } from '@dropwise/kit';
import { makePrivateFolder, writeFileAtomically } from '@dropwise/runtime';
import type { PartFile } from '../merge/part-file.ts';

/** Where runs are kept, and the console finds them: `audience/runs/<run id>` in the data directory. */
export function runsFolderOf(dataRoot: string): string {
  return join(dataRoot, 'audience', 'runs');
}

/** Sorts by time: `20261128-183000-1f3a9c`. */
export function createRunId(nowMs: number): string {
  const [date = '', time = ''] = new Date(nowMs).toISOString().split('T');
  return `${date.replaceAll('-', '')}-${time.slice(0, 8).replaceAll(':', '')}-${randomBytes(3).toString('hex')}`;
}

export interface WrittenRun {
  readonly report: AudienceReport;
  readonly html: string;
  readonly part: PartFile;
}

/** A run's own folder: its report in both forms, what it can be merged from, its log. */
export interface RunFolder {
  readonly path: string;
  /** The failure, where it cannot be kept, is a sentence. */
  write(written: WrittenRun): Promise<string | null>;
}

/** `part`: machines of one run may share a data directory, and each has its own folder in it. */
export async function makeRunFolder(
  dataRoot: string,
  runId: string,
  part: { readonly index: number; readonly count: number } | null,
): Promise<Result<RunFolder, string>> {
  const name = part === null ? runId : `${runId}-${part.index}of${part.count}`;
  const path = join(runsFolderOf(dataRoot), name);
  try {
    await makePrivateFolder(path);
  } catch (error) {
    return fail(cannotBeKept(path, error));
  }
  return succeed({ path, write: (written) => writeRun(path, written) });
}

async function writeRun(path: string, { report, html, part }: WrittenRun): Promise<string | null> {
  try {
    await writeFileAtomically(join(path, 'part.json'), `${JSON.stringify(part)}\n`);
    await writeFileAtomically(join(path, 'report.html'), html);
    // The last: who finds it finds all of them.
    await writeFileAtomically(join(path, 'report.json'), `${JSON.stringify(report)}\n`);
    return null;
  } catch (error) {
    return cannotBeKept(path, error);
  }
}

function cannotBeKept(path: string, error: unknown): string {
  return `The run cannot be kept in ${path}: ${error instanceof Error ? error.message : String(error)}`;
}
