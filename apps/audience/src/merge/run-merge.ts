import { resolve } from 'node:path';
import type { AudienceReport } from '@dropwise/contract/audience';
import { type AudienceMergeArguments, exitCodes, type ProcessIo, writeFileAtomically } from '@dropwise/runtime';
import { exitCodeOf } from '../exit-code-of.ts';
import { formatHtml } from '../report/html/format-html.ts';
import { mergeFiles } from './merge-files.ts';

/** Exit code: what the whole found, as for a run; 2: the files are no run; 4: it cannot be written. */
export async function runMerge(given: AudienceMergeArguments, io: ProcessIo): Promise<number> {
  const paths = given.files.map((file) => resolve(io.workingFolder, file));
  const merged = await mergeFiles(paths, given.version);
  if (!merged.ok) {
    io.stderr.write(`Not merged. ${merged.failure}\n`);
    return exitCodes.badArguments;
  }
  try {
    await writeReport(merged.value, given, io);
    return exitCodeOf(merged.value.outcome);
  } catch (error) {
    io.stderr.write(`The report cannot be written: ${error instanceof Error ? error.message : String(error)}\n`);
    return exitCodes.directoryUnusable;
  }
}

async function writeReport(report: AudienceReport, given: AudienceMergeArguments, io: ProcessIo): Promise<void> {
  const json = `${JSON.stringify(report)}\n`;
  if (given.html !== undefined) await writeFileAtomically(resolve(io.workingFolder, given.html), formatHtml(report));
  if (given.out === undefined) {
    io.stdout.write(json);
    return;
  }
  await writeFileAtomically(resolve(io.workingFolder, given.out), json);
  io.stdout.write(`${report.verdict}\n`);
}
