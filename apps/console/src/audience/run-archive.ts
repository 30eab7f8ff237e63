import type { Stats } from 'node:fs';
import { lstat, readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type AudienceRunSummary, audienceRunId } from '@dropwise/contract';
import { type AudienceReport, audienceReport } from '@dropwise/contract/audience';
import { fail, type Result, succeed } from '@dropwise/kit';
import * as v from 'valibot';
import { readSummary } from './read-summary.ts';

/** So many are listed, and stay when a run ends. */
export const keptRuns = 200;
/** Of a report in JSON; a longer one is none of the lab's. */
const maxReportBytes = 64 * 1024 * 1024;
/** The longest that a run may take is a week: a folder without a report that is older holds none that is on. */
const longestRunMs = 8 * 24 * 3_600_000;

export interface FoundRuns {
  /** Newest first. */
  readonly runs: readonly AudienceRunSummary[];
  /** What lies there and cannot be read: a sentence each. */
  readonly problems: readonly string[];
}

/** Why a run cannot be shown. */
export interface NoReport {
  readonly kind: 'missing' | 'broken';
  readonly sentence: string;
}

/** Runs as the lab keeps them, whoever started it: `<run id>/{report.json,report.html,audience-<day>.log}`. */
export interface RunArchive {
  list(): Promise<FoundRuns>;
  report(runId: string): Promise<Result<AudienceReport, NoReport>>;
  /** The page of a run; null = there is none. */
  findPage(runId: string): Promise<string | null>;
  /** Its logs in the order of their days. */
  findLogs(runId: string): Promise<readonly string[]>;
  /** False = there is no such run. */
  remove(runId: string): Promise<boolean>;
  /** Removes the oldest beyond `keptRuns`. Never rejects; gives back how many went. */
  trim(nowMs: number): Promise<number>;
}

/** Reads a report anew when its file has changed. `folder` need not be there. */
export function createRunArchive(folder: string, kept = keptRuns): RunArchive {
  return new FolderArchive(folder, kept);
}

interface Known {
  readonly mtimeMs: number;
  readonly sizeBytes: number;
  readonly read: Result<AudienceRunSummary, string>;
}

class FolderArchive implements RunArchive {
  readonly #folder: string;
  readonly #kept: number;
  #known = new Map<string, Known>();

  constructor(folder: string, kept: number) {
    this.#folder = folder;
    this.#kept = kept;
  }

  async list(): Promise<FoundRuns> {
    const found = new Map<string, Known>();
    const problems: string[] = [];
    const newest = (await this.#reports()).slice(0, this.#kept);
    for (const { name, file } of newest) {
      const known = await this.#look(name, file);
      found.set(name, known);
      if (!known.read.ok) problems.push(known.read.failure);
    }
    this.#known = found;
    const runs = [...found.values()].flatMap(({ read }) => (read.ok ? [read.value] : []));
    return { runs: runs.sort((a, b) => b.endedAt - a.endedAt || b.startedAt - a.startedAt), problems };
  }

  async report(runId: string): Promise<Result<AudienceReport, NoReport>> {
    const text = await this.#read(runId);
    if (text === null) return fail({ kind: 'missing', sentence: `There is no run "${runId}" (any more).` });
    const checked = v.safeParse(v.pipe(v.string(), v.parseJson(), audienceReport), text, { abortEarly: true });
    if (checked.success) return succeed(checked.output);
    const at = v.getDotPath(checked.issues[0]) ?? 'the whole';
    const sentence = `${this.#reportOf(runId)} must be a report of the lab, but ${at} is not as in one.`;
    return fail({ kind: 'broken', sentence });
  }

  async findPage(runId: string): Promise<string | null> {
    const path = join(this.#folder, runId, 'report.html');
    return (await fileAt(path)) === null ? null : path;
  }

  async findLogs(runId: string): Promise<readonly string[]> {
    const names = await readdir(join(this.#folder, runId)).catch(() => []);
    return names
      .filter((name) => /^audience-\d{4}-\d{2}-\d{2}\.log$/.test(name))
      .sort()
      .map((name) => join(this.#folder, runId, name));
  }

  async remove(runId: string): Promise<boolean> {
    if ((await fileAt(this.#reportOf(runId))) === null) return false;
    await rm(join(this.#folder, runId), { recursive: true, force: true });
    return true;
  }

  async trim(nowMs: number): Promise<number> {
    const reports = await this.#reports();
    const withReport = new Set(reports.map(({ name }) => name));
    const tooOld = reports.slice(this.#kept).map(({ name }) => name);
    for (const name of await this.#names()) {
      const found = withReport.has(name) ? null : await lstat(join(this.#folder, name)).catch(() => null);
      if (found !== null && found.mtimeMs < nowMs - longestRunMs) tooOld.push(name);
    }
    await Promise.all(
      tooOld.map((name) => rm(join(this.#folder, name), { recursive: true, force: true }).catch(() => {})),
    );
    return tooOld.length;
  }

  /** Newest first, by when they were written. */
  async #reports(): Promise<readonly { readonly name: string; readonly file: Stats }[]> {
    const looked = await Promise.all(
      (await this.#names()).map(async (name) => ({ name, file: await fileAt(this.#reportOf(name)) })),
    );
    return looked
      .flatMap(({ name, file }) => (file === null ? [] : [{ name, file }]))
      .sort((a, b) => b.file.mtimeMs - a.file.mtimeMs);
  }

  /** What is no run's name is somebody else's, and left alone. */
  async #names(): Promise<readonly string[]> {
    const names = await readdir(this.#folder).catch(() => []);
    return names.filter((name) => v.is(audienceRunId, name));
  }

  async #look(name: string, file: Stats): Promise<Known> {
    const known = this.#known.get(name);
    if (known !== undefined && known.mtimeMs === file.mtimeMs && known.sizeBytes === file.size) return known;
    const text = await this.#read(name);
    const read = text === null ? fail('it is too large, or cannot be read') : readSummary(name, text);
    return {
      mtimeMs: file.mtimeMs,
      sizeBytes: file.size,
      read: read.ok
        ? read
        : fail(`${this.#reportOf(name)} cannot be shown: ${read.failure}. Delete the run, or mend it.`),
    };
  }

  async #read(runId: string): Promise<string | null> {
    const path = this.#reportOf(runId);
    const file = await fileAt(path);
    if (file === null || file.size > maxReportBytes) return null;
    return await readFile(path, 'utf8').catch(() => null);
  }

  #reportOf(runId: string): string {
    return join(this.#folder, runId, 'report.json');
  }
}

/** Null = there is no such file. */
async function fileAt(path: string): Promise<Stats | null> {
  const found = await stat(path).catch(() => null);
  return found?.isFile() === true ? found : null;
}
