import { join } from 'node:path';
import type { AudienceReport } from '@dropwise/contract/audience';
import { makePrivateFolder, writeFileAtomically } from '@dropwise/runtime';

/** Where runs are kept, and the console finds them: `audience/runs/<run id>` in the data directory. */
export function runsFolderOf(dataRoot: string): string {
  return join(dataRoot, 'audience', 'runs');
}

/** A run's own folder: its report in both forms, its log. */
export interface RunFolder {
  readonly path: string;
  writeReport(report: AudienceReport, html: string): Promise<void>;
}

export async function makeRunFolder(dataRoot: string, runId: string): Promise<RunFolder> {
  const path = join(runsFolderOf(dataRoot), runId);
  await makePrivateFolder(path);
  return {
    path,
    writeReport: async (report, html) => {
      await writeFileAtomically(join(path, 'report.html'), html);
      await writeFileAtomically(join(path, 'report.json'), `${JSON.stringify(report)}\n`);
    },
  };
}
