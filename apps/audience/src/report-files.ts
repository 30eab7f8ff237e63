import { access, constants, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import type { AudienceReport } from '@dropwise/contract/audience';
import { writeFileAtomically } from '@dropwise/runtime';
import type { GivenFlags } from './config/read-flags.ts';

const fileFlags = ['out', 'html', 'prometheus'] as const;
type FileFlag = (typeof fileFlags)[number];

/** Where the command line wants the report, beside the run's own folder. */
export class ReportFiles {
  readonly #paths: ReadonlyMap<FileFlag, string>;
  #isWritingMetrics: Promise<string | null> | null = null;

  constructor(flags: GivenFlags, workingFolder: string) {
    const given = fileFlags.flatMap((flag) => {
      const [path] = flags[flag] ?? [];
      return path === undefined ? [] : [[flag, resolve(workingFolder, path)] as const];
    });
    this.#paths = new Map(given);
  }

  get wantsMetrics(): boolean {
    return this.#paths.has('prometheus');
  }

  /** Looked at before a run: at its end it would be too late. A sentence for each that cannot be written. */
  async findProblems(): Promise<readonly string[]> {
    const problems = await Promise.all([...this.#paths].map(([flag, path]) => findProblem(flag, path)));
    const paths = [...this.#paths.values()];
    const isShared = new Set(paths).size < paths.length;
    return [
      ...problems.filter((problem) => problem !== null),
      ...(isShared ? ['--out, --html and --prometheus must be files of their own, found one twice.'] : []),
    ];
  }

  /** A sentence for each that could not be written. */
  async write(report: AudienceReport, html: string): Promise<readonly string[]> {
    const json = `${JSON.stringify(report)}\n`;
    const problems = [await this.#write('out', json), await this.#write('html', html)];
    return problems.filter((problem) => problem !== null);
  }

  /** What changed while a slow disk still writes is in the next one. Null = written, or on its way. */
  async writeMetrics(format: () => Promise<string>): Promise<string | null> {
    if (this.#isWritingMetrics !== null) return null;
    this.#isWritingMetrics = this.#writeMetrics(format);
    return await this.#isWritingMetrics;
  }

  /** The last of them, which does not come second. */
  async writeLastMetrics(format: () => Promise<string>): Promise<string | null> {
    await this.#isWritingMetrics;
    return await this.writeMetrics(format);
  }

  async #writeMetrics(format: () => Promise<string>): Promise<string | null> {
    const problem = this.wantsMetrics ? await this.#write('prometheus', await format()) : null;
    this.#isWritingMetrics = null;
    return problem;
  }

  async #write(flag: FileFlag, text: string): Promise<string | null> {
    const path = this.#paths.get(flag);
    if (path === undefined) return null;
    try {
      await writeFileAtomically(path, text);
      return null;
    } catch (error) {
      return `--${flag}: ${path} cannot be written: ${wordsOf(error)}`;
    }
  }
}

async function findProblem(flag: FileFlag, path: string): Promise<string | null> {
  const folder = dirname(path);
  try {
    await access(folder, constants.W_OK | constants.X_OK);
  } catch (error) {
    return `--${flag}: ${folder} must be a folder that can be written to, but the system answered: ${wordsOf(error)}`;
  }
  const found = await stat(path).catch(() => null);
  return found?.isDirectory() === true ? `--${flag} must be a file, found the folder ${path}.` : null;
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
