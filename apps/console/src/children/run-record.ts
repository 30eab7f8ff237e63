import { chmodSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';

const runRecord = v.strictObject({
  childId: v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9-]{0,39}$/)),
  pid: v.pipe(v.number(), v.integer(), v.minValue(2)),
  /** See `readProcessStart`. */
  startTime: v.nullable(v.string()),
  /** The program without its arguments, which may be secret. */
  command: v.string(),
});

/** What is written down of a running child, so that it is found again when the console was killed. */
export type RunRecord = v.InferOutput<typeof runRecord>;

const suffix = '.run.json';

function pathOf(folder: string, childId: string): string {
  return join(folder, `${childId}${suffix}`);
}

/**
 * Written without waiting, right after the process began: whatever kills the console in between leaves a child that nobody
 * knows. It needs no sync to the disk: what takes the disk's cache takes the child as well.
 */
export function writeRunRecord(folder: string, record: RunRecord): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const tempPath = join(folder, `.${record.childId}${suffix}.${process.pid}-0.tmp`);
  try {
    writeFileSync(tempPath, `${JSON.stringify(record)}\n`, { mode: 0o600 });
    chmodSync(tempPath, 0o600);
    renameSync(tempPath, pathOf(folder, record.childId));
  } catch (error) {
    rmSync(tempPath, { force: true });
    throw error;
  }
}

export async function removeRunRecord(folder: string, childId: string): Promise<void> {
  await rm(pathOf(folder, childId), { force: true });
}

export interface FoundRecords {
  readonly records: readonly RunRecord[];
  /** Files that hold no record; they are of no use to anybody. */
  readonly brokenFiles: readonly string[];
}

/** A folder that is not there holds none. */
export async function readRunRecords(folder: string): Promise<FoundRecords> {
  const names = await readdir(folder).catch(() => []);
  const records: RunRecord[] = [];
  const brokenFiles: string[] = [];
  for (const name of names.filter((each) => each.endsWith(suffix))) {
    const path = join(folder, name);
    const record = parseRecord(await readFile(path, 'utf8').catch(() => ''));
    if (record !== null && pathOf(folder, record.childId) === path) records.push(record);
    else brokenFiles.push(path);
  }
  return { records, brokenFiles };
}

function parseRecord(text: string): RunRecord | null {
  try {
    const parsed = v.safeParse(runRecord, JSON.parse(text));
    return parsed.success ? parsed.output : null;
  } catch {
    return null;
  }
}
