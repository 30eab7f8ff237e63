import { stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import process from 'node:process';
import { type AudienceReport, audienceReport } from '@dropwise/contract/audience';
import { fail, type Result, succeed } from '@dropwise/kit';
import { type AudienceCompareArguments, chooseDataDirectory, exitCodes, type ProcessIo } from '@dropwise/runtime';
import * as v from 'valibot';
import { readBoundedText } from './read-bounded-text.ts';
import { compareReports, formatComparison } from './report/index.ts';
import { runsFolderOf } from './run/run-folder.ts';

/** As much as the console reads of one. */
const maxReportBytes = 64 * 1024 * 1024;

/** Prints two runs side by side. Exit code 0, whatever is better; 2: one of them is no report. */
export async function runCompare(given: AudienceCompareArguments, io: ProcessIo): Promise<number> {
  const { root } = chooseDataDirectory({ ...io, flag: given.dataDir });
  const before = await readReport(given.before, root, io.workingFolder);
  const after = await readReport(given.after, root, io.workingFolder);
  if (!before.ok || !after.ok) {
    for (const one of [before, after]) if (!one.ok) io.stderr.write(`Not compared. ${one.failure}\n`);
    return exitCodes.badArguments;
  }
  const columns = io.stdout.isTTY === true ? (process.stdout.columns ?? 80) : undefined;
  io.stdout.write(formatComparison(compareReports(before.value, after.value), columns));
  return exitCodes.ok;
}

/** Of a run that is kept in the data directory, by its name; else of a file, or of the folder it is in. */
async function readReport(given: string, root: string, workingFolder: string): Promise<Result<AudienceReport, string>> {
  const kept = /^[0-9a-z-]+$/.test(given) ? join(runsFolderOf(root), given) : null;
  const place = kept !== null && (await isFolder(kept)) ? kept : resolve(workingFolder, given);
  const path = (await isFolder(place)) ? join(place, 'report.json') : place;
  const text = await readBoundedText(path, maxReportBytes);
  if (!text.ok) return text;
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), audienceReport), text.value);
  return parsed.success
    ? succeed(parsed.output)
    : fail(`${path} is no report of a run: those are called report.json, in the run's folder.`);
}

async function isFolder(path: string): Promise<boolean> {
  return (await stat(path).catch(() => null))?.isDirectory() === true;
}
